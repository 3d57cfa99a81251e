import type {Brand} from '../../stripe-js/cards/brands.js';
import {invalidRequest} from '../api/errors.js';

/** The least that can be charged, in the smallest unit: https://docs.stripe.com/currencies. */
const minimums: readonly (readonly [least: number, currencies: string])[] = [
  [30, 'gbp'],
  [50, 'usd ars aud brl cad chf cop eur idr ils inr jpy krw nzd php rub sgd zar'],
  [200, 'aed myr pln ron'],
  [250, 'dkk'],
  [300, 'nok sek'],
  [400, 'hkd'],
  [1000, 'mxn thb'],
  [1500, 'czk'],
  [17500, 'huf'],
];

/** Where an amount must be a multiple of more than one unit. Same source. */
const multiples: readonly (readonly [step: number, currencies: string])[] = [
  [10, 'bhd jod kwd omr tnd'],
  [100, 'isk ugx'],
];

/** Nine digits, where other cards take twelve. Same source. */
const largestOnAmex = 999_999_999;

/**
 * Checks what depends on amount and currency together. Stripe's minimum is the one of the currency
 * that the account is paid out in; here it is the one of the charge's own currency, where the table
 * has it. The wording is not verified.
 * @param amount in the currency's smallest unit
 * @param currency lower-case ISO 4217 code
 * @throws ApiError for an amount that is too small, or that has digits which the currency has not
 */
export function checkAmount(amount: number, currency: string): void {
  const least = rowFor(currency, minimums) ?? 1;
  if (amount < least) {
    throw invalidRequest(`Amount must be at least ${least} ${currency}`, {
      code: 'amount_too_small',
      param: 'amount',
    });
  }
  const step = rowFor(currency, multiples) ?? 1;
  if (amount % step !== 0) {
    throw invalidRequest(`Amounts in ${currency} must be multiples of ${step}`, {
      code: 'invalid_charge_amount',
      param: 'amount',
    });
  }
}

/** @throws ApiError for more than a card of this brand can be charged; the wording is not verified */
export function checkBrandLimit(amount: number, brand: Brand): void {
  if (brand.name !== 'amex' || amount <= largestOnAmex) return;
  throw invalidRequest(`Amount must be no more than ${largestOnAmex}`, {
    code: 'amount_too_large',
    param: 'amount',
  });
}

function rowFor(
  currency: string,
  rows: readonly (readonly [value: number, currencies: string])[],
): number | undefined {
  return rows.find(([, currencies]) => currencies.split(' ').includes(currency))?.[0];
}
