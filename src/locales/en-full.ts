import {en, type Words} from './en.js';
import {addressWords} from './en-addresses.js';
import {shopWords} from './en-shop.js';

/** English with every word, for what differs from it. */
export const english: Words = {
  ...en,
  ...addressWords,
  ...shopWords,
  errors: {...en.errors, ...addressWords.errors, ...shopWords.errors},
};
