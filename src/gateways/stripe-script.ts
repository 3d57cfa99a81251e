import type {StripeConstructor} from '@stripe/stripe-js';
import {errorCodes, PayError} from '../errors.js';
import {warnOnce} from '../hints.js';
import {itemsOf} from '../page/platform.js';
import {insertScript, whenRun} from '../loading/insert-script.js';
import {member} from '../page/platform.js';

/** The release of Stripe.js that @stripe/stripe-js types, and the last one that makes sources. */
export type Release = 'endive' | 'clover';

let loading: Promise<StripeConstructor> | undefined;

/** Puts Stripe.js on the page. All callers share one try; after a failure the next call tries anew. */
export function fetchStripeJs(release: Release): Promise<StripeConstructor> {
  loading ??= load(`https://js.stripe.com/${release}/stripe.js`).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * @throws PayError where Stripe.js did not come, or another script of the page has switched ours off before it was
 *   fetched
 */
async function load(address: string): Promise<StripeConstructor> {
  const script = insertScript(address);
  passed.add(script);
  if (!mayRun(script)) {
    script.remove();
    const message = `pay-button: another script keeps ${address} from running, by type="${script.type}". Let it run.`;
    throw new PayError(errorCodes.providerRefused, 'merchant', message);
  }
  const takeBack = lendName(script);
  try {
    return await whenRun(script, takeBack);
  } catch (cause) {
    throw new PayError(errorCodes.unreachable, 'network', 'Stripe.js did not come up.', {cause});
  } finally {
    takeBack();
  }
}

/**
 * Gives `window.Stripe` to a script while it runs: Stripe.js does not take it from anything that has it already. The
 * page sees and sets its own all the time: code for Stripe.js 2, say, goes on to work.
 * @returns a function that ends this, and returns what the script has set
 */
function lendName(script: HTMLScriptElement): () => StripeConstructor | undefined {
  const page = {Stripe: pageStripe()};
  const ours: typeof page = {Stripe: undefined};
  const holder = () =>
    member<unknown>(Document.prototype, 'currentScript', document) === script ? ours : page;
  const isLent = Reflect.defineProperty(window, 'Stripe', {
    configurable: true,
    get: () => holder().Stripe,
    set: (value: StripeConstructor) => (holder().Stripe = value),
  });
  // A global that was declared by `var` or `function` can only be given another value.
  if (!isLent) Reflect.set(window, 'Stripe', undefined);
  let isOver = false;
  return () => {
    if (!isOver) {
      isOver = true;
      if (isLent) Reflect.deleteProperty(window, 'Stripe');
      else ours.Stripe = window.Stripe;
      const kept = page.Stripe ?? ours.Stripe;
      if (kept) Reflect.set(window, 'Stripe', kept);
    }
    return ours.Stripe ?? page.Stripe;
  };
}

/** The page's own global. An element with the id "Stripe" is a property of the window as well, but not its own. */
export function pageStripe(): StripeConstructor | undefined {
  return Object.hasOwn(window, 'Stripe') ? window.Stripe : undefined;
}

/** Any release of Stripe.js; other scripts of Stripe's have other names. */
const anyRelease = /^https:\/\/js\.stripe\.com\/(v3\/?|\w+\/stripe\.js)(\?|$)/;

/** Milliseconds after which a tag of the page is no longer waited for. */
const patience = 4000;

/** Tags that are not to be waited for: ours, and those of the page that have brought nothing. */
const passed = new WeakSet<HTMLScriptElement>();

/**
 * Waits for the Stripe.js that the page is loading itself: two of them on one page get in each other's way.
 * @returns nothing where no tag of the page brings any
 */
export async function awaitPageScript(): Promise<StripeConstructor | undefined> {
  const scripts = Document.prototype.querySelectorAll.call(document, 'script[src]');
  for (const script of itemsOf(scripts)) {
    if (!(script instanceof HTMLScriptElement) || !anyRelease.test(script.src)) continue;
    if (passed.has(script)) continue;
    const found =
      mayRun(script) &&
      !isDone(script) &&
      (await whenRun(script, pageStripe, patience).catch(() => {}));
    if (found) return found;
    passed.add(script);
    const tag = `<script type="${script.type}" src="${script.src}">`;
    warnOnce(
      `pay-button: ${tag} brings no Stripe.js, so another one is loaded. Remove the tag, or let it run.`,
    );
  }
  return undefined;
}

/** Consent managers and the like give another `type` to a script that must not run. */
function mayRun({type, noModule}: HTMLScriptElement): boolean {
  return !noModule && /^(|module|\w+\/(x-)?(java|ecma|j|live)script[\d.]*)$/i.test(type.trim());
}

/** True where the tag's file was fetched before the page was complete: the tag has failed, or left nothing behind. */
function isDone({src}: HTMLScriptElement): boolean {
  return document.readyState === 'complete' && performance.getEntriesByName(src).length > 0;
}
