import type {Checkout} from '../checkout/checkout.js';
import {warnOnce} from '../hints.js';
import {member} from '../platform.js';
import type {Draft} from './draft.js';
import {carryTheme} from './theme.js';

/**
 * Opens the dialog of a checkout on the page's body; resolves when the customer can see it.
 * @param draft what the customer typed at an earlier opening; what they type now is kept there
 * @param opener whose look the dialog takes over, as far as it is set by `--pay-…`
 */
export async function showPayDialog(
  checkout: Checkout,
  draft: Draft,
  opener: Element | undefined,
): Promise<void> {
  // Such a site could lay something over the dialog, and nothing here could tell.
  if (top !== window && !frameElement) warnOnce('pay-button: another site frames this page.');
  const dialog = document.createElement('pay-dialog');
  dialog.checkout = checkout;
  dialog.draft = draft;
  if (opener) carryTheme(opener, dialog);
  // A script in the head may come before the body.
  const body = member<HTMLElement | null>(Document.prototype, 'body', document);
  (body ?? document.documentElement).append(dialog);
  await dialog.updateComplete;
}
