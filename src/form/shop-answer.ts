import {parseUrl} from '../platform.js';

/**
 * What the merchant's server answers to a form that was posted by `fetch`, as JSON:
 * - `done`: the card is charged. `location`, if there is one, is where the customer goes now;
 * - `refused`: the card was not charged. `code` is the provider's (`card_declined`, `insufficient_funds` …),
 *   `message` is shown where we have no words for the code. The customer may try another card;
 * - `action_required`: the bank wants to ask the customer. The form is posted once more after that, with
 *   `stripe_payment_intent` in the place of what was made of the card;
 * - `unknown`: nobody knows yet. The customer may have the same form posted again, to ask;
 * - `error`: the payment was not taken, for no reason of the card's. `message` is for the merchant.
 */
export type ShopAnswer =
  | {readonly status: 'done'; readonly location?: string}
  | {readonly status: 'refused'; readonly code?: string | null; readonly message?: string | null}
  | {readonly status: 'action_required'; readonly client_secret: string}
  | {readonly status: 'unknown'}
  | {readonly status: 'error'; readonly message?: string | null};

const statuses = ['done', 'refused', 'action_required', 'unknown', 'error'];

/** What a server answered; `unknown` where it makes no sense, since the card may have been charged all the same. */
export async function readAnswer(response: Response): Promise<ShopAnswer> {
  try {
    const answer: unknown = await response.json();
    if (isAnswer(answer)) return answer;
  } catch {
    // A page, or half an answer.
  }
  console.error(
    `pay-button: ${response.url} answered ${response.status}, but not with the JSON that data-confirm="fetch" ` +
      'asks for: {"status": "done"}, "refused", "action_required", "unknown" or "error".',
  );
  return {status: 'unknown'};
}

/**
 * Where the merchant's server sends the customer: to a page, not to a script. The card is charged by then, so
 * that what makes no sense is no error.
 */
export function destination(location: unknown, base: string): URL | undefined {
  const url = typeof location === 'string' && location ? parseUrl(location, base) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function isAnswer(answer: unknown): answer is ShopAnswer {
  if (typeof answer !== 'object' || answer === null || !('status' in answer)) return false;
  if (answer.status === 'action_required') {
    return 'client_secret' in answer && typeof answer.client_secret === 'string';
  }
  return statuses.some(status => status === answer.status);
}
