import type {PayError} from '../errors.js';
import type {Words} from './en.js';

/** What an error says to the customer, and what to do about it. */
export function errorWords(error: PayError, words: Words): string {
  const known = words.errors[error.code];
  if (known) return known;
  // The provider's own words are for the customer only where they are about the card.
  return error.audience === 'customer' ? error.message : words.somethingWrong;
}
