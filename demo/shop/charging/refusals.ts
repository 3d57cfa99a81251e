import Stripe from 'stripe';
import {shopUnavailable} from '../orders/limit.js';

/**
 * Our words by Stripe's codes. What is not listed gets the plain answer, on purpose: a thief need
 * not learn that a card is known as stolen. https://docs.stripe.com/declines/codes
 */
const reasons = new Map([
  ['card_declined', 'This card was declined.'],
  ['insufficient_funds', 'There is not enough money on this card.'],
  ['expired_card', 'This card has expired.'],
  ['incorrect_cvc', 'The security code is not the one of this card.'],
  ['incorrect_number', 'The card number is wrong.'],
  ['processing_error', 'The card could not be processed just now. Try again in a little bit.'],
  [
    'authentication_required',
    'The bank asks for a confirmation of this payment, which cannot be shown this way.',
  ],
  [
    'payment_intent_authentication_failure',
    'Your bank did not confirm this payment. Please try again, or use another card.',
  ],
  [shopUnavailable, 'This shop cannot take payments at the moment. Please come back later.'],
]);

const unusable = 'These card details could not be used. Please enter them again.';

/** What Stripe says of a refusal, in an answer or in a PaymentIntent. */
export interface StripeRefusal {
  readonly type: string;
  readonly code?: string | null;
  readonly decline_code?: string | null;
}

/**
 * What to keep and tell of a refusal: the bank's own code where it helps the customer, else
 * Stripe's.
 */
export function refusalCode({type, code, decline_code: declined}: StripeRefusal): string {
  if (declined && reasons.has(declined)) return declined;
  return code ?? type;
}

/** The same for an error of the SDK. */
export function errorCode(error: Stripe.errors.StripeError): string {
  const {code, decline_code} = error;
  const isTheirs = isDecline(error) || error instanceof Stripe.errors.StripeInvalidRequestError;
  return isTheirs
    ? refusalCode({type: error.rawType ?? error.type, code, decline_code})
    : shopUnavailable;
}

/** What to tell the customer about a payment that was refused for good. */
export function refusalReason(code: string): string {
  return reasons.get(code) ?? unusable;
}

export function isDecline(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeCardError;
}

/**
 * Nothing was charged, for certain. Not so after a timeout, a lost connection, a conflict or an
 * error at Stripe.
 */
export function isDefinitive(error: unknown): boolean {
  return (
    isDecline(error) ||
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  );
}
