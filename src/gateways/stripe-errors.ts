import type {StripeError} from '@stripe/stripe-js';
import {errorCodes, type FieldName, PayError} from '../errors.js';

/** Which input a code of Stripe's is about: `incorrect_cvc`, `expired_card` … A refusal that names none is shown at the number. */
function fieldOf(code: string): FieldName {
  if (code.includes('cvc')) return 'cvc';
  if (code.includes('expir')) return 'expiry';
  return code.includes('zip') ? 'postalCode' : 'number';
}

/** Stripe's answer as an error that says who has to act, and where to show it. */
export function payErrorFrom(cause: StripeError): PayError {
  const message = cause.message ?? cause.type;
  switch (cause.type) {
    case 'card_error':
    case 'validation_error': {
      const code = cause.code ?? 'card_declined';
      return new PayError(code, 'customer', message, {field: fieldOf(code), cause});
    }
    case 'api_connection_error':
      return new PayError(errorCodes.unreachable, 'network', message, {cause});
    case 'rate_limit_error':
      return new PayError(errorCodes.rateLimit, 'network', message, {cause});
    case 'authentication_error':
    case 'idempotency_error':
    case 'invalid_request_error':
      // Stripe's type for a customer whom the bank did not recognise.
      if (cause.code === 'payment_intent_authentication_failure') {
        return new PayError(cause.code, 'customer', message, {cause});
      }
      return new PayError(errorCodes.providerRefused, 'merchant', message, {cause});
    default:
      return new PayError(errorCodes.providerFailed, 'network', message, {cause});
  }
}
