import {invalidRequest} from '../api/errors.js';
import type {Call} from '../api/endpoint.js';
import {metadata} from '../api/metadata.js';
import {
  amount,
  choice,
  clearable,
  currency,
  email,
  type Field,
  flag,
  ignored,
  required,
  returnUrl,
  shape,
  statementDescriptor,
  text,
  texts,
  type Values,
} from '../api/params.js';
import {isSince} from '../api/versions.js';
import {shippingParams} from './contact.js';
import {paymentMethodData} from './payment-methods.js';
import {browserParams} from './tokens.js';

/**
 * The kinds of payment method that an intent is for; undefined where that is left open.
 * @throws ApiError when cards, which are all there is here, are not among them
 */
const methodTypes: Field<readonly string[] | undefined> = (value, name) => {
  if (value === undefined) return undefined;
  const types = texts(value, name);
  if (types.includes('card')) return types;
  throw invalidRequest(
    `Invalid ${name}: this sandbox, which is not Stripe, has payment methods of type card alone.`,
    {param: name},
  );
};

/** @throws ApiError for a parameter that is gone since API version 2026-09-30.endive */
export function checkMethodTypes(
  params: {readonly payment_method_types?: readonly string[]},
  {version}: Call,
): void {
  if (params.payment_method_types === undefined || !isSince(version, '2026-09-30')) return;
  throw invalidRequest(
    'The parameter payment_method_types is no longer supported. Use allowed_payment_method_types ' +
      'instead.',
    {code: 'payment_method_types_no_longer_supported', param: 'payment_method_types'},
  );
}

/** `true` or `false`; Stripe also takes `one_off` and `recurring`, which mean true. */
const offSession: Field<boolean | undefined> = (value, name) =>
  value === 'one_off' || value === 'recurring' ? true : flag(value, name);

const futureUsage = choice('off_session', 'on_session');

const captureMethod = choice('automatic', 'automatic_async', 'manual');

/** How to pay: what can be said when an intent is made and when it is confirmed. */
const paymentParams = {
  allowed_payment_method_types: methodTypes,
  capture_method: captureMethod,
  confirmation_token: text,
  error_on_requires_action: flag,
  mandate_data: ignored,
  off_session: offSession,
  payment_method: text,
  payment_method_data: paymentMethodData,
  payment_method_options: ignored,
  payment_method_types: methodTypes,
  receipt_email: clearable(email),
  return_url: returnUrl,
  setup_future_usage: clearable(futureUsage),
  shipping: clearable(shippingParams),
  use_stripe_sdk: flag,
};

/** What browsers send besides, when they confirm. */
export const confirmParams = {
  ...browserParams,
  ...paymentParams,
  client_context: ignored,
  client_secret: text,
  expected_payment_method_type: ignored,
};

/** Of these, what only servers may send. */
export const secretOnly = ['capture_method', 'error_on_requires_action', 'off_session'] as const;

export const createParams = {
  ...paymentParams,
  amount: required(amount),
  automatic_payment_methods: shape({
    allow_redirects: choice('always', 'never'),
    enabled: required(flag),
  }),
  confirm: flag,
  confirmation_method: choice('automatic', 'manual'),
  currency: required(currency),
  customer: text,
  description: text,
  metadata,
  statement_descriptor: statementDescriptor,
  statement_descriptor_suffix: statementDescriptor,
};

export const updateParams = {
  allowed_payment_method_types: methodTypes,
  amount,
  capture_method: captureMethod,
  currency,
  customer: text,
  description: clearable(text),
  metadata,
  payment_method: clearable(text),
  payment_method_data: paymentMethodData,
  payment_method_options: ignored,
  payment_method_types: methodTypes,
  receipt_email: clearable(email),
  setup_future_usage: clearable(futureUsage),
  shipping: clearable(shippingParams),
  statement_descriptor: clearable(statementDescriptor),
  statement_descriptor_suffix: clearable(statementDescriptor),
};

export type CreateParams = Values<typeof createParams>;
export type UpdateParams = Values<typeof updateParams>;
/** How to pay, where it is not known already. */
export type Payment = Partial<Values<typeof paymentParams>>;
