import {attributeError, errorCodes, type PayError} from '../errors.js';

/**
 * Digits after the decimal point are Stripe's, never `Intl`'s: the two differ for ISK and UGX.
 * Source: https://docs.stripe.com/currencies.
 */
// prettier-ignore
const decimals = {
  // Looked up by syntax alone: a page that has replaced a method of texts must not move the decimal point.
  __proto__: null,
  bif: 0, clp: 0, djf: 0, gnf: 0, jpy: 0, kmf: 0, krw: 0, mga: 0, pyg: 0, rwf: 0, vnd: 0, vuv: 0, xaf: 0, xof: 0, xpf: 0,
  bhd: 3, jod: 3, kwd: 3, omr: 3, tnd: 3,
} as unknown as Readonly<Record<string, 0 | 3 | undefined>>;

/** Currencies that browsers do not know yet, or no longer. */
const unknownToBrowsers = 'sle std xcg';
let currencies: string | undefined;

/**
 * Whether there is such a currency (lower-case ISO 4217 code). Which of them a card can be charged in is
 * Stripe's to say: a list of these would be carried by every page.
 */
export function isCurrency(currency: string): boolean {
  // XXX is ISO's word for no currency.
  if (!/^(?!xxx)[a-z]{3}$/.test(currency)) return false;
  // Absent before Chrome 99.
  const known = (currencies ??= Intl.supportedValuesOf?.('currency').join(' ').toLowerCase());
  return `${known ?? currency} ${unknownToBrowsers}`.includes(currency);
}

/** @param name how the option is called where it was given */
export function currencyError(name: string, found: string | undefined): PayError {
  const expected = 'the three letters of a currency that can be charged, such as "usd"';
  return attributeError(errorCodes.invalidCurrency, name, expected, found);
}

/** @param name how the option is called where it was given */
export function amountError(name: string, found: string | undefined): PayError {
  const expected = 'a positive whole number in the smallest currency unit (999 for ¥999 or $9.99)';
  return attributeError(errorCodes.invalidAmount, name, expected, found);
}

/** How many digits of an amount in the smallest unit stand after the decimal point. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  return decimals[currency] ?? 2;
}

/**
 * An amount as the customer reads it.
 * @param amount in the smallest currency unit: 999 is ¥999, but $9.99
 * @param currency lower-case ISO 4217 code
 * @param locale BCP 47 language tag
 */
export function formatAmount(amount: number, currency: string, locale: string): string {
  const digits = decimalsOf(currency);
  const text: unknown = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
  if (typeof text !== 'string') throw new TypeError('The page has replaced Intl.NumberFormat.');
  return text;
}
