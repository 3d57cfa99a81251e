import type {StripeElementChangeEvent} from '@stripe/stripe-js';
import {wordsOf, type Fault, type Language} from './words.js';

export type FieldError = NonNullable<StripeElementChangeEvent['error']>;

export function errorOf(fault: Fault, language: Language): FieldError {
  return {type: 'validation_error', code: fault, message: wordsOf(language).faults[fault]};
}

/** Whether more typing can put it right: such a fault is not shown before the field is left. */
export function isIncomplete(fault: Fault): boolean {
  return fault.startsWith('incomplete_');
}
