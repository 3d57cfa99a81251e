import {brandOf} from '../cards/brands.js';
import {passesLuhn} from '../cards/luhn.js';
import type {Fault} from './words.js';
import {digitsOf, type Rules} from './rules.js';

/** A card number, in groups as on the brand's cards. */
export const numberRules: Rules = {
  read(text) {
    const digits = digitsOf(text);
    return digits.slice(0, maxLength(digits));
  },
  show(value) {
    const starts = [0, ...brandOf(value).gaps];
    return starts
      .map((start, index) => value.slice(start, starts[index + 1]))
      .filter(group => group !== '')
      .join(' ');
  },
  maxLength,
  faultOf,
  params: value => ({number: value}),
};

function maxLength(value: string): number {
  return Math.max(...brandOf(value).lengths);
}

function faultOf(value: string): Fault | undefined {
  if (brandOf(value).lengths.includes(value.length) && passesLuhn(value)) return undefined;
  // Of a brand with several lengths, a number that fails the check can still become a longer one.
  return value.length < maxLength(value) ? 'incomplete_number' : 'invalid_number';
}
