import type {Checkout} from '../checkout/checkout.js';
import {warnOnce} from '../hints.js';
import {assertPlatform, rootElement} from '../page/platform.js';
import type {Draft} from './draft.js';
import type {PayDialog} from './pay-dialog.js';
import {carryTheme} from './theme.js';

/**
 * Opens the dialog of a checkout beside the page's body; resolves when the customer can see it. A page may replace its
 * body, or all that is in it, while the dialog is open. The provider's frames would not survive that.
 * @param draft what the customer typed at an earlier opening; what they type now is kept there
 * @param opener whose look the dialog takes over, as far as it is set by `--pay-…`
 */
export async function showPayDialog(
  checkout: Checkout,
  draft: Draft,
  opener: Element | undefined,
): Promise<PayDialog> {
  assertPlatform();
  // Such a site could lay something over the dialog, and nothing here could tell.
  if (top !== window && !frameElement) warnOnce('pay-button: another site frames this page.');
  const dialog = document.createElement('pay-dialog');
  dialog.checkout = checkout;
  dialog.draft = draft;
  if (opener) carryTheme(opener, dialog);
  rootElement().append(dialog);
  if (!dialog.isConnected) throw new TypeError('append() does not put the dialog on the page.');
  await dialog.updateComplete;
  // An element whose constructor throws is one that does nothing.
  if (!dialog.hasUpdated && checkout.state.name !== 'closed') {
    throw new TypeError('The dialog could not be drawn.');
  }
  return dialog;
}
