import {digitsOf, type Rules} from './rules.js';

/**
 * A security code.
 * @param length how many digits the card's brand has; three or four will do where it is not known
 */
export function cvcRules(length?: number): Rules {
  const shortest = length ?? 3;
  const longest = length ?? 4;
  return {
    read: text => digitsOf(text).slice(0, longest),
    show: value => value,
    maxLength: () => longest,
    faultOf: value => (value.length < shortest ? 'incomplete_cvc' : undefined),
    params: value => ({cvc: value}),
  };
}
