import Stripe from 'stripe';
import {shopUnavailable} from '../orders/limit.js';
import type {Outcome} from './outcome.js';

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
]);

/** The code of a credential that cannot be charged, where Stripe has none. */
const unusableCode = 'credential_unusable';

const unusable = 'These card details could not be used. Please enter them again.';

/** What Stripe says of a refusal, in an answer or in a PaymentIntent. */
export interface StripeRefusal {
  readonly type: string;
  readonly code?: string | null;
  readonly decline_code?: string | null;
}

/** The parameters in which a request to Stripe carries what the customer pays with. */
const credentialParams = new Set([
  'source',
  'card',
  'card[token]',
  'payment_method',
  'confirmation_token',
]);

const credentialCodes = new Set([
  'token_already_used',
  'token_in_use',
  'payment_method_unexpected_state',
]);

/** How Stripe says that a PaymentMethod or a source is spent, for which it has no code. */
const spent = /may not be used again|cannot be used again|is consumed/;

/** How Stripe says that the keys of page and server are of two modes, which is no customer's fault. */
const ofOtherMode = /a similar object exists in (?:test|live) mode/;

/**
 * Returns what to keep and tell of a refusal: the bank's own code where it helps the customer, else
 * Stripe's. It is never empty.
 */
export function refusalCode({type, code, decline_code: declined}: StripeRefusal): string {
  if (declined && reasons.has(declined)) return declined;
  return code || (type === 'card_error' ? 'card_declined' : unusableCode);
}

/**
 * The same for an error of the SDK. All but a decline and a credential that cannot be used is the
 * shop's own fault, such as its keys, the amount or another parameter.
 */
export function errorCode(error: Stripe.errors.StripeError): string {
  const {code, decline_code} = error;
  if (isDecline(error)) return refusalCode({type: 'card_error', code, decline_code});
  return isAboutCredential(error)
    ? refusalCode({type: error.rawType ?? error.type, code})
    : shopUnavailable;
}

/** How an attempt ended that was refused with this code. */
export function endedBy(code: string): Outcome {
  return code === shopUnavailable ? {state: 'failed'} : {state: 'refused', code};
}

/** What to tell the customer about a payment that was refused for good. */
export function refusalReason(code: string): string {
  return reasons.get(code) ?? unusable;
}

export function isDecline(error: unknown): error is Stripe.errors.StripeCardError {
  return error instanceof Stripe.errors.StripeCardError;
}

function isAboutCredential(error: Stripe.errors.StripeError): boolean {
  const {code = '', param = '', message} = error;
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return false;
  if (code.startsWith('parameter_') || ofOtherMode.test(message)) return false;
  return credentialParams.has(param) || credentialCodes.has(code) || spent.test(message);
}

/**
 * Nothing was charged, for certain. Not so after a timeout, a lost connection, a conflict or an
 * error at Stripe.
 */
export function isDefinitive(error: unknown): error is Stripe.errors.StripeError {
  return (
    isDecline(error) ||
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  );
}
