import type {Fault} from './words.js';
import {digitsOf, type Rules} from './rules.js';

/** Month, a separator that somebody typed or pasted, and what follows. */
const withSeparator = /^\s*([0-9]{1,2})[\s/.-]+(.*)$/;

/** A month and the last two digits of a year. The value is MMYY, or as much of it as is there. */
export const expiryRules: Rules = {
  read(text) {
    const digits = withWholeMonth(text);
    return digits.slice(0, 2) + shortYear(digits.slice(2));
  },
  show: value => (value.length < 2 ? value : `${value.slice(0, 2)} / ${value.slice(2)}`),
  maxLength: () => 4,
  faultOf: value => faultAt(value, new Date()),
  params: value => ({exp_month: value.slice(0, 2), exp_year: value.slice(2)}),
};

/** The digits of a text, the month in two of them as soon as it can be no other. */
function withWholeMonth(text: string): string {
  const [, month, rest] = withSeparator.exec(text.normalize('NFKC')) ?? [];
  if (month && rest !== undefined && Number(month) > 0) {
    return withWholeMonth(month.padStart(2, '0') + digitsOf(rest));
  }
  const digits = digitsOf(text);
  if (digits.startsWith('00')) return digits.slice(1);
  const first = Number(digits.slice(0, 1));
  const both = Number(digits.slice(0, 2));
  return first > 1 || both > 12 ? `0${digits}` : digits;
}

function shortYear(year: string): string {
  return /^20[0-9]{2}$/.test(year) ? year.slice(2) : year.slice(0, 2);
}

/** What is wrong with a value at this time: cards are good to the end of their month. */
function faultAt(value: string, now: Date): Fault | undefined {
  if (value.length < 4) return 'incomplete_expiry';
  const month = Number(value.slice(0, 2));
  const year = 2000 + Number(value.slice(2));
  if (year < now.getFullYear()) return 'invalid_expiry_year_past';
  if (year === now.getFullYear() && month <= now.getMonth()) return 'invalid_expiry_month_past';
  return undefined;
}
