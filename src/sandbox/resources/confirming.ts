import type Stripe from 'stripe';
import {declines} from '../../stripe-js/cards/refusals.js';
import {missingMethod, spentMethod, statusRefusal} from '../../stripe-js/intent-refusals.js';
import type {Call} from '../api/endpoint.js';
import {invalidRequest, type ApiError} from '../api/errors.js';
import {idOf} from '../store/ids.js';
import type {ConfirmationTokenRecord, PaymentMethodRecord} from '../store/store.js';
import {checkBrandLimit} from './amounts.js';
import {startAuthentication, wasAuthenticated} from './authentication.js';
import {markUsed, usableToken} from './confirmation-tokens.js';
import {shippingOf} from './contact.js';
import {emit} from './events.js';
import type {Payment} from './intent-params.js';
import {methodTypes} from './new-intent.js';
import {findMethod, methodFromData} from './payment-methods.js';
import {checkChargeable, currentSource, isSource} from './source-states.js';
import {takePayment} from './taking.js';

/**
 * Takes the money of a PaymentIntent, or has the card's holder asked first. The intent is kept
 * whether that succeeds or not.
 * @throws ApiError 400 when it cannot be confirmed as it is, 402 when the card is declined
 */
export function confirmIntent(
  intent: Stripe.PaymentIntent,
  payment: Payment,
  call: Call,
): Stripe.PaymentIntent {
  const {store} = call;
  checkStatus(intent);
  const record = payment.confirmation_token
    ? usableToken(store, payment.confirmation_token)
    : undefined;
  const returnUrl = payment.return_url ?? record?.token.return_url ?? undefined;
  checkReturnUrl(intent, returnUrl);
  const method = methodFor(intent, payment, record, call);
  checkBrandLimit(intent.amount, method.card.brand);

  adopt(intent, payment, record);
  if (record) markUsed(record, intent.id, store);
  if (!store.paymentIntents.get(intent.id)) addIntent(intent, call);
  const isAuthenticated = wasAuthenticated(store, intent, method);
  if (!isAuthenticated && mustAsk(method)) {
    if (payment.off_session || payment.error_on_requires_action) {
      const refusal = declines.authenticationRequired;
      const error = takePayment(intent, method, {isAuthenticated, refusal}, call);
      if (error) throw error;
    }
    const isInPage = payment.use_stripe_sdk ?? record?.token.use_stripe_sdk ?? false;
    startAuthentication(intent, method, {returnUrl, isInPage}, call);
    return intent;
  }
  const error = takePayment(intent, method, {isAuthenticated}, call);
  if (error) throw error;
  return intent;
}

/** Keeps a new intent and tells of it. */
export function addIntent(intent: Stripe.PaymentIntent, call: Call): void {
  call.store.paymentIntents.add(intent.id, intent);
  emit(call, 'payment_intent.created', intent);
}

/**
 * The payment method that a request names or brings along, if it does.
 * @throws ApiError when this intent cannot be paid with it
 */
export function chooseMethod(
  intent: Stripe.PaymentIntent,
  payment: Pick<Payment, 'payment_method_data'> & {readonly payment_method?: string | null},
  call: Call,
): PaymentMethodRecord | undefined {
  const {payment_method: id, payment_method_data: data} = payment;
  if (data) {
    return methodFromData(call.store, data, call.keyKind, 'payment_method_data[card][token]');
  }
  if (!id) return undefined;
  const method = findMethod(call.store, id);
  checkUsable(method, idOf(intent.customer), call);
  return method;
}

/** @throws ApiError when a request says more than once what to pay with */
export function checkOneWay(payment: {readonly [K in keyof Payment]?: unknown}): void {
  const ways = (['payment_method', 'payment_method_data', 'confirmation_token'] as const).filter(
    name => payment[name],
  );
  if (ways.length < 2) return;
  throw invalidRequest(`Received both ${ways.join(' and ')} parameters. Please pass in only one.`);
}

function methodFor(
  intent: Stripe.PaymentIntent,
  payment: Payment,
  record: ConfirmationTokenRecord | undefined,
  call: Call,
): PaymentMethodRecord {
  if (record) checkUsable(record.method, idOf(intent.customer), call);
  return record?.method ?? chooseMethod(intent, payment, call) ?? methodOf(intent, call);
}

/** The payment method that an intent was given before. */
function methodOf(intent: Stripe.PaymentIntent, call: Call): PaymentMethodRecord {
  const id = idOf(intent.payment_method);
  if (id === null) {
    throw unexpectedState(intent, missingMethod);
  }
  const method = findMethod(call.store, id);
  checkUsable(method, idOf(intent.customer), call);
  return method;
}

/** Puts on the intent what the request says, or else its confirmation token. */
function adopt(
  intent: Stripe.PaymentIntent,
  payment: Payment,
  record: ConfirmationTokenRecord | undefined,
): void {
  const usage = payment.setup_future_usage ?? record?.token.setup_future_usage;
  if (usage) intent.setup_future_usage = usage;
  if (payment.capture_method) intent.capture_method = payment.capture_method;
  if (payment.allowed_payment_method_types ?? payment.payment_method_types) {
    Object.assign(intent, methodTypes(payment));
  }
  if (payment.receipt_email) intent.receipt_email = payment.receipt_email;
  const shipping = shippingOf(payment.shipping ?? null) ?? record?.token.shipping;
  if (shipping) intent.shipping = shipping;
}

function mustAsk({card, isSetUp}: PaymentMethodRecord): boolean {
  return card.authentication === 'always' || (card.authentication === 'until_set_up' && !isSetUp);
}

function checkStatus(intent: Stripe.PaymentIntent): void {
  const message = statusRefusal(intent.status);
  if (message !== undefined) throw unexpectedState(intent, message);
}

/** What a request gets that the status of its intent does not allow. */
export function unexpectedState(intent: Stripe.PaymentIntent, message: string): ApiError {
  return invalidRequest(message, {code: 'payment_intent_unexpected_state', payment_intent: intent});
}

/** Since API version 2023-08-16 an intent accepts methods that redirect, unless told not to. */
function checkReturnUrl(intent: Stripe.PaymentIntent, returnUrl: string | undefined): void {
  const methods = intent.automatic_payment_methods;
  if (returnUrl || !methods?.enabled || methods.allow_redirects === 'never') return;
  throw invalidRequest(
    'A `return_url` must be specified because this Payment Intent is configured to automatically ' +
      'accept the payment methods enabled in the Dashboard, some of which may require a full page ' +
      'redirect to succeed. If you do not want to accept redirect-based payment methods, set ' +
      '`automatic_payment_methods[enabled]` to `true` and ' +
      '`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and ' +
      'Payment Intents.',
  );
}

function checkUsable(
  {paymentMethod, source, spent}: PaymentMethodRecord,
  customer: string | null,
  call: Call,
): void {
  if (isSource(source)) checkChargeable(currentSource(source.id, call) ?? source, 'intent');
  const owner = idOf(paymentMethod.customer);
  if (spent) {
    throw invalidRequest(spentMethod);
  }
  if (owner === null || owner === customer) return;
  throw invalidRequest(
    customer === null
      ? `The PaymentMethod ${paymentMethod.id} belongs to a Customer. Please include the Customer ` +
          'in the `customer` parameter on the PaymentIntent.'
      : `The customer does not have a payment method with the ID ${paymentMethod.id}. The payment ` +
          'method must be attached to the customer.',
    {param: 'payment_method'},
  );
}
