import type {Stripe, StripeElements} from '@stripe/stripe-js';

export type ElementType = 'card' | 'cardNumber' | 'cardExpiry' | 'cardCvc' | 'payment';

/** The inputs inside elements, by what is typed into them. */
export type Part = 'number' | 'expiry' | 'cvc' | 'postal';

/** What an element told the page: the event's name and its payload. */
export interface Seen {
  readonly name: string;
  readonly elementType: ElementType;
  readonly [detail: string]: unknown;
}

/** What the page of a case has, as `contract`. */
export interface Stage {
  readonly stripe: Stripe;
  /** With a mode, so that it takes a Payment Element as well. */
  readonly elements: StripeElements;
  readonly seen: Seen[];
  submits: number;
  /** Creates an element, notes all its events and mounts it into the container of its name. */
  mount(type: ElementType, options?: object): void;
}

declare global {
  interface Window {
    contract: Stage;
  }
}

/** A page with a Stripe.js, and a customer's hands. Functions for the page must stand alone. */
export interface Driver {
  run<R>(act: () => R): Promise<Awaited<R>>;
  run<R, A>(act: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** Runs it, and returns the error that it throws or rejects with, as text; `nothing` without one. */
  refusal(act: () => unknown): Promise<string>;
  refusal<A>(act: (argument: A) => unknown, argument: A): Promise<string>;
  /** Waits until it is so, which an event of an element makes it. */
  until<A>(check: (argument: A) => boolean, argument: A): Promise<void>;
  /** Types at the end of what is there, and stays in the input. */
  type(type: ElementType, part: Part, text: string): Promise<void> | void;
  press(type: ElementType, part: Part, key: 'Escape' | 'Enter'): Promise<void> | void;
  /** Moves the focus to an input of the page's own. */
  leave(): Promise<void> | void;
  /** Has the customer answer their bank, when it asks during the next payment. */
  authenticate(outcome: 'complete' | 'fail'): void;
  /** Adds a payment intent on the merchant's server; returns its client secret. */
  addPaymentIntent(state?: IntentState): Promise<string> | string;
}

/**
 * What became of an intent before the page has it, or that its server confirms it itself. `asked`:
 * its server has, and the customer's bank asks.
 */
export type IntentState = 'asked' | 'canceled' | 'held' | 'manual';

/** One thing that every stand-in for Stripe.js does. */
export interface ContractCase {
  readonly name: string;
  /** What `run` returns. */
  readonly expected: unknown;
  readonly run: (driver: Driver) => Promise<unknown>;
}
