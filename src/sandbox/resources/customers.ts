import type Stripe from 'stripe';
import {endpoint} from '../api/endpoint.js';
import {type ApiError, invalidRequest, noSuch} from '../api/errors.js';
import {listParams, page} from '../api/list.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {clearable, email, onlyGiven, shape, text} from '../api/params.js';
import {idOf, newId, randomText, timestamp} from '../store/ids.js';
import type {Store} from '../store/store.js';
import {address, customerShipping, customerShippingOf, fullAddress} from './contact.js';
import {attachSource, detachSource} from './customer-sources.js';
import {emit} from './events.js';
import {findCustomer} from './find-customer.js';
import {
  attachMethod,
  checkAttachable,
  detachMethod,
  findMethod,
  methodsOf,
} from './payment-methods.js';

const profileParams = {
  address: clearable(address),
  description: clearable(text),
  email: clearable(email),
  invoice_settings: shape({default_payment_method: clearable(text)}),
  metadata,
  name: clearable(text),
  phone: clearable(text),
  shipping: clearable(customerShipping),
  source: text,
};

const create = endpoint({
  method: 'POST',
  path: '/customers',
  returns: 'customer',
  params: {...profileParams, payment_method: text},
  run: (params, call) => {
    const {store} = call;
    const id = newId('cus');
    const method = params.payment_method && findMethod(store, params.payment_method);
    const wanted = params.invoice_settings?.default_payment_method;
    // A ready-made id names another payment method each time, but means the same one here.
    if (wanted && (!method || wanted !== params.payment_method)) throw notTheirs(wanted);
    if (method) checkAttachable(method);
    const source = params.source && attachSource(params.source, id, call);
    if (method) attachMethod(method, id, call);
    const customer: Stripe.Customer = {
      id,
      object: 'customer',
      address: params.address ? fullAddress(params.address) : null,
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
        default_payment_method: method && wanted ? method.paymentMethod.id : null,
        footer: null,
        rendering_options: null,
      },
      livemode: false,
      metadata: changedMetadata({}, params.metadata),
      name: params.name ?? null,
      next_invoice_sequence: 1,
      phone: params.phone ?? null,
      preferred_locales: [],
      shipping: customerShippingOf(params.shipping),
      tax_exempt: 'none',
      test_clock: null,
    };
    store.customers.add(id, customer);
    emit(call, 'customer.created', customer);
    return customer;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/customers/:id',
  returns: 'customer',
  params: {},
  run: (_params, {id, store}) =>
    store.deletedCustomers.get(id) ?? findCustomer(store, id, 'id', 404),
});

const update = endpoint({
  method: 'POST',
  path: '/customers/:id',
  returns: 'customer',
  params: {...profileParams, default_source: text},
  check: ({default_source: kept, source}) => {
    if (!kept || !source) return;
    throw invalidRequest(
      'Received both source and default_source parameters. Please pass in only one.',
    );
  },
  run: (params, call) => {
    const {source, metadata: change, address: sent, invoice_settings, ...rest} = params;
    const {default_source: kept, shipping, ...profile} = rest;
    const {id, store} = call;
    const customer = findCustomer(store, id, 'id', 404);
    const changed = changedMetadata(customer.metadata, change);
    const method = invoice_settings?.default_payment_method;
    const defaultMethod = method ? ownMethod(store, method, id) : method;
    if (kept && !store.sourcesOf(id).some(each => each.id === kept)) {
      throw noSuch('source', kept, 'default_source');
    }
    if (kept) customer.default_source = kept;
    if (shipping !== undefined) customer.shipping = customerShippingOf(shipping);
    if (source) customer.default_source = attachSource(source, id, call).id;
    if (sent !== undefined) customer.address = sent && fullAddress(sent);
    if (defaultMethod !== undefined) {
      customer.invoice_settings.default_payment_method = defaultMethod;
    }
    customer.metadata = changed;
    Object.assign(customer, onlyGiven(profile));
    emit(call, 'customer.updated', customer);
    return customer;
  },
});

const remove = endpoint({
  method: 'DELETE',
  path: '/customers/:id',
  returns: 'deleted',
  params: {},
  run: (_params, call) => {
    const {id, store} = call;
    const customer = findCustomer(store, id, 'id', 404);
    for (const source of store.sourcesOf(id)) detachSource(source, call);
    for (const method of methodsOf(store, id)) detachMethod(findMethod(store, method.id), call);
    store.customers.remove(id);
    const deleted: Stripe.DeletedCustomer = {id, object: 'customer', deleted: true};
    store.deletedCustomers.add(id, deleted);
    emit(call, 'customer.deleted', customer);
    return deleted;
  },
});

const list = endpoint({
  method: 'GET',
  path: '/customers',
  returns: 'customers',
  params: {...listParams, email: text},
  run: ({email: wanted, ...range}, {store}) => {
    const customers = store.customers
      .newestFirst()
      .filter(customer => wanted === undefined || customer.email === wanted);
    return page(customers, range, '/v1/customers');
  },
});

const listMethods = endpoint({
  method: 'GET',
  path: '/customers/:id/payment_methods',
  returns: 'payment_methods',
  params: {...listParams, type: text},
  run: ({type, ...range}, {id, store}) => {
    findCustomer(store, id, 'customer', 404);
    const methods = methodsOf(store, id).filter(method => !type || method.type === type);
    return page(methods, range, `/v1/customers/${id}/payment_methods`);
  },
});

const retrieveMethod = endpoint({
  method: 'GET',
  path: '/customers/:id/payment_methods/:subId',
  returns: 'payment_method',
  params: {},
  run: (_params, {id, subId, store}) => {
    findCustomer(store, id, 'customer', 404);
    const method = methodsOf(store, id).find(each => each.id === subId);
    if (!method) throw noSuch('PaymentMethod', subId, 'payment_method', 404);
    return method;
  },
});

export const customers = [create, list, retrieve, update, remove, listMethods, retrieveMethod];

/** @throws ApiError when the customer has no such payment method */
function ownMethod(store: Store, id: string, customer: string): string {
  const {paymentMethod} = findMethod(store, id);
  if (idOf(paymentMethod.customer) === customer) return paymentMethod.id;
  throw notTheirs(id);
}

function notTheirs(id: string): ApiError {
  return noSuch('PaymentMethod', id, 'invoice_settings[default_payment_method]');
}
