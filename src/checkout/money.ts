import {attributeError, errorCodes, type PayError} from '../errors.js';

/**
 * Digits after the decimal point are Stripe's, never `Intl`'s: the two differ for ISK and UGX.
 * Source: https://docs.stripe.com/currencies.
 */
const zeroDecimal = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf';
const threeDecimal = 'bhd jod kwd omr tnd';

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
  if (zeroDecimal.includes(currency)) return 0;
  return threeDecimal.includes(currency) ? 3 : 2;
}

/**
 * An amount as the customer reads it.
 * @param amount in the smallest currency unit: 999 is ¥999, but $9.99
 * @param currency lower-case ISO 4217 code
 * @param locale BCP 47 language tag
 */
export function formatAmount(amount: number, currency: string, locale: string): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 10 ** decimals);
}
