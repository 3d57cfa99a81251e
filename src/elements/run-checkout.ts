import type {Checkout} from '../checkout/checkout.js';
import type {PayErrorEvent} from '../checkout/events.js';
import type {CloseReason, Payment, PayResult} from '../checkout/payment.js';
import type {PayError} from '../errors.js';
import {showPayDialog} from './pay-dialog.js';

/** Who opened a dialog, and is told what becomes of it. */
export interface CheckoutOwner {
  opened(): void;
  /** Takes the payment to where it belongs, and then closes or holds the checkout, or lets it fail. */
  paid(payment: Payment): void;
  /** The dialog has gone. */
  closed(reason: CloseReason): void;
  failed(error: PayError): void;
}

/** Shows the dialog of a checkout, and resolves when it is over. Never rejects. */
export async function runCheckout(checkout: Checkout, owner: CheckoutOwner): Promise<PayResult> {
  const shown = showPayDialog(checkout);
  // After the dialog's own listener: once it says `closed`, the dialog has gone.
  checkout.addEventListener('change', () => {
    const {state} = checkout;
    // When everyone has heard of it: what the owner does with the payment moves on to the next state.
    if (state.name === 'done') queueMicrotask(() => owner.paid(state.payment));
    if (state.name === 'closed') owner.closed(state.reason);
  });
  checkout.addEventListener('pay-error', event => {
    const {error} = event as PayErrorEvent;
    if (error.audience === 'merchant') console.error(error.message);
    owner.failed(error);
  });
  await shown;
  owner.opened();
  return checkout.result;
}
