import type {StripeError} from '@stripe/stripe-js';
import {type Audience, errorCodes, type FieldName, PayError} from '../errors.js';

/** Which input a code of Stripe's is about: `incorrect_cvc`, `expired_card` … A refusal that names none is shown at the number. */
function fieldOf(code: string): FieldName {
  if (code.includes('cvc')) return 'cvc';
  if (code.includes('expir')) return 'expiry';
  return code.includes('zip') ? 'postalCode' : 'number';
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
