import {formatAmount} from '../checkout/money.js';
import type {CheckoutOptions} from '../checkout/options.js';
import {en as words} from '../locales/en.js';

/** The amount as the customer reads it; nothing where the merchant gave none. */
export function amountWords({amount, currency}: CheckoutOptions): string | undefined {
  return amount === undefined ? undefined : formatAmount(amount, currency, words.language);
}

/** What the dialog's button says: the merchant's words or ours, with the amount. */
export function payWords(options: CheckoutOptions): string {
  const {panelLabel} = options;
  const amount = amountWords(options);
  if (!panelLabel) return words.pay(amount);
  if (panelLabel.includes('{{amount}}')) return panelLabel.replaceAll('{{amount}}', amount ?? '');
  return amount ? `${panelLabel} ${amount}` : panelLabel;
}
