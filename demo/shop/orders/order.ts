import type {Product} from '../products.js';

/**
 * Where an order stands:
 * - `open`: nothing is charged, a card may be charged;
 * - `unknown`: an attempt to charge was begun and its outcome is not written yet: the request is on
 *   its way, its answer was lost, or the server stopped in between. Nobody begins another attempt;
 * - `action`: the bank wants to ask the customer (3-D Secure), and the charge waits for the answer;
 * - `paid`: charged, once, with a row in `payments`;
 * - `held`: what Stripe did does not fit the order. A person has to look.
 */
export type OrderStatus = 'open' | 'unknown' | 'action' | 'paid' | 'held';

export interface Order {
  readonly id: string;
  /** Who made it, and alone may see and pay it. */
  readonly session: string;
  /**
   * The product as it was when it was ordered: later changes of the catalogue do not reach back.
   */
  readonly product: Product;
  readonly status: OrderStatus;
  readonly created: string;
}

/** The kinds of things that a browser hands over to pay with. */
export type MeansKind =
  | 'token'
  | 'payment_method'
  | 'confirmation_token'
  | 'source'
  /** A PaymentMethod that the customer let the shop keep. */
  | 'saved_card';

export interface Means {
  readonly kind: MeansKind;
  readonly id: string;
}

/** Which of Stripe's interfaces charges. `charges` takes tokens only, and knows no 3-D Secure. */
export type ChargeApi = 'intents' | 'charges';

/** A customer's wish to pay. */
export interface Wish {
  readonly means: Means;
  readonly email: string | null;
  /** Whether the customer wants the shop to keep the card. */
  readonly save: boolean;
  readonly api: ChargeApi;
  /** Where the bank sends the customer back to; `null` where the page itself shows the bank's question. */
  readonly returnUrl: string | null;
  /** Whom the limit against card testing counts by, beside the session. */
  readonly address: string;
}

/** An order with an attempt to charge it; at most one attempt of an order is under way. */
export interface Attempt extends Omit<Wish, 'address'> {
  readonly order: Order;
  /** 1 for the first card; one more after each definitive refusal. */
  readonly number: number;
  /** When it was begun, in milliseconds since 1970. */
  readonly begun: number;
  /** Stripe's customer that it charges, once that is written. */
  readonly customer: string | null;
  /** Stripe's PaymentIntent, once that is known. */
  readonly intent: string | null;
  /** Why it was refused, if it was; nothing was charged then. */
  readonly refusal: string | null;
}

/** What was charged for an order: the ids that Stripe gave. */
export interface Payment {
  readonly means: Means;
  readonly email: string | null;
  readonly customer: string;
  /** `null` where the charge was made without one. */
  readonly paymentIntent: string | null;
  readonly charge: string;
  readonly paid: string;
}

/** A card that a customer let the shop keep, as it may be shown. */
export interface SavedCard {
  /** Stripe's PaymentMethod. */
  readonly id: string;
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
}
