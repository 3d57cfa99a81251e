import type Stripe from 'stripe';
import {endpoint} from '../api/endpoint.js';
import {noSuch} from '../api/errors.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {clearable, email, text} from '../api/params.js';
import {newId, randomText, timestamp} from '../store/ids.js';
import type {Store} from '../store/store.js';
import {attachMethod, attachSource, findMethod} from './payment-methods.js';

const profileParams = {
  description: clearable(text),
  email: clearable(email),
  metadata,
  name: clearable(text),
  phone: clearable(text),
  source: text,
};

const create = endpoint({
  method: 'POST',
  path: '/customers',
  returns: 'customer',
  params: {...profileParams, payment_method: text},
  run: (params, {store}) => {
    const id = newId('cus');
    const method = params.payment_method && findMethod(store, params.payment_method);
    const source = params.source && attachSource(store, params.source, id);
    if (method) attachMethod(method, id);
    const customer: Stripe.Customer = {
      id,
      object: 'customer',
      address: null,
      balance: 0,
      created: timestamp(),
      currency: null,
      customer_account: null,
      default_source: source ? source.id : null,
      delinquent: false,
      description: params.description ?? null,
      discount: null,
      email: params.email ?? null,
      invoice_prefix: randomText(8).toUpperCase(),
      invoice_settings: {
        custom_fields: null,
        default_payment_method: null,
        footer: null,
        rendering_options: null,
      },
      livemode: false,
      metadata: changedMetadata({}, params.metadata),
      name: params.name ?? null,
      next_invoice_sequence: 1,
      phone: params.phone ?? null,
      preferred_locales: [],
      shipping: null,
      tax_exempt: 'none',
      test_clock: null,
    };
    store.customers.add(id, customer);
    return customer;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/customers/:id',
  returns: 'customer',
  params: {},
  run: (_params, {id, store}) => findCustomer(store, id, 'id', 404),
});

const update = endpoint({
  method: 'POST',
  path: '/customers/:id',
  returns: 'customer',
  params: profileParams,
  run: ({source, metadata: change, ...profile}, {id, store}) => {
    const customer = findCustomer(store, id, 'id', 404);
    const changed = changedMetadata(customer.metadata, change);
    if (source) customer.default_source = attachSource(store, source, id).id;
    customer.metadata = changed;
    const sent = Object.entries(profile).filter(([, value]) => value !== undefined);
    return Object.assign(customer, Object.fromEntries(sent));
  },
});

export const customers = [create, retrieve, update];

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
