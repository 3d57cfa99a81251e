import {declines} from '../../stripe-js/cards/refusals.js';
import type {ErrorBody} from '../api/errors.js';

const apiError = (message: string): ErrorBody => ({type: 'api_error', message});
const invalid = (message: string, code?: string): ErrorBody => ({
  type: 'invalid_request_error',
  message,
  ...(code && {code}),
});

/** What Stripe says with a status when it is not about the request itself. */
const errors: Readonly<Record<number, ErrorBody>> = {
  400: invalid('Invalid request.'),
  401: invalid('Invalid API Key provided: sk_test_********************'),
  402: {
    type: 'card_error',
    code: declines.generic.code,
    decline_code: declines.generic.declineCode,
    message: declines.generic.message,
  },
  403: invalid('The provided key does not have access to this account.', 'account_invalid'),
  404: invalid('No such object.', 'resource_missing'),
  409: {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: 'There is currently another in-progress request using this Idempotent Key.',
  },
  424: apiError('An external dependency has failed.'),
  429: invalid(
    'Request rate limit exceeded. You can learn more about rate limits here ' +
      'https://stripe.com/docs/rate-limits.',
    'rate_limit',
  ),
};

/** The error that comes with a status. */
export function errorFor(status: number): ErrorBody {
  return (
    errors[status] ??
    (status >= 500
      ? apiError('Sorry, there was a problem on our end. Please try again.')
      : invalid('The request failed.'))
  );
}
