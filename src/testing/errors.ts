import type {StripeError} from '@stripe/stripe-js';
import {cardErrorOf, docUrl} from '../stripe-js/cards/card-error.js';
import {declines, invalidCards, type Refusal} from '../stripe-js/cards/refusals.js';

/** An answer that refuses the card. */
export function cardError(refusal: Refusal): StripeError & {type: 'card_error'} {
  return {...cardErrorOf(refusal), doc_url: docUrl(refusal.code)};
}

const refusalTable = [...Object.values(declines), ...Object.values(invalidCards)];

type Known = (typeof refusalTable)[number];
type DeclineCodeOf<R> = R extends {declineCode: infer D} ? D : never;

/** Codes whose words the kit knows: decline codes, and the codes of refusals without one. */
export type DeclineCode = Known['code'] | DeclineCodeOf<Known>;

/** A refusal in a test's own words. */
export interface Decline {
  readonly code: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly message?: string;
}

/** @throws a TypeError for a code that is not in the table, in tests without types */
export function refusalFrom(decline: DeclineCode | Decline): Refusal {
  if (typeof decline === 'string') return known(decline);
  const {code, decline_code: declineCode, param, message = declines.generic.message} = decline;
  return {code, declineCode, param, message};
}

function known(code: string): Refusal {
  const rows: readonly Refusal[] = refusalTable;
  const found = rows.find(row => row.declineCode === code) ?? rows.find(row => row.code === code);
  if (!found) {
    throw new TypeError(`declineNext(): no words for "${code}"; give {code, message} instead.`);
  }
  return found;
}
