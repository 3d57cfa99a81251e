import type {Checkout} from '../checkout/checkout.js';
import type {PayErrorEvent} from '../checkout/events.js';
import type {CloseReason, PayResult} from '../checkout/payment.js';
import type {PayError} from '../errors.js';
import {makeActive} from './active-checkout.js';
import type {Draft} from './draft.js';
import {noteAddress, watchAddress} from './page-address.js';
import {isShown, popoversAround, showAgain} from './popovers.js';
import type {PayDialog} from './pay-dialog.js';
import {showPayDialog} from './show-pay-dialog.js';

/** Opens a dialog, and is notified of what becomes of it. */
export interface CheckoutOwner {
  /** What the customer typed before; emptied once they have paid. */
  readonly draft: Draft;
  /** The button that the customer clicked, or the one in its place: gets the focus back. */
  readonly element?: HTMLElement;
  opened?(): void;
  /** The dialog has gone. */
  closed(reason: CloseReason): void;
  failed?(error: PayError): void;
}

/**
 * Shows the dialog of a checkout, and resolves when it is over.
 * @throws whatever keeps the dialog from being shown, or drawn later: a page that has replaced what it needs of the browser, say
 */
export async function runCheckout(checkout: Checkout, owner: CheckoutOwner): Promise<PayResult> {
  const mayOpen = makeActive(checkout);
  const isInPopover = popoversAround(owner.element).some(isShown);
  noteAddress();
  let endWatch = (): void => {};
  const shown = mayOpen ? showPayDialog(checkout, owner.draft, owner.element) : undefined;
  // After the dialog's own listener: once it says `closed`, the dialog has gone.
  checkout.addEventListener('change', () => {
    const {state} = checkout;
    if (state.name !== 'closed') return;
    endWatch();
    if (state.reason === 'paid' || state.reason === 'handled') owner.draft.clear();
    // The dialog has closed the popover around the button. The page may have drawn that anew.
    if (isInPopover) popoversAround(owner.element).forEach(showAgain);
    // Safari does not focus a button that is clicked, so that the dialog had nothing to give back.
    if (document.activeElement === document.body) owner.element?.focus({preventScroll: true});
    // WebKit (2.50) leaves the keyboard with the removed frame if there is no button to take it.
    if (!owner.element?.isConnected && !document.hasFocus()) window.focus();
    owner.closed(state.reason);
  });
  checkout.addEventListener('pay-error', event => {
    const {error} = event as PayErrorEvent;
    if (error.audience === 'merchant') console.error(error.message);
    owner.failed?.(error);
  });
  let dialog: PayDialog | undefined;
  try {
    dialog = await shown;
  } catch (cause) {
    checkout.close('page');
    throw cause;
  }
  if (!mayOpen) checkout.close('page');
  // The page may have closed it meanwhile.
  if (checkout.state.name !== 'closed') owner.opened?.();
  // After the page's own handlers, which may have made a history entry for the dialog.
  if (checkout.state.name !== 'closed') {
    endWatch = watchAddress(
      () => owner.element?.isConnected === false,
      () => checkout.close('page'),
    );
  }
  const result = await checkout.result;
  if (dialog?.fault && 'closed' in result) throw dialog.fault;
  return result;
}
