import type Stripe from 'stripe';
import {manualConfirmation} from '../../stripe-js/intent-refusals.js';
import {type Call, endpoint} from '../api/endpoint.js';
import {invalidRequest, noSuch, unknownParams} from '../api/errors.js';
import {listParams, page} from '../api/list.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {amount, choice, ignored, onlyGiven, statementDescriptor, text} from '../api/params.js';
import {checkClientSecret} from '../api/secrets.js';
import {idOf, timestamp} from '../store/ids.js';
import type {Store} from '../store/store.js';
import {checkAmount} from './amounts.js';
import {captureCharge, releaseCharge} from './capturing.js';
import {
  addIntent,
  checkOneWay,
  chooseMethod,
  confirmIntent,
  unexpectedState,
} from './confirming.js';
import {shippingOf} from './contact.js';
import {findCustomer} from './find-customer.js';
import {emit} from './events.js';
import {
  checkMethodTypes,
  confirmParams,
  createParams,
  secretOnly,
  type UpdateParams,
  updateParams,
} from './intent-params.js';
import {methodTypes, newIntent} from './new-intent.js';

const cancelable: readonly Stripe.PaymentIntent.Status[] = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
];

const updatable: readonly Stripe.PaymentIntent.Status[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];

/** What can be changed whatever the status. */
const alwaysUpdatable: readonly string[] = ['description', 'metadata'];

const create = endpoint({
  method: 'POST',
  path: '/payment_intents',
  returns: 'payment_intent',
  params: createParams,
  check: (params, call) => {
    checkAmount(params.amount, params.currency);
    checkOneWay(params);
    checkOnlyWithConfirm(params);
    checkMethodTypes(params, call);
  },
  run: (params, call) => {
    const customer = params.customer
      ? findCustomer(call.store, params.customer, 'customer').id
      : null;
    const intent = newIntent(params, customer, call.version);
    if (params.confirm) return confirmIntent(intent, params, call);
    const method = chooseMethod(intent, params, call);
    if (method) {
      intent.payment_method = method.paymentMethod.id;
      intent.status = 'requires_confirmation';
    }
    addIntent(intent, call);
    return intent;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/payment_intents/:id',
  isPublic: true,
  returns: 'payment_intent',
  params: {_stripe_account: ignored, client_secret: text},
  run: ({client_secret: secret}, {id, keyKind, store}) => {
    const intent = findIntent(store, id);
    checkClientSecret(intent, secret, keyKind);
    return intent;
  },
});

const list = endpoint({
  method: 'GET',
  path: '/payment_intents',
  returns: 'payment_intents',
  params: {...listParams, customer: text},
  run: ({customer, ...range}, {store}) => {
    const intents = store.paymentIntents
      .newestFirst()
      .filter(intent => customer === undefined || idOf(intent.customer) === customer);
    return page(intents, range, '/v1/payment_intents');
  },
});

const update = endpoint({
  method: 'POST',
  path: '/payment_intents/:id',
  returns: 'payment_intent',
  params: updateParams,
  check: (params, call) => {
    checkOneWay(params);
    checkMethodTypes(params, call);
  },
  run: (params, call) => {
    const intent = findIntent(call.store, call.id);
    checkUpdatable(intent, params);
    checkAmount(params.amount ?? intent.amount, params.currency ?? intent.currency);
    const metadata = changedMetadata(intent.metadata, params.metadata);
    if (params.customer) {
      intent.customer = findCustomer(call.store, params.customer, 'customer').id;
    }
    changeMethod(intent, params, call);
    intent.metadata = metadata;
    const {amount, capture_method, currency, description, receipt_email} = params;
    const {setup_future_usage, shipping, statement_descriptor} = params;
    const {statement_descriptor_suffix} = params;
    const sent = {
      amount,
      capture_method,
      currency,
      description,
      receipt_email,
      setup_future_usage,
      statement_descriptor,
      statement_descriptor_suffix,
      shipping: shipping === undefined ? undefined : shippingOf(shipping),
      ...((params.allowed_payment_method_types ?? params.payment_method_types) &&
        methodTypes(params)),
    };
    Object.assign(intent, onlyGiven(sent));
    call.store.changed(intent);
    return intent;
  },
});

const confirm = endpoint({
  method: 'POST',
  path: '/payment_intents/:id/confirm',
  isPublic: true,
  returns: 'payment_intent',
  params: confirmParams,
  check: (params, call) => {
    checkOneWay(params);
    checkMethodTypes(params, call);
    const forbidden = secretOnly.filter(name => params[name] !== undefined);
    if (call.keyKind === 'publishable' && forbidden.length > 0) throw unknownParams(forbidden);
  },
  run: ({client_secret: secret, ...payment}, call) => {
    const intent = findIntent(call.store, call.id);
    checkClientSecret(intent, secret, call.keyKind);
    if (call.keyKind === 'publishable') checkAutomatic(intent);
    return confirmIntent(intent, payment, call);
  },
});

const captureParams = {
  amount_to_capture: amount,
  metadata,
  statement_descriptor: statementDescriptor,
  statement_descriptor_suffix: statementDescriptor,
};

const capture = endpoint({
  method: 'POST',
  path: '/payment_intents/:id/capture',
  returns: 'payment_intent',
  params: captureParams,
  run: ({amount_to_capture: wanted, metadata: change, ...descriptors}, call) => {
    const intent = findIntent(call.store, call.id);
    const made = call.store.charges.get(idOf(intent.latest_charge) ?? '');
    if (intent.status !== 'requires_capture' || !made) {
      throw unexpectedState(
        intent,
        `This PaymentIntent could not be captured because it has a status of ${intent.status}. ` +
          'Only a PaymentIntent with one of the following statuses may be captured: ' +
          'requires_capture.',
      );
    }
    const changed = changedMetadata(intent.metadata, change);
    captureCharge(made, {amount: wanted, ...descriptors}, 'amount_to_capture', call);
    intent.metadata = changed;
    intent.amount_capturable = 0;
    intent.amount_received = made.amount_captured;
    intent.status = 'succeeded';
    emit(call, 'payment_intent.succeeded', intent);
    return intent;
  },
});

const cancelParams = {
  cancellation_reason: choice('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
};

const cancel = endpoint({
  method: 'POST',
  path: '/payment_intents/:id/cancel',
  returns: 'payment_intent',
  params: cancelParams,
  run: (params, call) => {
    const intent = findIntent(call.store, call.id);
    if (!cancelable.includes(intent.status)) {
      throw unexpectedState(
        intent,
        `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a ` +
          'PaymentIntent with one of the following statuses may be canceled: ' +
          `${cancelable.join(', ')}.`,
      );
    }
    const held = call.store.charges.get(idOf(intent.latest_charge) ?? '');
    if (intent.status === 'requires_capture' && held) releaseCharge(held, call);
    intent.status = 'canceled';
    intent.amount_capturable = 0;
    intent.canceled_at = timestamp();
    intent.cancellation_reason = params.cancellation_reason ?? null;
    intent.next_action = null;
    emit(call, 'payment_intent.canceled', intent);
    return intent;
  },
});

export const paymentIntents = [create, list, retrieve, update, confirm, capture, cancel];

function findIntent(store: Store, id: string): Stripe.PaymentIntent {
  const intent = store.paymentIntents.get(id);
  if (!intent) throw noSuch('payment_intent', id, 'intent', 404);
  return intent;
}

/** @throws ApiError for an intent that its server confirms, when a browser wants to (not verified) */
function checkAutomatic(intent: Stripe.PaymentIntent): void {
  if (intent.confirmation_method !== 'manual') return;
  throw invalidRequest(manualConfirmation, {
    code: 'payment_intent_invalid_parameter',
    payment_intent: intent,
  });
}

/** Some parameters say how to confirm, and mean nothing to an intent that waits. */
function checkOnlyWithConfirm(params: {
  readonly confirm?: boolean;
  readonly [name: string]: unknown;
}): void {
  if (params.confirm) return;
  const names = ['confirmation_token', 'error_on_requires_action', 'off_session', 'return_url'];
  const [name] = names.filter(each => params[each] !== undefined);
  if (name === undefined) return;
  throw invalidRequest(
    `The parameter \`${name}\` cannot be passed when creating a PaymentIntent unless \`confirm\` ` +
      'is set to true.',
    {param: name},
  );
}

function checkUpdatable(intent: Stripe.PaymentIntent, params: UpdateParams): void {
  if (updatable.includes(intent.status)) return;
  const [name] =
    Object.entries(params).find(
      ([key, value]) => value !== undefined && !alwaysUpdatable.includes(key),
    ) ?? [];
  if (name === undefined) return;
  throw unexpectedState(
    intent,
    `This PaymentIntent's ${name} could not be updated because it has a status of ` +
      `${intent.status}. You may only update the ${name} of a PaymentIntent with one of the ` +
      `following statuses: ${updatable.join(', ')}.`,
  );
}

/** Takes the payment method of an update; an intent that waited for its holder waits no more. */
function changeMethod(intent: Stripe.PaymentIntent, params: UpdateParams, call: Call): void {
  const method = chooseMethod(intent, params, call);
  if (!method && params.payment_method !== null) return;
  intent.payment_method = method?.paymentMethod.id ?? null;
  intent.next_action = null;
  intent.status = method ? 'requires_confirmation' : 'requires_payment_method';
}
