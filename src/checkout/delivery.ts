import type {PayError} from '../errors.js';
import type {Payment} from './payment.js';

/** The outcome of a payment that was taken to the merchant. */
export type DeliveryAnswer =
  /** The browser is leaving this page with the credential. The next page says what became of it. */
  | {readonly name: 'leaving'}
  /** The page took the credential over. Whether it will be paid is not known here. */
  | {readonly name: 'handled'}
  /** The merchant's server has charged the card. `isLeaving`: the browser goes to the page that it named. */
  | {readonly name: 'paid'; readonly isLeaving: boolean}
  /** The card was not charged. */
  | {readonly name: 'refused'; readonly error: PayError}
  /** Nobody knows whether the card was charged. */
  | {readonly name: 'unknown'; readonly error: PayError};

export interface DeliveryContext {
  /** Lets the customer's bank ask for a confirmation; see `CardForm.authenticate()`. */
  readonly authenticate: (clientSecret: string) => Promise<string>;
  /** Aborts when the opening is over: the answer no longer matters. */
  readonly signal: AbortSignal;
}

/** The way of a credential to the merchant. */
export interface Delivery {
  /**
   * Takes a payment to the merchant. Called again with the same payment where the answer was `unknown` and the
   * customer asks what became of it.
   * @returns what became of it. A rejection with a PayError counts as `refused`, any other one as `unknown`.
   */
  deliver(payment: Payment, context: DeliveryContext): Promise<DeliveryAnswer>;
}
