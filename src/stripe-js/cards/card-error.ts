import type {Refusal} from './refusals.js';

/** A refused card as the API's errors tell of it; what does not apply is left out, as Stripe does. */
export interface CardError {
  readonly type: 'card_error';
  readonly code: string;
  readonly decline_code?: string;
  readonly message: string;
  readonly param?: string;
}

export function cardErrorOf({code, declineCode, param, message}: Refusal): CardError {
  return {
    type: 'card_error',
    code,
    ...(declineCode && {decline_code: declineCode}),
    message,
    ...(param && {param}),
  };
}

/** The page that explains an error code. */
export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}
