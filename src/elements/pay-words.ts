import {formatAmount} from '../checkout/money.js';
import type {CheckoutOptions} from '../checkout/options.js';
import type {Words} from '../locales/en.js';

/** The amount as the customer reads it; nothing where the merchant gave none. */
export function amountWords(
  {amount, currency}: CheckoutOptions,
  {language}: Words,
): string | undefined {
  return amount === undefined ? undefined : formatAmount(amount, currency, language);
}

/** What the dialog's button says: the merchant's words or ours, with the amount. */
export function payWords(options: CheckoutOptions, words: Words): string {
  const {panelLabel} = options;
  const amount = amountWords(options, words);
  if (!panelLabel) return words.pay(amount);
  if (panelLabel.includes('{{amount}}')) return panelLabel.replaceAll('{{amount}}', amount ?? '');
  return amount ? `${panelLabel} ${amount}` : panelLabel;
}
