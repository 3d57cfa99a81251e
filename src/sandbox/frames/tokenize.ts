import type {StripeError, TokenResult} from '@stripe/stripe-js';
import type {FieldError} from './faults.js';
import {isRecord} from './port.js';

/** What the frames of one card show each other. */
export interface CardPart {
  check(): FieldError | undefined;
  params(): Record<string, string>;
}

declare global {
  interface Window {
    /** Read by the frame that makes the token; all of them have the sandbox's origin. */
    cardPart?: CardPart;
  }
}

/** In the manner of Stripe's (wording not verified). */
const noConnection: StripeError = {
  type: 'api_connection_error',
  message:
    'We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.',
};

/**
 * Has the API make a token of the card whose parts these are.
 * @param params of the request, except the card's own
 */
export async function tokenize(
  parts: readonly CardPart[],
  params: Readonly<Record<string, string>>,
): Promise<TokenResult> {
  const [error] = parts.map(part => part.check()).filter(fault => fault !== undefined);
  if (error) return {error};
  const body = new URLSearchParams(params);
  for (const [name, value] of parts.flatMap(part => Object.entries(part.params()))) {
    body.set(`card[${name}]`, value);
  }
  try {
    return await post(body);
  } catch {
    return {error: noConnection};
  }
}

/** The parts in the frames of these names, in the order of the page. */
export function partsNamed(names: readonly string[]): CardPart[] {
  return Array.from({length: parent.length}, (_, index) => partIn(parent[index], names)).filter(
    part => part !== undefined,
  );
}

function partIn(frame: Window, names: readonly string[]): CardPart | undefined {
  try {
    return names.includes(frame.name) ? frame.cardPart : undefined;
  } catch {
    // A frame of another origin: the page may have any number of those.
    return undefined;
  }
}

/** @throws what `fetch` throws, and TypeError on an answer that is not the API's */
async function post(body: URLSearchParams): Promise<TokenResult> {
  const response = await fetch('/v1/tokens', {method: 'POST', body, credentials: 'omit'});
  const answer: unknown = await response.json();
  if (!isRecord(answer)) throw new TypeError('The answer is not an object.');
  return (response.ok ? {token: answer} : {error: answer.error}) as unknown as TokenResult;
}
