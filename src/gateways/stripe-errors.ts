import type {StripeError} from '@stripe/stripe-js';
import {type Audience, errorCodes, type FieldName, PayError} from '../errors.js';

/** Which input a code of Stripe's is about: `incorrect_cvc`, `expired_card` … A refusal that names none is shown at the number. */
function fieldOf(code: string): FieldName {
  if (code.includes('cvc')) return 'cvc';
  if (code.includes('expir')) return 'expiry';
  return code.includes('zip') ? 'postalCode' : 'number';
}

/**
 * Codes of Stripe's that are about the request or the merchant's account, never about the card.
 * https://docs.stripe.com/error-codes
 */
const merchantCodes =
  /^(account|amount|api|application|authentication_error|balance|capture|charge|country|idempotency|livemode|lock|missing|parameters?|platform|resource|secret|source|state|testmode|tls|url|invalid_(char|charge|request|source)|payment_(intent|method)_(in|un|not|mandate))/;

/** A refusal that the merchant's server passes on by Stripe's code. */
export function refusal(code: string, message: string): PayError {
  if (!merchantCodes.test(code)) {
    return payErrorFrom({type: 'card_error', code, message});
  }
  const problem = `pay-button: the shop's server could not take the payment: ${code}. ${message}`;
  return new PayError(errorCodes.shopFailed, 'merchant', problem);
}

/** True where the bank was asked and said no, which ends the payment. */
export function isBanksNo({type, code = ''}: StripeError): boolean {
  return type === 'card_error' || code.endsWith('authentication_failure');
}

/** Stripe's answer as an error that says who has to act, and where to show it. */
export function payErrorFrom(said: StripeError): PayError {
  const cause = withoutObjects(said);
  const {type, code = 'card_declined', message = type} = cause;
  const error = (code: string, audience: Audience, field?: FieldName) =>
    new PayError(code, audience, message, {field, cause});
  switch (type) {
    case 'card_error':
    case 'validation_error':
      return error(code, 'customer', fieldOf(code));
    case 'api_connection_error':
      return error(errorCodes.unreachable, 'network');
    case 'rate_limit_error':
      return error(errorCodes.rateLimit, 'network');
    case 'authentication_error':
    case 'idempotency_error':
    case 'invalid_request_error':
      // Stripe's type for a customer whom the bank did not recognise.
      return code === 'payment_intent_authentication_failure'
        ? error(code, 'customer')
        : error(errorCodes.providerRefused, 'merchant');
    default:
      return error(errorCodes.providerFailed, 'network');
  }
}

/**
 * What Stripe says, without the objects that it speaks of: an intent brings its client's secret along, and every
 * script on the page can hear of the error.
 */
function withoutObjects(error: StripeError): StripeError {
  const words = Object.entries(error).filter(([, value]) => typeof value !== 'object');
  return Object.fromEntries(words) as unknown as StripeError;
}
