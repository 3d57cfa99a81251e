import type Stripe from 'stripe';
import {type Call, endpoint} from '../api/endpoint.js';
import {ApiError, cardError, invalidRequest} from '../api/errors.js';
import {listParams, page} from '../api/list.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {
  amount,
  clearable,
  currency,
  email,
  flag,
  required,
  statementDescriptor,
  text,
} from '../api/params.js';
import {idOf} from '../store/ids.js';
import type {StoredCard} from '../store/store.js';
import {checkAmount, checkBrandLimit} from './amounts.js';
import {captureCharge} from './capturing.js';
import {charge, refusalUnasked} from './charging.js';
import {shippingOf, shippingParams} from './contact.js';
import {emit} from './events.js';
import {findCharge} from './find-charge.js';
import {findCustomer} from './find-customer.js';
import {checkChargeable, currentSource, isSource, markCharged} from './source-states.js';
import {spendToken} from './tokens.js';

const chargeParams = {
  amount: required(amount),
  currency: required(currency),
  source: text,
  customer: text,
  capture: flag,
  description: text,
  metadata,
  receipt_email: email,
  shipping: shippingParams,
  statement_descriptor: statementDescriptor,
  statement_descriptor_suffix: statementDescriptor,
};

const create = endpoint({
  method: 'POST',
  path: '/charges',
  returns: 'charge',
  params: chargeParams,
  check: ({amount: units, currency: code, customer, source}) => {
    checkAmount(units, code);
    if (!customer && !source) throw invalidRequest('Must provide source or customer.');
  },
  run: (params, call) => {
    const {card, source} = payerOf(params, call);
    if (card) checkBrandLimit(params.amount, card.brand);
    if (source) checkTerms(source, params.amount, params.currency);
    const refusal = card && refusalUnasked(card);
    const result = charge(
      {
        amount: params.amount,
        currency: params.currency,
        card,
        source,
        refusal,
        isAuthenticated: source?.three_d_secure?.authenticated === true,
        customer: params.customer,
        description: params.description,
        metadata: params.metadata,
        receiptEmail: params.receipt_email,
        shipping: shippingOf(params.shipping),
        statementDescriptor: params.statement_descriptor,
        statementDescriptorSuffix: params.statement_descriptor_suffix,
        isCaptured: params.capture,
      },
      call,
    );
    if (source) markCharged(source, call);
    if (refusal) throw cardError(refusal, {charge: result.id});
    return result;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/charges/:id',
  returns: 'charge',
  params: {},
  run: (_params, {id, store}) => findCharge(store, id, 'id', 404),
});

const updateParams = {
  customer: text,
  description: clearable(text),
  metadata,
  receipt_email: clearable(email),
  shipping: shippingParams,
};

const update = endpoint({
  method: 'POST',
  path: '/charges/:id',
  returns: 'charge',
  params: updateParams,
  run: (params, call) => {
    const found = findCharge(call.store, call.id, 'id', 404);
    const changed = changedMetadata(found.metadata, params.metadata);
    if (params.customer !== undefined) found.customer = customerFor(found, params.customer, call);
    found.metadata = changed;
    if (params.description !== undefined) found.description = params.description;
    if (params.receipt_email !== undefined) found.receipt_email = params.receipt_email;
    if (params.shipping) found.shipping = shippingOf(params.shipping);
    emit(call, 'charge.updated', found);
    return found;
  },
});

const captureParams = {
  amount,
  receipt_email: email,
  statement_descriptor: statementDescriptor,
  statement_descriptor_suffix: statementDescriptor,
};

const capture = endpoint({
  method: 'POST',
  path: '/charges/:id/capture',
  returns: 'charge',
  params: captureParams,
  run: ({receipt_email: receipt, ...wanted}, call) => {
    const found = findCharge(call.store, call.id, 'id', 404);
    if (found.payment_intent !== null) {
      throw invalidRequest(
        'This charge belongs to a PaymentIntent: capture the PaymentIntent instead.',
        {code: 'charge_invalid_parameter'},
      );
    }
    captureCharge(found, wanted, 'amount', call);
    if (receipt) found.receipt_email = receipt;
    return found;
  },
});

const list = endpoint({
  method: 'GET',
  path: '/charges',
  returns: 'charges',
  params: {...listParams, customer: text, payment_intent: text},
  run: ({customer, payment_intent: intent, ...range}, {store}) => {
    const charges = store.charges
      .newestFirst()
      .filter(made => customer === undefined || idOf(made.customer) === customer)
      .filter(made => intent === undefined || idOf(made.payment_intent) === intent);
    return page(charges, range, '/v1/charges');
  },
});

export const charges = [create, list, retrieve, update, capture];

/** @throws ApiError when the charge has a customer already (wording not verified) */
function customerFor(made: Stripe.Charge, id: string, {store}: Call): string {
  if (made.customer === null) return findCustomer(store, id, 'customer').id;
  throw invalidRequest(`Charge ${made.id} has a customer, who cannot be changed.`, {
    param: 'customer',
  });
}

/** What a charge is paid with: a card, a source, or a source with a card. */
interface Payer {
  readonly card?: StoredCard;
  readonly source?: Stripe.Source;
}

function payerOf(params: {customer?: string; source?: string}, call: Call): Payer {
  const {customer, source: id = ''} = params;
  if (customer) return payerOfCustomer(customer, params.source, call);
  const source = currentSource(id, call);
  if (!source) return {card: spendToken(call.store, id, 'source')};
  if (source.customer !== undefined) {
    throw invalidRequest(
      `The source ${id} is attached to a customer. Pass the customer in the customer parameter.`,
      {param: 'source'},
    );
  }
  checkChargeable(source);
  return {card: call.store.paymentMethods.get(id)?.card, source};
}

/** A source was agreed to for one amount in one currency, where it names them. */
function checkTerms(source: Stripe.Source, units: number, code: string): void {
  if (source.currency !== null && source.currency !== code) {
    throw invalidRequest(
      `The currency of the charge (${code}) is not that of the source (${source.currency}).`,
      {param: 'currency'},
    );
  }
  if (source.usage !== 'single_use' || source.amount === null || units <= source.amount) return;
  throw invalidRequest(
    `The amount of the charge (${units}) is more than that of the source (${source.amount}).`,
    {param: 'amount'},
  );
}

function payerOfCustomer(id: string, given: string | undefined, {store}: Call): Payer {
  const customer = findCustomer(store, id, 'customer');
  const payerId = given ?? idOf(customer.default_source);
  if (payerId === null) {
    throw new ApiError(402, {
      type: 'card_error',
      code: 'missing',
      message: 'Cannot charge a customer that has no active card',
      param: 'card',
    });
  }
  const record = store.paymentMethods.get(payerId);
  const source = record?.source ?? store.sources.get(payerId);
  if (source?.customer === id) {
    return {card: record?.card, ...(isSource(source) && {source})};
  }
  throw new ApiError(404, {
    type: 'invalid_request_error',
    code: 'missing',
    message: `Customer ${id} does not have a linked source with ID ${payerId}.`,
    param: 'source',
  });
}
