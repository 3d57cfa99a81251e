import type {Checkout} from '../checkout/checkout.js';
import type {PayErrorEvent} from '../checkout/events.js';
import type {CloseReason, Payment, PayResult} from '../checkout/payment.js';
import type {PayError} from '../errors.js';
import {makeActive} from './active-checkout.js';
import type {Draft} from './draft.js';
import {showPayDialog} from './show-pay-dialog.js';

/** Who opened a dialog, and is told what becomes of it. */
export interface CheckoutOwner {
  /** What the customer typed before; emptied once they have paid. */
  readonly draft: Draft;
  /** What the customer clicked: gets the focus back. */
  readonly element?: HTMLElement;
  opened?(): void;
  /** Takes the payment to where it belongs, and then closes or holds the checkout, or lets it fail. */
  paid(payment: Payment): void;
  /** The dialog has gone. */
  closed(reason: CloseReason): void;
  failed?(error: PayError): void;
}

/** Shows the dialog of a checkout, and resolves when it is over. Never rejects. */
export async function runCheckout(checkout: Checkout, owner: CheckoutOwner): Promise<PayResult> {
  makeActive(checkout);
  const shown = showPayDialog(checkout, owner.draft, owner.element);
  // After the dialog's own listener: once it says `closed`, the dialog has gone.
  checkout.addEventListener('change', () => {
    const {state} = checkout;
    // When everyone has heard of it: what the owner does with the payment moves on to the next state.
    if (state.name === 'done') queueMicrotask(() => owner.paid(state.payment));
    if (state.name !== 'closed') return;
    if (state.reason === 'paid') owner.draft.clear();
    // Safari does not focus a button that is clicked, so that the dialog had nothing to give back.
    if (document.activeElement === document.body) owner.element?.focus({preventScroll: true});
    owner.closed(state.reason);
  });
  checkout.addEventListener('pay-error', event => {
    const {error} = event as PayErrorEvent;
    if (error.audience === 'merchant') console.error(error.message);
    owner.failed?.(error);
  });
  await shown;
  // The page may have closed it meanwhile.
  if (checkout.state.name !== 'closed') owner.opened?.();
  return checkout.result;
}
