import type {DeliveryAnswer} from '../checkout/delivery.js';
import {text} from '../checkout/given-options.js';
import type {Core} from '../core.js';
import {errorCodes} from '../errors.js';
import {warnOnce} from '../hints.js';
import {baseUrl, parseUrl} from '../page/platform.js';
import type {AnsweredButton} from './confirm-part.js';

/**
 * The merchant's server's answer to a form that was posted by `fetch`, as JSON; also what a page gives to
 * `complete()`, when it has posted the form itself:
 * - `done`: the card is charged. `location`, if there is one, is where the customer goes now;
 * - `refused`: the card was not charged. `code` is the provider's (`card_declined`, `insufficient_funds` …),
 *   `message` is shown where we have no words for the code. The customer may try another card;
 * - `action_required`: the bank wants to ask the customer. The form is posted once more after that, with
 *   `stripe_payment_intent` in the place of the credential. Only for forms that are posted by `fetch`;
 * - `unknown`: nobody knows yet. The customer goes to `location`, if there is one, or may have the same form posted
 *   again, to ask;
 * - `error`: the payment was not taken, for no reason of the card's. `message` is for the merchant.
 */
export type ServerAnswer =
  | {readonly status: 'done'; readonly location?: string}
  | {readonly status: 'refused'; readonly code?: string | null; readonly message?: string | null}
  | {readonly status: 'action_required'; readonly client_secret: string}
  | {readonly status: 'unknown'; readonly location?: string}
  | {readonly status: 'error'; readonly message?: string | null};

const statuses = ['done', 'refused', 'action_required', 'unknown', 'error'];

/** The server's answer; `unknown` where it makes no sense, since the card may have been charged all the same. */
export async function readAnswer(response: Response): Promise<ServerAnswer> {
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

function isAnswer(answer: unknown): answer is ServerAnswer {
  if (typeof answer !== 'object' || answer === null || !('status' in answer)) return false;
  if (answer.status === 'action_required') {
    return 'client_secret' in answer && typeof answer.client_secret === 'string';
  }
  return statuses.some(status => status === answer.status);
}

/** Converts the server's answer. Goes to its `location`, unless the page prevents `pay-confirmed`. */
export function deliveryAnswer(
  answer: ServerAnswer,
  button: AnsweredButton,
  {PayConfirmedEvent, PayError}: Core,
): DeliveryAnswer {
  switch (answer.status) {
    case 'done': {
      const mayLeave = button.dispatchEvent(new PayConfirmedEvent(answer));
      return {name: 'paid', isLeaving: mayLeave && leave(answer.location)};
    }
    case 'refused': {
      const code = text(answer.code) ?? 'card_declined';
      const error = button.gateway.refusal(code, text(answer.message) ?? '');
      return {name: 'refused', error};
    }
    case 'error': {
      const message = `pay-button: the shop's server did not take the payment: ${text(answer.message) ?? 'no message'}`;
      return {name: 'refused', error: new PayError(errorCodes.shopFailed, 'merchant', message)};
    }
    case 'unknown':
      leave(answer.location);
  }
  const message = 'The shop gave no clear answer.';
  return {name: 'unknown', error: new PayError(errorCodes.unknownOutcome, 'network', message)};
}

/** Converts what a page gave to `complete()`. Returns nothing, and warns, where that is no answer. */
export function pageAnswer(
  answer: unknown,
  button: AnsweredButton,
  core: Core,
): DeliveryAnswer | undefined {
  if (isAnswer(answer) && answer.status !== 'action_required') {
    return deliveryAnswer(answer, button, core);
  }
  warnOnce(
    'pay-button: complete() takes {status: "done"}, "refused", "unknown" or "error". Where the bank has to be asked, ' +
      'use data-confirm="fetch".',
  );
  return undefined;
}

/** Sends the customer to a page that the server names, never to a script. What makes no sense is no error. */
function leave(location: unknown): boolean {
  const base = baseUrl();
  const url = typeof location === 'string' && location ? parseUrl(location, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  window.location.assign(url);
  return true;
}
