import {errorCodes, type PayError} from '../errors.js';
import type {Words} from './en.js';

/** What an error says to the customer, and what to do about it. */
export function errorWords(error: PayError, words: Words): string {
  const known = knownWords(error, words);
  if (known) return known;
  switch (error.audience) {
    case 'customer':
      // The provider's own words are for the customer only where they are about the card.
      return error.message || words.errors.card_declined;
    case 'merchant':
      return words.errors[errorCodes.providerRefused];
    case 'network':
      return words.somethingWrong;
  }
}

function knownWords({code, field}: PayError, words: Words): string | undefined {
  if (code !== errorCodes.incompleteAddress) return entry(words.errors, code);
  const [, part] = field.split('-');
  return entry(words.incompleteAddress ?? {}, part);
}

/** Codes come from elsewhere: one may be called `constructor`. */
function entry(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
