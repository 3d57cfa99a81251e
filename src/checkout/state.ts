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
  /** The merchant's server has the payment. */
  | {readonly name: 'confirming'}
  /** The customer is with their bank, above the page. */
  | {readonly name: 'authenticating'}
  /** Nobody knows yet what became of the payment. */
  | {readonly name: 'unconfirmed'; readonly payment: Payment; readonly error: PayError}
  | {readonly name: 'done'; readonly payment: Payment}
  | {readonly name: 'closed'; readonly reason: CloseReason};

/** Whether the customer can do nothing but wait. */
export function isWaiting({name}: CheckoutState): boolean {
  return /^(opening|tokenizing|confirming|done)$/.test(name);
}
