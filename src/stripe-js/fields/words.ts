import type {InputType} from './inputs.js';

/** The words of a field in one language. */
export interface Words {
  /** What screen readers call the inputs. */
  readonly labels: Record<InputType, string>;
  /** What stands above the inputs of a Payment Element. */
  readonly captions: Record<InputType, string>;
  readonly placeholders: Record<InputType, string>;
  /** What can be wrong with the text of an input, by Stripe's codes. */
  readonly faults: Record<Fault, string>;
}

/**
 * In Stripe's words. Not verified: the labels, the captions, everything of the postal code, and
 * `invalid_expiry_month_past`.
 */
export const english = {
  labels: {
    number: 'Credit or debit card number',
    expiry: 'Credit or debit card expiration date',
    cvc: 'Credit or debit card CVC/CVV',
    postal: 'ZIP',
  },
  captions: {number: 'Card number', expiry: 'Expiration date', cvc: 'Security code', postal: 'ZIP'},
  placeholders: {number: '1234 1234 1234 1234', expiry: 'MM / YY', cvc: 'CVC', postal: 'ZIP'},
  faults: {
    incomplete_number: 'Your card number is incomplete.',
    invalid_number: 'Your card number is invalid.',
    incomplete_expiry: "Your card's expiration date is incomplete.",
    invalid_expiry_month_past: "Your card's expiration date is in the past.",
    invalid_expiry_year_past: "Your card's expiration year is in the past.",
    incomplete_cvc: "Your card's security code is incomplete.",
    incomplete_zip: 'Your postal code is incomplete.',
  },
} as const;

export type Fault = keyof typeof english.faults;
