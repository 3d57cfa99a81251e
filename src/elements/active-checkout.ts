import type {Checkout} from '../checkout/checkout.js';
import {isDelivering} from '../checkout/state.js';
import {warnOnce} from '../hints.js';

let active: Checkout | undefined;

/**
 * Makes a checkout the only open one, as checkout.js did: a dialog that is open closes, whoever opened it. A payment
 * that is on its way to the merchant's server is not closed.
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
