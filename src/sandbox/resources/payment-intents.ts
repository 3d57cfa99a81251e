import type Stripe from 'stripe';
import {endpoint} from '../api/endpoint.js';
import {invalidRequest, noSuch} from '../api/errors.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {
  amount,
  choice,
  currency,
  email,
  type Field,
  flag,
  required,
  shape,
  text,
} from '../api/params.js';
import {newId, randomText, timestamp} from '../store/ids.js';
import type {Store} from '../store/store.js';
import {checkAmount} from './amounts.js';
import {chooseMethod, confirmIntent} from './confirming.js';
import {findCustomer} from './customers.js';
import {paymentMethodData} from './payment-methods.js';

const cancelable: readonly Stripe.PaymentIntent.Status[] = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
];

/** Gone since API version 2026-09-30.endive. */
const noLongerSupported: Field<undefined> = (value, name) => {
  if (value === undefined) return undefined;
  throw invalidRequest(
    `The parameter ${name} is no longer supported. Use allowed_payment_method_types instead.`,
    {code: `${name}_no_longer_supported`, param: name},
  );
};

const paymentParams = {
  // Cards that ask for an action, which this would decline, are not among the test cards.
  error_on_requires_action: flag,
  payment_method: text,
  payment_method_data: paymentMethodData,
  payment_method_types: noLongerSupported,
  receipt_email: email,
  return_url: text,
};

const intentParams = {
  ...paymentParams,
  amount: required(amount),
  automatic_payment_methods: shape({
    allow_redirects: choice('always', 'never'),
    enabled: required(flag),
  }),
  confirm: flag,
  currency: required(currency),
  customer: text,
  description: text,
  metadata,
};

const create = endpoint({
  method: 'POST',
  path: '/payment_intents',
  returns: 'payment_intent',
  params: intentParams,
  run: (params, call) => {
    checkAmount(params.amount, params.currency);
    const {store} = call;
    const customer = params.customer ? findCustomer(store, params.customer, 'customer').id : null;
    const id = newId('pi');
    const intent: Stripe.PaymentIntent = {
      id,
      object: 'payment_intent',
      allowed_payment_method_types: null,
      amount: params.amount,
      amount_capturable: 0,
      amount_received: 0,
      application: null,
      application_fee_amount: null,
      automatic_payment_methods: {
        allow_redirects: params.automatic_payment_methods?.allow_redirects ?? 'always',
        enabled: params.automatic_payment_methods?.enabled ?? true,
      },
      canceled_at: null,
      cancellation_reason: null,
      capture_method: 'automatic_async',
      client_secret: `${id}_secret_${randomText(25)}`,
      confirmation_method: 'automatic',
      created: timestamp(),
      currency: params.currency,
      customer,
      customer_account: null,
      description: params.description ?? null,
      excluded_payment_method_types: null,
      last_payment_error: null,
      latest_charge: null,
      livemode: false,
      managed_payments: null,
      metadata: changedMetadata({}, params.metadata),
      next_action: null,
      on_behalf_of: null,
      payment_method: null,
      payment_method_configuration_details: null,
      payment_method_options: {
        card: {
          installments: null,
          mandate_options: null,
          network: null,
          request_three_d_secure: 'automatic',
        },
      },
      payment_method_types: ['card'],
      payment_record: null,
      processing: null,
      receipt_email: params.receipt_email ?? null,
      review: null,
      setup_future_usage: null,
      shipping: null,
      source: null,
      statement_descriptor: null,
      statement_descriptor_suffix: null,
      status: 'requires_payment_method',
      transfer_data: null,
      transfer_group: null,
    };
    if (params.confirm) return confirmIntent(intent, params, call);
    const method = chooseMethod(intent, params, store);
    if (method) {
      intent.payment_method = method.paymentMethod.id;
      intent.status = 'requires_confirmation';
    }
    store.paymentIntents.add(id, intent);
    return intent;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/payment_intents/:id',
  returns: 'payment_intent',
  params: {},
  run: (_params, {id, store}) => findIntent(store, id),
});

const confirm = endpoint({
  method: 'POST',
  path: '/payment_intents/:id/confirm',
  returns: 'payment_intent',
  params: paymentParams,
  run: (params, call) => confirmIntent(findIntent(call.store, call.id), params, call),
});

const cancelParams = {
  cancellation_reason: choice('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
};

const cancel = endpoint({
  method: 'POST',
  path: '/payment_intents/:id/cancel',
  returns: 'payment_intent',
  params: cancelParams,
  run: (params, {id, store}) => {
    const intent = findIntent(store, id);
    if (!cancelable.includes(intent.status)) {
      throw invalidRequest(
        `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a ` +
          'PaymentIntent with one of the following statuses may be canceled: ' +
          `${cancelable.join(', ')}.`,
        {code: 'payment_intent_unexpected_state', payment_intent: intent},
      );
    }
    intent.status = 'canceled';
    intent.canceled_at = timestamp();
    intent.cancellation_reason = params.cancellation_reason ?? null;
    return intent;
  },
});

export const paymentIntents = [create, retrieve, confirm, cancel];

function findIntent(store: Store, id: string): Stripe.PaymentIntent {
  const intent = store.paymentIntents.get(id);
  if (!intent) throw noSuch('payment_intent', id, 'intent', 404);
  return intent;
}
