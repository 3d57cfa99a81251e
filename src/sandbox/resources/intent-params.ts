import {invalidRequest} from '../api/errors.js';
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
  text,
} from '../api/params.js';
import {shippingParams} from './contact.js';
import {paymentMethodData} from './payment-methods.js';
import {browserParams} from './tokens.js';

/** Gone since API version 2026-09-30.endive. */
const noLongerSupported: Field<undefined> = (value, name) => {
  if (value === undefined) return undefined;
  throw invalidRequest(
    `The parameter ${name} is no longer supported. Use allowed_payment_method_types instead.`,
    {code: `${name}_no_longer_supported`, param: name},
  );
};

/** `true` or `false`; Stripe also takes `one_off` and `recurring`, which mean true. */
const offSession: Field<boolean | undefined> = (value, name) =>
  value === 'one_off' || value === 'recurring' ? true : flag(value, name);

const futureUsage = choice('off_session', 'on_session');

/** How to pay: what can be said when an intent is made and when it is confirmed. */
export const paymentParams = {
  confirmation_token: text,
  error_on_requires_action: flag,
  mandate_data: ignored,
  off_session: offSession,
  payment_method: text,
  payment_method_data: paymentMethodData,
  payment_method_options: ignored,
  payment_method_types: noLongerSupported,
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
export const secretOnly = ['error_on_requires_action', 'off_session'] as const;

export const captureMethod = choice('automatic', 'automatic_async', 'manual');

export const createParams = {
  ...paymentParams,
  amount: required(amount),
  automatic_payment_methods: shape({
    allow_redirects: choice('always', 'never'),
    enabled: required(flag),
  }),
  capture_method: captureMethod,
  confirm: flag,
  confirmation_method: choice('automatic', 'manual'),
  currency: required(currency),
  customer: text,
  description: text,
  metadata,
  statement_descriptor: text,
};

export const updateParams = {
  amount,
  currency,
  customer: text,
  description: clearable(text),
  metadata,
  payment_method: clearable(text),
  payment_method_data: paymentMethodData,
  payment_method_options: ignored,
  payment_method_types: noLongerSupported,
  receipt_email: clearable(email),
  setup_future_usage: clearable(futureUsage),
  shipping: clearable(shippingParams),
  statement_descriptor: clearable(text),
};

type Read<F> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

export type CreateParams = Read<typeof createParams>;
export type UpdateParams = Read<typeof updateParams>;
/** How to pay, where it is not known already. */
export type Payment = Partial<Read<typeof paymentParams>>;
