import type {StripeError} from '@stripe/stripe-js';
import {errorCodes, type FieldName, PayError} from '../errors.js';

/** Which input a code of Stripe's is about. A refusal that names none is shown at the number. */
const fields: Readonly<Record<string, FieldName>> = {
  expired_card: 'expiry',
  incomplete_expiry: 'expiry',
  invalid_expiry_month: 'expiry',
  invalid_expiry_month_past: 'expiry',
  invalid_expiry_year: 'expiry',
  invalid_expiry_year_past: 'expiry',
  incomplete_cvc: 'cvc',
  incorrect_cvc: 'cvc',
  invalid_cvc: 'cvc',
  incomplete_zip: 'postalCode',
  incorrect_zip: 'postalCode',
};

/** Stripe's answer as an error that says who has to act, and where to show it. */
export function payErrorFrom(cause: StripeError): PayError {
  const message = cause.message ?? cause.type;
  switch (cause.type) {
    case 'card_error':
    case 'validation_error': {
      const code = cause.code ?? 'card_declined';
      return new PayError(code, 'customer', message, {field: fields[code] ?? 'number', cause});
    }
    case 'api_connection_error':
      return new PayError(errorCodes.unreachable, 'network', message, {cause});
    case 'rate_limit_error':
      return new PayError(errorCodes.rateLimit, 'network', message, {cause});
    case 'authentication_error':
    case 'idempotency_error':
    case 'invalid_request_error':
      return new PayError(errorCodes.providerRefused, 'merchant', message, {cause});
    default:
      return new PayError(errorCodes.providerFailed, 'network', message, {cause});
  }
}
