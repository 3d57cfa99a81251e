import type {StripeElementChangeEvent} from '@stripe/stripe-js';
import type {Fault, Words} from './words.js';

export type FieldError = NonNullable<StripeElementChangeEvent['error']>;

export function errorOf(fault: Fault, words: Words): FieldError {
  return {type: 'validation_error', code: fault, message: words.faults[fault]};
}

/** Whether more typing can put it right: such a fault is not shown before the input is left. */
export function isIncomplete(fault: Fault): boolean {
  return fault.startsWith('incomplete_');
}
