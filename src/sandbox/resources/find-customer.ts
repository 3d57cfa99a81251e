import type Stripe from 'stripe';
import {noSuch} from '../api/errors.js';
import type {Store} from '../store/store.js';

/**
 * The customer with this id.
 * @param param where the id was given, for the error
 * @param status 404 when the id stands in the address
 */
export function findCustomer(
  store: Store,
  id: string,
  param: string,
  status?: 404,
): Stripe.Customer {
  const customer = store.customers.get(id);
  if (!customer) throw noSuch('customer', id, param, status);
  return customer;
}
