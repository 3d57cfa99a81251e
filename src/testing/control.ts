import type {PaymentIntent} from '@stripe/stripe-js';
import type {Refusal} from '../stripe-js/cards/refusals.js';
import type {ElementType} from '../stripe-js/fields/inputs.js';
import type {Release} from '../stripe-js/releases.js';
import {deferred, type Deferred} from './deferred.js';
import type {Card} from './entered-card.js';
import type {FakeElement} from './fake-element.js';
import {Occasion} from './occasion.js';

/** One call of the page, as the journal has it. */
export interface Call {
  /** Such as `createToken`, or `elements.submit` for a method of the group. */
  readonly method: string;
  /** As the page gave them. The card is not among them: it is in the elements. */
  readonly args: readonly unknown[];
  /** What the page got, once it got it. */
  readonly result?: unknown;
  /** What was thrown at the page. */
  readonly error?: unknown;
}

/** How the customer fares with the bank. */
export type Outcome = 'complete' | 'fail';

/** What a test has asked of the fake and what the page has done, from install to restore. */
export class Control {
  readonly release: Release;
  /** Aborted by restoring. */
  readonly ending = new AbortController();
  readonly calls: Call[] = [];
  readonly called = new Occasion<Call>();
  /** With the address that the browser would have gone to. */
  readonly redirected = new Occasion<string>();
  readonly mounted = new Set<FakeElement>();
  readonly becameReady = new Occasion<ElementType>();
  /** With what the next cards are refused, whatever they are. */
  readonly declines: Refusal[] = [];
  /** How the next authentications end. */
  readonly outcomes: Outcome[] = [];
  readonly intents = new Map<string, PaymentIntent>();
  /** Cards of the payment methods and confirmation tokens that were made. */
  readonly cards = new Map<string, Card>();
  /** Ids of the payment methods that have paid, or were to. */
  readonly spent = new Set<string>();
  /** How many of the next elements do not load. */
  failures = 0;
  #held: Deferred<void> | undefined;
  #lastId = 0;

  constructor(release: Release) {
    this.release = release;
  }

  /** Notes a call that is not answered. */
  note(method: string, args: readonly unknown[]): {-readonly [K in keyof Call]: Call[K]} {
    const call = {method, args};
    this.calls.push(call);
    this.called.happen(call);
    return call;
  }

  /** Notes a call, and what comes of it. */
  async record<R>(method: string, args: readonly unknown[], run: () => R | Promise<R>): Promise<R> {
    const call = this.note(method, args);
    try {
      const result = await run();
      if (!this.ending.signal.aborted) return (call.result = result);
    } catch (error) {
      if (!this.ending.signal.aborted) throw (call.error = error);
    }
    // Restored meanwhile: a page that is gone hears of nothing.
    return new Promise(() => {});
  }

  hold(): void {
    this.#held ??= deferred();
  }

  letGo(): void {
    this.#held?.resolve();
    this.#held = undefined;
  }

  /** When answers are no longer held. */
  async answered(): Promise<void> {
    await this.#held?.promise;
  }

  readonly newId = (prefix: string): string =>
    `${prefix}_fake${String(++this.#lastId).padStart(20, '0')}`;
}
