import type {Checkout} from '../checkout/checkout.js';
import type {PayErrorEvent} from '../checkout/events.js';
import type {CloseReason, PayResult} from '../checkout/payment.js';
import type {PayError} from '../errors.js';
import {makeActive} from './active-checkout.js';
import type {Draft} from './draft.js';
import {showPayDialog} from './show-pay-dialog.js';

/** Opens a dialog, and is notified of what becomes of it. */
export interface CheckoutOwner {
  /** What the customer typed before; emptied once they have paid. */
  readonly draft: Draft;
  /** What the customer clicked: gets the focus back. */
  readonly element?: HTMLElement;
  opened?(): void;
  /** The dialog has gone. */
  closed(reason: CloseReason): void;
  failed?(error: PayError): void;
}

/**
 * Shows the dialog of a checkout, and resolves when it is over.
 * @throws whatever keeps the dialog from being shown: a page that has replaced what it needs of the browser, say
 */
export async function runCheckout(checkout: Checkout, owner: CheckoutOwner): Promise<PayResult> {
  const mayOpen = makeActive(checkout);
  const shown = mayOpen ? showPayDialog(checkout, owner.draft, owner.element) : undefined;
  // After the dialog's own listener: once it says `closed`, the dialog has gone.
  checkout.addEventListener('change', () => {
    const {state} = checkout;
    if (state.name !== 'closed') return;
    if (state.reason === 'paid' || state.reason === 'handled') owner.draft.clear();
    // Safari does not focus a button that is clicked, so that the dialog had nothing to give back.
    if (document.activeElement === document.body) owner.element?.focus({preventScroll: true});
    owner.closed(state.reason);
  });
  checkout.addEventListener('pay-error', event => {
    const {error} = event as PayErrorEvent;
    if (error.audience === 'merchant') console.error(error.message);
    owner.failed?.(error);
  });
  try {
    await shown;
  } catch (cause) {
    checkout.close('page');
    throw cause;
  }
  if (!mayOpen) checkout.close('page');
  // The page may have closed it meanwhile.
  if (checkout.state.name !== 'closed') owner.opened?.();
  return checkout.result;
}
