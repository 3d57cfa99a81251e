import type {Page} from 'playwright-core';
import Stripe from 'stripe';
import type {Driver, ElementType, IntentState, Part} from './contract.js';
import {setUpStage} from './stage.js';

/** What Stripe's inputs are filled in by. */
const autocomplete: Record<Part, string> = {
  number: 'cc-number',
  expiry: 'cc-exp',
  cvc: 'cc-csc',
  postal: 'postal-code',
};

/** Milliseconds after which a step that waits for the page has failed. */
const patience = 20_000;

/** A page in Chromium, with the stand-in of a sandbox. */
export class StandInDriver implements Driver {
  readonly #page: Page;
  readonly #sandbox: string;
  /** Rejects where a challenge that a case is waiting for does not come. */
  #challenge = new Promise<never>(() => {});

  /**
   * @param address of an empty page
   * @param sandbox its origin
   */
  static async open(page: Page, address: string, sandbox: string): Promise<StandInDriver> {
    page.setDefaultTimeout(patience);
    await page.goto(address);
    await page.addScriptTag({url: `${sandbox}/endive/stripe.js`});
    await page.evaluate(setUpStage);
    return new StandInDriver(page, sandbox);
  }

  constructor(page: Page, sandbox: string) {
    this.#page = page;
    this.#sandbox = sandbox;
  }

  run<R, A>(act: (argument: A) => R, argument?: A): Promise<Awaited<R>> {
    return this.#evaluate(`(${act.toString()})(${textOf(argument)})`);
  }

  refusal<A>(act: (argument: A) => unknown, argument?: A): Promise<string> {
    return this.#evaluate(`(async () => {
      try {
        await (${act.toString()})(${textOf(argument)});
        return 'nothing';
      } catch (error) {
        return String(error);
      }
    })()`);
  }

  async until<A>(check: (argument: A) => boolean, argument: A): Promise<void> {
    await this.#page.waitForFunction(`(${check.toString()})(${textOf(argument)})`);
  }

  async type(type: ElementType, part: Part, text: string): Promise<void> {
    const input = this.#input(type, part);
    await input.click();
    await input.press('End');
    await input.pressSequentially(text);
  }

  async press(type: ElementType, part: Part, key: 'Escape' | 'Enter'): Promise<void> {
    await this.#input(type, part).press(key);
  }

  async leave(): Promise<void> {
    await this.#page.locator('input[name=owner]').focus();
  }

  authenticate(outcome: 'complete' | 'fail'): void {
    const name = outcome === 'complete' ? /complete/i : /fail/i;
    const challenge = this.#page.locator('body > div > iframe').contentFrame();
    const clicked = challenge.getByRole('button', {name}).click();
    this.#challenge = clicked.then(() => new Promise<never>(() => {}));
    // A case that never asks for the challenge's outcome fails by what it returns.
    this.#challenge.catch(() => {});
  }

  async addPaymentIntent(state?: IntentState): Promise<string> {
    const {hostname: host, port} = new URL(this.#sandbox);
    const stripe = new Stripe('sk_test_contract', {host, port, protocol: 'http'});
    const intent = await stripe.paymentIntents.create({
      amount: 1000,
      currency: 'usd',
      automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
      ...(state === 'manual' && {confirmation_method: 'manual'}),
      ...(state === 'asked' && {
        confirm: true,
        payment_method: 'pm_card_authenticationRequired',
      }),
      ...(state === 'held' && {
        capture_method: 'manual',
        confirm: true,
        payment_method: 'pm_card_visa',
      }),
    });
    if (state === 'canceled') await stripe.paymentIntents.cancel(intent.id);
    return intent.client_secret ?? '';
  }

  #evaluate<R>(script: string): Promise<R> {
    return Promise.race([this.#page.evaluate<R>(script), this.#challenge]);
  }

  #input(type: ElementType, part: Part) {
    const frame = this.#page.locator(`#${type} iframe`).contentFrame();
    return frame.locator(`input[autocomplete="${autocomplete[part]}"]`);
  }
}

/** As a literal of the page's script. */
function textOf(argument: unknown): string {
  return argument === undefined ? '' : JSON.stringify(argument);
}
