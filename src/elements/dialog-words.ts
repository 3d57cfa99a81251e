import type {Checkout} from '../checkout/checkout.js';
import {isWaiting} from '../checkout/state.js';
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

/** What the customer waits for; nothing where it is their turn. */
export function waitWords({state, pace}: Checkout, words: Words): string | undefined {
  if (!isWaiting(state)) return undefined;
  if (pace !== 'usual') return words.stillWorking;
  if (state.name === 'opening') return words.opening;
  return state.name === 'done' ? words.done : words.paying;
}

/** After a long wait: the way out. */
export function adviceWords({state, pace}: Checkout, words: Words): string | undefined {
  if (pace !== 'long' || state.name === 'opening') return undefined;
  return state.name === 'tokenizing' ? words.slow.tokenizing : words.slow.done;
}
