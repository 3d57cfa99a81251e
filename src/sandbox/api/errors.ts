import type {ContentfulStatusCode} from 'hono/utils/http-status';
import {cardErrorOf} from '../../stripe-js/cards/card-error.js';
import type {Refusal} from '../../stripe-js/cards/refusals.js';

/** The `error` of an answer's body; what does not apply is left out, as Stripe does. */
export interface ErrorBody {
  readonly type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly charge?: string;
  readonly payment_intent?: object;
  readonly payment_method?: object;
}

/** A request that fails, as the API answers it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ContentfulStatusCode;
  readonly body: ErrorBody;

  constructor(status: ContentfulStatusCode, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

type Details = Omit<ErrorBody, 'type' | 'message'>;

/** 400: the request cannot be understood or carried out. */
export function invalidRequest(message: string, details: Details = {}): ApiError {
  return new ApiError(400, {type: 'invalid_request_error', message, ...details});
}

/** 400: parameters of these names, which the request must not have. */
export function unknownParams(names: readonly string[]): ApiError {
  const noun = names.length === 1 ? 'parameter' : 'parameters';
  return invalidRequest(`Received unknown ${noun}: ${names.join(', ')}`, {
    code: 'parameter_unknown',
    param: names[0],
  });
}

/** 400: a parameter of this name is not there, and must be. */
export function missingParam(name: string): ApiError {
  return invalidRequest(`Missing required param: ${name}.`, {
    code: 'parameter_missing',
    param: name,
  });
}

/** 401: no key, or one that must not be used here. */
export function unauthorized(message: string, details: Details = {}): ApiError {
  return new ApiError(401, {type: 'invalid_request_error', message, ...details});
}

/** 402: a valid request, but the card is refused. */
export function cardError(refusal: Refusal, details: Details = {}): ApiError {
  return new ApiError(402, {...cardErrorOf(refusal), ...details});
}

/** 429: too many requests at once. */
export function rateLimited(): ApiError {
  return new ApiError(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message:
      'Request rate limit exceeded. You can learn more about rate limits here ' +
      'https://stripe.com/docs/rate-limits.',
  });
}

/**
 * No object with this id. Stripe answers 404 when the id stands in the address and 400 when it is
 * a parameter.
 */
export function noSuch(kind: string, id: string, param: string, status: 400 | 404 = 400): ApiError {
  return new ApiError(status, {
    type: 'invalid_request_error',
    message: `No such ${kind}: '${id}'`,
    code: 'resource_missing',
    param,
  });
}
