import Stripe from 'stripe';

/**
 * Our words by Stripe's codes. What is not listed gets the plain answer, on purpose: a thief need
 * not learn that a card is known as stolen. https://docs.stripe.com/declines/codes
 */
const reasons = new Map([
  ['insufficient_funds', 'There is not enough money on this card.'],
  ['expired_card', 'This card has expired.'],
  ['incorrect_cvc', 'The security code is not the one of this card.'],
  ['incorrect_number', 'The card number is wrong.'],
  ['processing_error', 'The card could not be processed just now. Try again in a little bit.'],
  [
    'authentication_required',
    'The bank asks for a confirmation of this payment, which this shop cannot show.',
  ],
]);

const declined = 'This card was declined.';
const refused = 'These card details could not be used. Please enter them again.';
const unavailable = 'This shop cannot take payments at the moment. Please come back later.';

/** What to tell the customer about a payment that failed for good. */
export function declineReason(error: Stripe.errors.StripeError): string {
  if (error instanceof Stripe.errors.StripeCardError) {
    return reasons.get(error.decline_code) ?? reasons.get(error.code ?? '') ?? declined;
  }
  return error instanceof Stripe.errors.StripeInvalidRequestError ? refused : unavailable;
}
