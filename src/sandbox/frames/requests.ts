import type {StripeError} from '@stripe/stripe-js';
import {isRecord} from './port.js';

interface Target {
  readonly method: 'GET' | 'POST';
  /** With `:id` for an id. */
  readonly path: string;
  /** The parameter that holds the card, of a request that can have one. */
  readonly card?: string;
  /** The parameter for the postal code that was typed with the card. */
  readonly postal?: string;
}

const ofData = {
  card: 'payment_method_data[card]',
  postal: 'payment_method_data[billing_details][address][postal_code]',
} as const;

/** What pages can have a frame ask of the API, by name: a page cannot have cards sent elsewhere. */
const targets = {
  createToken: {method: 'POST', path: '/v1/tokens', card: 'card', postal: 'card[address_zip]'},
  createPaymentMethod: {
    method: 'POST',
    path: '/v1/payment_methods',
    card: 'card',
    postal: 'billing_details[address][postal_code]',
  },
  createConfirmationToken: {method: 'POST', path: '/v1/confirmation_tokens', ...ofData},
  createSource: {
    method: 'POST',
    path: '/v1/sources',
    card: 'card',
    postal: 'owner[address][postal_code]',
  },
  retrieveSource: {method: 'GET', path: '/v1/sources/:id'},
  confirmPaymentIntent: {method: 'POST', path: '/v1/payment_intents/:id/confirm', ...ofData},
  retrievePaymentIntent: {method: 'GET', path: '/v1/payment_intents/:id'},
} as const satisfies Record<string, Target>;

export type Params = Readonly<Record<string, string>>;

export interface ApiRequest {
  readonly name: keyof typeof targets;
  /** For the address, where that has one. */
  readonly id?: string;
  /** Except the card's own. */
  readonly params: Params;
}

/** An object of the API, or what went wrong. */
export type Answer =
  | {readonly object: unknown; readonly error?: undefined}
  | {readonly object?: undefined; readonly error: StripeError};

/** In the manner of Stripe's (wording not verified). */
export const noConnection: StripeError = {
  type: 'api_connection_error',
  message:
    'We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.',
};

export function isApiRequest(value: unknown): value is ApiRequest {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    Object.hasOwn(targets, value.name) &&
    hasItsId(targets[value.name as keyof typeof targets], value.id) &&
    isRecord(value.params) &&
    Object.values(value.params).every(param => typeof param === 'string')
  );
}

/** An id is letters, digits and underscores: it must not lead elsewhere. */
function hasItsId({path}: Target, id: unknown): boolean {
  return path.includes(':id') ? typeof id === 'string' && /^\w+$/.test(id) : id === undefined;
}

/** Whether a request has a parameter for a card: else the card would end up in its address. */
export function takesCard({name}: ApiRequest): boolean {
  const {card}: Target = targets[name];
  return card !== undefined;
}

/**
 * Sends a request to the API of this origin.
 * @param card its parts as parameters of the API's `card` hash, and `postal`; none without a card
 */
export async function send(request: ApiRequest, card: Params = {}): Promise<Answer> {
  const target: Target = targets[request.name];
  const params = new URLSearchParams(request.params);
  for (const [name, value] of Object.entries(card)) {
    params.set((name === 'postal' && target.postal) || `${target.card}[${name}]`, value);
  }
  try {
    return await fetchAnswer(target, request.id ?? '', params);
  } catch {
    return {error: noConnection};
  }
}

/** @throws what `fetch` throws, and TypeError on an answer that is not the API's */
async function fetchAnswer(
  {method, path}: Target,
  id: string,
  params: URLSearchParams,
): Promise<Answer> {
  const address = path.replace(':id', id);
  const response =
    method === 'GET'
      ? await fetch(`${address}?${params}`, {credentials: 'omit'})
      : await fetch(address, {method, body: params, credentials: 'omit'});
  const answer: unknown = await response.json();
  if (!isRecord(answer)) throw new TypeError('The answer is not an object.');
  if (response.ok) return {object: answer};
  if (!isRecord(answer.error)) throw new TypeError('The answer tells no error.');
  return {error: answer.error as unknown as StripeError};
}
