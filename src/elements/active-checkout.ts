import type {Checkout} from '../checkout/checkout.js';

let active: Checkout | undefined;

/** As with checkout.js, opening a dialog closes the one that is open, whoever opened it. */
export function makeActive(checkout: Checkout): void {
  active?.close('page');
  active = checkout;
}
