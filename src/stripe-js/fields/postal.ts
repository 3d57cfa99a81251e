import {digitsOf, type Rules} from './rules.js';

const length = 5;

/** A ZIP code: every test card is American, and its country decides what Stripe asks for. */
export const postalRules: Rules = {
  read: text => digitsOf(text).slice(0, length),
  show: value => value,
  maxLength: () => length,
  faultOf: value => (value.length < length ? 'incomplete_zip' : undefined),
  params: value => ({postal: value}),
};
