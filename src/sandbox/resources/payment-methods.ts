import type Stripe from 'stripe';
import {testCardByPaymentMethod} from '../../stripe-js/cards/test-cards.js';
import {endpoint, type Scene} from '../api/endpoint.js';
import {ApiError, cardError, invalidRequest, noSuch} from '../api/errors.js';
import type {KeyKind} from '../api/keys.js';
import {listParams, page} from '../api/list.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {choice, ignored, integer, required, shape, text} from '../api/params.js';
import {idOf, newId, timestamp} from '../store/ids.js';
import type {PaymentMethodRecord, Store, StoredCard} from '../store/store.js';
import {cardFrom, cardOrToken, methodCard, newExpiry, storedCard} from './cards.js';
import {billingParams, fullAddress} from './contact.js';
import {findCustomer} from './find-customer.js';
import {emit} from './events.js';
import {isSource} from './source-states.js';
import {browserParams, spendToken} from './tokens.js';

const allowRedisplay = choice('always', 'limited', 'unspecified');

const methodParams = {
  type: required(choice('card')),
  card: required(cardOrToken),
  allow_redisplay: allowRedisplay,
  billing_details: billingParams,
  metadata,
};

/** A new payment method inside a request for something else. */
export const paymentMethodData = shape({...browserParams, ...methodParams});
type PaymentMethodData = Omit<
  NonNullable<ReturnType<typeof paymentMethodData>>,
  keyof typeof browserParams
>;

const create = endpoint({
  method: 'POST',
  path: '/payment_methods',
  isPublic: true,
  returns: 'payment_method',
  params: {...browserParams, ...methodParams},
  run: (params, {keyKind, store}) =>
    methodFromData(store, params, keyKind, 'card[token]').paymentMethod,
});

const retrieve = endpoint({
  method: 'GET',
  path: '/payment_methods/:id',
  returns: 'payment_method',
  params: {},
  run: (_params, {id, store}) => findMethod(store, id, 404).paymentMethod,
});

const updateParams = {
  allow_redisplay: allowRedisplay,
  billing_details: billingParams,
  card: shape({
    exp_month: integer(1, 12),
    exp_year: integer(1970, 9999),
    networks: ignored,
  }),
  metadata,
};

const update = endpoint({
  method: 'POST',
  path: '/payment_methods/:id',
  returns: 'payment_method',
  params: updateParams,
  run: (params, call) => {
    const {paymentMethod} = findMethod(call.store, call.id, 404);
    if (paymentMethod.customer === null) {
      throw invalidRequest(
        'You must save this PaymentMethod to a customer before you can update it.',
      );
    }
    const changed = changedMetadata(paymentMethod.metadata ?? {}, params.metadata);
    const {card} = paymentMethod;
    const date = card && params.card && newExpiry(card, params.card);
    paymentMethod.metadata = changed;
    const known = paymentMethod.billing_details;
    const sent = params.billing_details;
    paymentMethod.billing_details = {
      ...known,
      address: fullAddress(sent?.address, known.address ?? undefined),
      email: sent?.email ?? known.email,
      name: sent?.name ?? known.name,
      phone: sent?.phone ?? known.phone,
    };
    if (params.allow_redisplay) paymentMethod.allow_redisplay = params.allow_redisplay;
    if (card) Object.assign(card, date);
    emit(call, 'payment_method.updated', paymentMethod);
    return paymentMethod;
  },
});

const attachParams = {customer: required(text)};

const attach = endpoint({
  method: 'POST',
  path: '/payment_methods/:id/attach',
  returns: 'payment_method',
  params: attachParams,
  run: ({customer}, call) => {
    const {id} = findCustomer(call.store, customer, 'customer');
    const record = findMethod(call.store, call.id, 404);
    attachMethod(record, id, call);
    return record.paymentMethod;
  },
});

const detach = endpoint({
  method: 'POST',
  path: '/payment_methods/:id/detach',
  returns: 'payment_method',
  params: {},
  run: (_params, call) => {
    const record = findMethod(call.store, call.id, 404);
    if (record.paymentMethod.customer === null) {
      throw invalidRequest(
        'The payment method you provided is not attached to a customer so detachment is impossible.',
        {code: 'payment_method_unexpected_state'},
      );
    }
    detachMethod(record, call);
    return record.paymentMethod;
  },
});

const methodListParams = {...listParams, customer: text, type: choice('card')};

const list = endpoint({
  method: 'GET',
  path: '/payment_methods',
  returns: 'payment_methods',
  params: methodListParams,
  run: ({customer, ...range}, {store}) => {
    if (customer) findCustomer(store, customer, 'customer');
    const owned = methodsOf(store, customer).filter(method => customer || method.customer !== null);
    return page(owned, range, '/v1/payment_methods');
  },
});

export const paymentMethods = [create, list, retrieve, update, attach, detach];

/** A customer's payment methods, newest first; all there are without a customer. */
export function methodsOf(store: Store, customer?: string): Stripe.PaymentMethod[] {
  return store.paymentMethods
    .newestFirst()
    .map(({paymentMethod}) => paymentMethod)
    .filter(method => customer === undefined || idOf(method.customer) === customer);
}

/**
 * A payment method made of a token, which is used up by it, or of a card.
 * @param param where a token was given, for the error about one that does not exist
 */
export function methodFromData(
  store: Store,
  data: PaymentMethodData,
  keyKind: KeyKind,
  param: string,
): PaymentMethodRecord {
  const given = cardGiven(store, data.card, keyKind, param);
  const billing = billingDetails(given, data.billing_details);
  // A bank checks the payer's address wherever in the request it came.
  const card = {...given, address: billing.address ?? given.address};
  const record = addMethod(store, newId('pm'), card);
  const {paymentMethod} = record;
  paymentMethod.billing_details = billing;
  paymentMethod.metadata = changedMetadata({}, data.metadata);
  if (data.allow_redisplay) paymentMethod.allow_redisplay = data.allow_redisplay;
  store.changed(paymentMethod);
  return record;
}

/**
 * The card that a request brings along.
 * @throws ApiError 402 when a server sends a number: its pages should have made a token of it
 */
export function cardGiven(
  store: Store,
  given: NonNullable<ReturnType<typeof cardOrToken>>,
  keyKind: KeyKind,
  param: string,
): StoredCard {
  if ('token' in given) return spendToken(store, given.token, param);
  if (keyKind === 'publishable') return cardFrom(given);
  throw new ApiError(402, {
    type: 'invalid_request_error',
    message:
      'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you ' +
      'use test tokens that map to the test card you are using, see ' +
      'https://stripe.com/docs/testing.',
  });
}

/**
 * The payment method with this id. A ready-made one, such as `pm_card_visa`, is new each time.
 * @param status 404 when the id stands in the address
 * @throws ApiError when there is none
 */
export function findMethod(store: Store, id: string, status?: 404): PaymentMethodRecord {
  const testCard = testCardByPaymentMethod(id);
  if (testCard) return addMethod(store, newId('pm'), storedCard(testCard));
  const record = store.paymentMethods.get(id);
  if (!record) throw noSuch('PaymentMethod', id, 'payment_method', status);
  return record;
}

/**
 * Makes a payment method a customer's own, for which its bank is asked.
 * @throws ApiError as `checkAttachable` does
 */
export function attachMethod(record: PaymentMethodRecord, customer: string, scene: Scene): void {
  checkAttachable(record);
  keepForCustomer(record, customer, scene);
}

/** @throws ApiError when the bank declines, it is a customer's already, or it was used without one */
export function checkAttachable(record: PaymentMethodRecord): void {
  if (record.spent) {
    throw invalidRequest(
      'This PaymentMethod was previously used without being attached to a Customer or was ' +
        'detached from a Customer, and may not be used again.',
    );
  }
  if (record.paymentMethod.customer !== null) {
    throw invalidRequest(
      'The payment method you provided has already been attached to a customer.',
      {code: 'payment_method_unexpected_state'},
    );
  }
  const {card, paymentMethod} = record;
  if (card.decline && !card.isAttachable) {
    throw cardError(card.decline, {payment_method: paymentMethod});
  }
}

/** Gives a payment method to a customer, whose bank has agreed. */
export function keepForCustomer(
  {card, paymentMethod}: PaymentMethodRecord,
  customer: string,
  scene: Scene,
): void {
  paymentMethod.customer = customer;
  paymentMethod.card = methodCard(card, true);
  emit(scene, 'payment_method.attached', paymentMethod);
}

/** Takes a payment method from its customer for good. */
export function detachMethod(record: PaymentMethodRecord, scene: Scene): void {
  record.paymentMethod.customer = null;
  record.spent = true;
  if (isSource(record.source)) {
    record.source.status = 'consumed';
    delete record.source.customer;
  }
  emit(scene, 'payment_method.detached', record.paymentMethod);
}

/** Keeps a new payment method. */
export function addMethod(store: Store, id: string, card: StoredCard): PaymentMethodRecord {
  const record: PaymentMethodRecord = {
    paymentMethod: {
      id,
      object: 'payment_method',
      allow_redisplay: 'unspecified',
      billing_details: billingDetails(card),
      card: methodCard(card, false),
      created: timestamp(),
      customer: null,
      customer_account: null,
      livemode: false,
      metadata: {},
      type: 'card',
    },
    card,
    spent: false,
    isSetUp: false,
  };
  store.paymentMethods.add(id, record);
  return record;
}

/** What was sent about the payer; what was not is taken from the card. */
function billingDetails(
  card: StoredCard,
  sent?: PaymentMethodData['billing_details'],
): Stripe.PaymentMethod.BillingDetails {
  return {
    address: fullAddress(sent?.address, card.address),
    email: sent?.email ?? null,
    name: sent?.name ?? card.name,
    phone: sent?.phone ?? null,
    tax_id: null,
  };
}
