import type Stripe from 'stripe';
import {endpoint} from '../api/endpoint.js';
import {cardError, invalidRequest, noSuch} from '../api/errors.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {choice, email, required, shape, text} from '../api/params.js';
import {testCardByPaymentMethod} from '../cards/test-cards.js';
import {newId, timestamp} from '../store/ids.js';
import type {PaymentMethodRecord, Store, StoredCard} from '../store/store.js';
import {cardObject, methodCard, storedCard} from './cards.js';
import {browserParams, spendToken} from './tokens.js';

const methodParams = {
  type: required(choice('card')),
  card: required(shape({token: required(text)})),
  billing_details: shape({
    address: shape({
      city: text,
      country: text,
      line1: text,
      line2: text,
      postal_code: text,
      state: text,
    }),
    email,
    name: text,
    phone: text,
  }),
  metadata,
};

/** A new payment method inside a request for something else. */
export const paymentMethodData = shape(methodParams);
export type PaymentMethodData = NonNullable<ReturnType<typeof paymentMethodData>>;

const create = endpoint({
  method: 'POST',
  path: '/payment_methods',
  isPublic: true,
  returns: 'payment_method',
  params: {...browserParams, ...methodParams},
  run: (params, {store}) => methodFromToken(store, params, 'card[token]').paymentMethod,
});

const retrieve = endpoint({
  method: 'GET',
  path: '/payment_methods/:id',
  returns: 'payment_method',
  params: {},
  run: (_params, {id, store}) => findMethod(store, id, 404).paymentMethod,
});

export const paymentMethods = [create, retrieve];

/** A payment method made of a token, which is used up by it. */
export function methodFromToken(
  store: Store,
  data: PaymentMethodData,
  param: string,
): PaymentMethodRecord {
  const card = spendToken(store, data.card.token, param);
  const record = addMethod(store, newId('pm'), card);
  record.paymentMethod.billing_details = billingDetails(card, data.billing_details);
  record.paymentMethod.metadata = changedMetadata({}, data.metadata);
  return record;
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
 * @throws ApiError when the bank declines, it is a customer's already, or it was used without one
 */
export function attachMethod(record: PaymentMethodRecord, customer: string): void {
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
  if (record.card.decline) {
    throw cardError(record.card.decline, {payment_method: record.paymentMethod});
  }
  record.paymentMethod.customer = customer;
  record.paymentMethod.card = methodCard(record.card, true);
}

/**
 * Makes a token's card a customer's source, which is a payment method with the card's own id too.
 * @throws ApiError when the token cannot be used or the bank declines
 */
export function attachSource(store: Store, token: string, customer: string): Stripe.Card {
  const card = spendToken(store, token, 'source');
  if (card.decline) throw cardError(card.decline);
  const record = addMethod(store, card.id, card);
  attachMethod(record, customer);
  record.source = cardObject(card, true, customer);
  return record.source;
}

function addMethod(store: Store, id: string, card: StoredCard): PaymentMethodRecord {
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
  };
  store.paymentMethods.add(id, record);
  return record;
}

/** What was sent about the payer; what was not is taken from the card. */
function billingDetails(
  {address, name}: StoredCard,
  sent?: PaymentMethodData['billing_details'],
): Stripe.PaymentMethod.BillingDetails {
  return {
    address: {
      city: sent?.address?.city ?? address.city,
      country: sent?.address?.country ?? address.country,
      line1: sent?.address?.line1 ?? address.line1,
      line2: sent?.address?.line2 ?? address.line2,
      postal_code: sent?.address?.postal_code ?? address.postal_code,
      state: sent?.address?.state ?? address.state,
    },
    email: sent?.email ?? null,
    name: sent?.name ?? name,
    phone: sent?.phone ?? null,
    tax_id: null,
  };
}
