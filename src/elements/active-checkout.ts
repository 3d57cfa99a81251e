import type {Checkout} from '../checkout/checkout.js';
import {isDelivering} from '../checkout/state.js';
import {warnOnce} from '../hints.js';

let active: Checkout | undefined;

/**
 * As with checkout.js, opening a dialog closes the one that is open, whoever opened it. But a payment that is on its
 * way to the merchant's server is not closed by another one.
 * @returns false where the checkout must not open
 */
export function makeActive(checkout: Checkout): boolean {
  if (active && isDelivering(active.state)) {
    warnOnce('pay-button: no second dialog opens while a payment is on its way.');
    return false;
  }
  active?.close('page');
  active = checkout;
  return true;
}
