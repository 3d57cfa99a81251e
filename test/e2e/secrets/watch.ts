import assert from 'node:assert/strict';
import {format} from 'node:util';
import type {BrowserContext, Frame} from 'playwright-core';
import {watchEvents} from './in-page.js';
import {secretIn, suspicious} from './secret.js';

/** Where secrets were found. */
export class Leaks {
  readonly #found: string[] = [];

  look(place: string, text: string): void {
    const secret = secretIn(text);
    if (secret !== undefined) this.#found.push(`${place} has ${secret}: ${text.slice(0, 500)}`);
  }

  /** @throws AssertionError where there was any: the test that did it fails */
  assertNone(): void {
    assert.deepEqual(this.#found, []);
  }
}

/** Watches all pages of a context. */
export async function watchContext(context: BrowserContext): Promise<{check(): Promise<void>}> {
  const leaks = new Leaks();
  context.on('console', message => leaks.look('The console', message.text()));
  context.on('weberror', error => leaks.look('An error', format(error.error())));
  context.on('request', request => leaks.look('An address', readable(request.url())));
  await context.addInitScript(watchEvents, suspicious);
  return {
    async check() {
      for (const frame of context.pages().flatMap(page => page.frames())) {
        leaks.look(`The storage of ${frame.url()}`, await storageOf(frame));
      }
      leaks.look('A cookie', JSON.stringify(await context.cookies()));
      leaks.assertNone();
    },
  };
}

/**
 * Secrets that are in an address by somebody else's decision: Stripe's frames ask Stripe's API by the client's
 * secret, Stripe adds it to the address that a bank leads back to, and a form of checkout.js's that gets has
 * always had its token there. The publishable key is public.
 */
const decidedByOthers =
  /(\/v1\/payment_intents\/\w+\?(?:[^\s]*&)?client_secret=|[?&](?:payment_intent_client_secret|stripeToken)=)[^&\s]+/g;

/** An address as people read it, without what others have decided to put there. */
export function readable(address: string): string {
  const ours = address.replaceAll(decidedByOthers, '$1');
  try {
    return decodeURIComponent(ours.replaceAll('+', ' '));
  } catch {
    return ours;
  }
}

async function storageOf(frame: Frame): Promise<string> {
  // A frame that has not come has nothing, and would be waited for.
  if (!frame.url().startsWith('http')) return '';
  return frame.evaluate(() => {
    try {
      return JSON.stringify([{...localStorage}, {...sessionStorage}]);
    } catch (error) {
      // A page that may not have any, such as the browser's own in place of a frame that was refused.
      if (error instanceof DOMException && error.name === 'SecurityError') return '';
      throw error;
    }
  });
}
