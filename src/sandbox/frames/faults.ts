import type {StripeElementChangeEvent} from '@stripe/stripe-js';

/** What can be wrong with the text of a field, in Stripe's codes and words. */
const faults = {
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incomplete_expiry: "Your card's expiration date is incomplete.",
  invalid_expiry_month_past: "Your card's expiration date is in the past.",
  invalid_expiry_year_past: "Your card's expiration year is in the past.",
  incomplete_cvc: "Your card's security code is incomplete.",
} as const;

export type Fault = keyof typeof faults;

export type FieldError = NonNullable<StripeElementChangeEvent['error']>;

export function errorOf(fault: Fault): FieldError {
  return {type: 'validation_error', code: fault, message: faults[fault]};
}

/** Whether more typing can put it right: such a fault is not shown before the field is left. */
export function isIncomplete(fault: Fault): boolean {
  return fault.startsWith('incomplete_');
}
