import type {PaymentIntent} from '@stripe/stripe-js';
import type {ElementType} from '../stripe-js/fields/inputs.js';
import {isRelease, type Release} from '../stripe-js/releases.js';
import {Control, type Call, type Outcome} from './control.js';
import {refusalFrom, type Decline, type DeclineCode} from './errors.js';
import {fillCard, type CardToFill} from './filling.js';
import {install, isInstalled} from './installed.js';
import {intentObject} from './objects.js';
import {createStripe} from './stripe.js';

export interface FakeStripeOptions {
  /** The release of Stripe.js to be like: `endive`, unless given. Before dahlia there is `createSource`. */
  readonly version?: Release;
}

/** One for all installs: pages keep it, and `loadStripe` does. */
const stripeFunction: typeof createStripe & {version?: string | number} =
  createStripe.bind(undefined);

/**
 * Puts a fake Stripe.js into this page, which needs no server and no frames.
 * @returns the handle of the test; call its `restore()` at the end
 * @throws an Error where one is installed already, and a TypeError for a release that there is not
 * @example
 * const stripe = installFakeStripe();
 * await stripe.fillCard(testCards.visa);
 * stripe.restore();
 */
export function installFakeStripe({version = 'endive'}: FakeStripeOptions = {}): FakeStripe {
  if (isInstalled()) throw new Error('A fake Stripe is installed already: call its restore().');
  if (!isRelease(version)) throw new TypeError(`Stripe.js has no release "${String(version)}".`);
  return new FakeStripe(version);
}

/** What a test has of the fake: how it answers, what the page did with it. */
export class FakeStripe {
  readonly #control: Control;
  readonly #before = Object.getOwnPropertyDescriptor(window, 'Stripe');

  constructor(version: Release) {
    this.#control = new Control(version);
    install(this.#control);
    // The oldest release tells its version as a number.
    stripeFunction.version = version === 'v3' ? 3 : version;
    Object.defineProperty(window, 'Stripe', {
      value: stripeFunction,
      configurable: true,
      writable: true,
      enumerable: true,
    });
  }

  /** Each call of the page, oldest first. */
  get calls(): readonly Call[] {
    return this.#control.calls;
  }

  /** The next call of this method, such as `createToken`. Ask before you make the page call it. */
  nextCall(method: string): Promise<Call> {
    return this.#control.called.next(call => call.method === method);
  }

  /**
   * The address that the next `confirmPayment` sends the browser to, or the next `handleNextAction` of
   * an intent whose bank has a page of its own. The page stays.
   */
  nextRedirect(): Promise<string> {
    return this.#control.redirected.next(() => true);
  }

  /** When an element of this type is mounted and ready; at once, where one is. */
  async ready(type: ElementType): Promise<void> {
    const {mounted, becameReady} = this.#control;
    if ([...mounted].some(element => element.type === type && element.isReady)) return;
    await becameReady.next(ready => ready === type);
  }

  /**
   * Has a customer fill in every card element that is mounted, once they are ready, and leave them.
   * @param card Parts that it does not have are left as they are.
   * @throws an Error where there is no card element, or it is disabled
   */
  fillCard(card?: CardToFill): Promise<void> {
    return fillCard(card);
  }

  /** The next answer to a card refuses it: by Stripe's code or decline code, or in words of your own. */
  declineNext(decline: DeclineCode | Decline): void {
    this.#control.declines.push(refusalFrom(decline));
  }

  /** The next payment asks for authentication, with this outcome. */
  requireAuthentication(outcome: Outcome = 'complete'): void {
    this.#control.outcomes.push(outcome);
  }

  /**
   * Adds a payment intent, as the merchant's server would.
   * @param values Such as `amount`, in the smallest currency unit; the rest is as in a new intent.
   * @returns its client secret
   */
  addPaymentIntent(values: Partial<PaymentIntent> = {}): string {
    const intent = intentObject(this.#control.newId, values);
    const secret = intent.client_secret ?? '';
    this.#control.intents.set(secret, intent);
    return secret;
  }

  /** Answers wait from now on until `release()`. */
  hold(): void {
    this.#control.hold();
  }

  /** Answers that wait come now, and later ones at once. */
  release(): void {
    this.#control.letGo();
  }

  /**
   * The next element to be mounted does not load: `loaderror`, and destroyed. Counts those that can
   * tell: `card`, `cardNumber` and `payment`.
   */
  failToLoad(): void {
    this.#control.failures++;
  }

  /** Takes everything back: the page is as it was before. Answers that are held never come. */
  restore(): void {
    const {ending} = this.#control;
    if (ending.signal.aborted) return;
    ending.abort();
    for (const element of [...this.#control.mounted]) element.unmount();
    install(undefined);
    if (this.#before) Object.defineProperty(window, 'Stripe', this.#before);
    else Reflect.deleteProperty(window, 'Stripe');
  }
}
