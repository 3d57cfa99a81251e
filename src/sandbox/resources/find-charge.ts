import type Stripe from 'stripe';
import {noSuch} from '../api/errors.js';
import type {Store} from '../store/store.js';

/**
 * The charge with this id.
 * @param param where the id was given, for the error
 * @param status 404 when the id stands in the address
 */
export function findCharge(store: Store, id: string, param: string, status?: 404): Stripe.Charge {
  const charge = store.charges.get(id);
  if (!charge) throw noSuch('charge', id, param, status);
  return charge;
}
