import type {PayError} from '../errors.js';
import type {FieldErrors} from './field-errors.js';
import type {CloseReason, Payment} from './payment.js';

/** Where an opening stands, with only what that stage needs. */
export type CheckoutState =
  | {readonly name: 'opening'}
  | {readonly name: 'unavailable'; readonly error: PayError}
  | {readonly name: 'ready'}
  | {readonly name: 'refused'; readonly errors: FieldErrors}
  | {readonly name: 'tokenizing'}
  /** The payment is on its way to the merchant's server, or in the hands of the page. */
  | {readonly name: 'delivering'}
  /** The customer is with their bank, above the page. */
  | {readonly name: 'authenticating'}
  /** Nobody knows yet what became of the payment. */
  | {readonly name: 'unconfirmed'; readonly payment: Payment; readonly error: PayError}
  /** The browser is leaving this page with the payment. */
  | {readonly name: 'leaving'}
  /** The merchant's server has charged the card. */
  | {readonly name: 'done'; readonly payment: Payment}
  | {readonly name: 'closed'; readonly reason: CloseReason};

/** Whether the customer can do nothing but wait. */
export function isWaiting({name}: CheckoutState): boolean {
  return /^(opening|tokenizing|delivering|leaving|done)$/.test(name);
}

/** True while the merchant's server may be charging: the customer must not pay again. */
export function isDelivering({name}: CheckoutState): boolean {
  return /^(delivering|authenticating|leaving|done)$/.test(name);
}
