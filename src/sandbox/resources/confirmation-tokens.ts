import type Stripe from 'stripe';
import {usedToken} from '../../stripe-js/intent-refusals.js';
import {type Call, endpoint} from '../api/endpoint.js';
import {invalidRequest, missingParam, noSuch} from '../api/errors.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {choice, flag, ignored, returnUrl, text, type Values} from '../api/params.js';
import {newId, timestamp} from '../store/ids.js';
import type {ConfirmationTokenRecord, PaymentMethodRecord, Store} from '../store/store.js';
import {shippingOf, shippingParams} from './contact.js';
import {findMethod, methodFromData, paymentMethodData} from './payment-methods.js';
import {browserParams} from './tokens.js';

/** Seconds: https://docs.stripe.com/api/confirmation_tokens/object. */
const lifetime = 12 * 60 * 60;

const tokenParams = {
  metadata,
  payment_method: text,
  payment_method_data: paymentMethodData,
  payment_method_options: ignored,
  return_url: returnUrl,
  setup_future_usage: choice('off_session', 'on_session'),
  shipping: shippingParams,
};

const publicParams = {
  ...browserParams,
  ...tokenParams,
  client_context: ignored,
  expected_payment_method_type: ignored,
  mandate_data: ignored,
  use_stripe_sdk: flag,
};

const create = endpoint({
  method: 'POST',
  path: '/confirmation_tokens',
  isPublic: true,
  returns: 'confirmation_token',
  params: publicParams,
  run: (params, call) => newToken(params, call),
});

const createForTest = endpoint({
  method: 'POST',
  path: '/test_helpers/confirmation_tokens',
  returns: 'confirmation_token',
  params: tokenParams,
  run: newToken,
});

const retrieve = endpoint({
  method: 'GET',
  path: '/confirmation_tokens/:id',
  returns: 'confirmation_token',
  params: {},
  run: (_params, {id, store}) => findToken(store, id, 404).token,
});

export const confirmationTokens = [create, createForTest, retrieve];

type Params = Values<typeof tokenParams> & {readonly use_stripe_sdk?: boolean};

function newToken(params: Params, call: Call): Stripe.ConfirmationToken {
  const method = methodOf(params, call);
  const created = timestamp();
  const {customer, customer_account, ...preview} = method.paymentMethod;
  const token: Stripe.ConfirmationToken = {
    id: newId('ctoken'),
    object: 'confirmation_token',
    created,
    expires_at: created + lifetime,
    livemode: false,
    mandate_data: null,
    metadata: changedMetadata({}, params.metadata),
    payment_intent: null,
    payment_method_options: null,
    payment_method_preview: {
      allow_redisplay: preview.allow_redisplay,
      billing_details: preview.billing_details,
      card: preview.card,
      customer,
      customer_account,
      type: 'card',
    },
    return_url: params.return_url ?? null,
    setup_future_usage: params.setup_future_usage ?? null,
    setup_intent: null,
    shipping: shippingOf(params.shipping) as Stripe.ConfirmationToken.Shipping | null,
    use_stripe_sdk: params.use_stripe_sdk ?? true,
  };
  call.store.confirmationTokens.add(token.id, {token, method});
  call.store.changed(token);
  return token;
}

function methodOf(params: Params, {keyKind, store}: Call): PaymentMethodRecord {
  const {payment_method: id, payment_method_data: data} = params;
  if (id && data) {
    throw invalidRequest(
      'Received both payment_method and payment_method_data parameters. Please pass in only one.',
    );
  }
  if (data) return methodFromData(store, data, keyKind, 'payment_method_data[card][token]');
  if (id) return findMethod(store, id);
  throw missingParam('payment_method_data');
}

/**
 * The confirmation token that an intent is to be confirmed with. (Stripe's wording for one that is
 * used or expired is not known.)
 * @throws ApiError when there is none, it was used, or it has expired
 */
export function usableToken(store: Store, id: string): ConfirmationTokenRecord {
  const record = findToken(store, id);
  const {payment_intent: usedBy, expires_at: expiry} = record.token;
  const details = {param: 'confirmation_token'};
  if (usedBy !== null) {
    throw invalidRequest(usedToken(id), details);
  }
  if (expiry !== null && timestamp() >= expiry) {
    throw invalidRequest(`The ConfirmationToken ${id} has expired.`, details);
  }
  return record;
}

/** Uses a confirmation token up. */
export function markUsed({token}: ConfirmationTokenRecord, intent: string, store: Store): void {
  token.payment_intent = intent;
  token.expires_at = null;
  store.changed(token);
}

function findToken(store: Store, id: string, status?: 404): ConfirmationTokenRecord {
  const record = store.confirmationTokens.get(id);
  if (!record) throw noSuch('confirmation_token', id, 'confirmation_token', status);
  return record;
}
