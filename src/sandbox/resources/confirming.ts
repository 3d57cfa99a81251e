import type Stripe from 'stripe';
import type {Call} from '../api/endpoint.js';
import {cardError, docUrl, invalidRequest} from '../api/errors.js';
import type {Refusal} from '../cards/refusals.js';
import {idOf} from '../store/ids.js';
import type {PaymentMethodRecord, Store} from '../store/store.js';
import {methodCard} from './cards.js';
import {charge} from './charging.js';
import {findMethod, methodFromToken, type PaymentMethodData} from './payment-methods.js';

/** How to pay, where it is not known already. */
export interface Payment {
  readonly payment_method?: string;
  readonly payment_method_data?: PaymentMethodData;
  readonly receipt_email?: string;
  readonly return_url?: string;
}

/**
 * Takes the money of a PaymentIntent, and keeps the intent whether that succeeds or not.
 * @throws ApiError 400 when it cannot be confirmed as it is, 402 when the card is declined
 */
export function confirmIntent(
  intent: Stripe.PaymentIntent,
  payment: Payment,
  call: Call,
): Stripe.PaymentIntent {
  checkStatus(intent);
  checkReturnUrl(intent, payment);
  const method = chooseMethod(intent, payment, call.store) ?? methodOf(intent, call.store);
  if (payment.receipt_email) intent.receipt_email = payment.receipt_email;
  call.store.paymentIntents.add(intent.id, intent);

  const {card, paymentMethod} = method;
  const {id} = charge(
    {
      amount: intent.amount,
      currency: intent.currency,
      card,
      customer: idOf(intent.customer),
      description: intent.description,
      metadata: intent.metadata,
      receiptEmail: intent.receipt_email,
      paymentIntent: intent.id,
      paymentMethod,
    },
    call,
  );
  method.spent = paymentMethod.customer === null;
  paymentMethod.card = methodCard(card, true);
  intent.latest_charge = id;
  if (card.decline) throw declined(intent, card.decline, id, paymentMethod);
  intent.amount_received = intent.amount;
  intent.last_payment_error = null;
  intent.payment_method = paymentMethod.id;
  intent.status = 'succeeded';
  return intent;
}

/**
 * The payment method that a request names or brings along, if it does.
 * @throws ApiError when this intent cannot be paid with it
 */
export function chooseMethod(
  intent: Stripe.PaymentIntent,
  payment: Payment,
  store: Store,
): PaymentMethodRecord | undefined {
  const {payment_method: id, payment_method_data: data} = payment;
  if (id && data) {
    throw invalidRequest(
      'Received both payment_method and payment_method_data parameters. Please pass in only one.',
    );
  }
  if (data) return methodFromToken(store, data, 'payment_method_data[card][token]');
  if (!id) return undefined;
  const method = findMethod(store, id);
  checkOwner(method, idOf(intent.customer));
  return method;
}

/** The payment method that an intent was given before. */
function methodOf(intent: Stripe.PaymentIntent, store: Store): PaymentMethodRecord {
  const id = idOf(intent.payment_method);
  if (id === null) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can " +
        'either update the PaymentIntent with a payment method and then confirm it again, or ' +
        'confirm it again directly with a payment method or ConfirmationToken.',
      {code: 'payment_intent_unexpected_state', payment_intent: intent},
    );
  }
  const method = findMethod(store, id);
  checkOwner(method, idOf(intent.customer));
  return method;
}

function checkStatus(intent: Stripe.PaymentIntent): void {
  const {status} = intent;
  const details = {code: 'payment_intent_unexpected_state', payment_intent: intent};
  if (status === 'succeeded') {
    throw invalidRequest(
      'You cannot confirm this PaymentIntent because it has already succeeded after being ' +
        'previously confirmed.',
      details,
    );
  }
  if (status === 'canceled') {
    throw invalidRequest(
      'You cannot confirm this PaymentIntent because it has a status of canceled. Only a ' +
        'PaymentIntent with one of the following statuses may be confirmed: ' +
        'requires_confirmation, requires_action.',
      details,
    );
  }
}

/** Since API version 2023-08-16 an intent accepts methods that redirect, unless told not to. */
function checkReturnUrl(intent: Stripe.PaymentIntent, payment: Payment): void {
  const methods = intent.automatic_payment_methods;
  if (payment.return_url || !methods?.enabled || methods.allow_redirects === 'never') return;
  throw invalidRequest(
    'A `return_url` must be specified because this Payment Intent is configured to automatically ' +
      'accept the payment methods enabled in the Dashboard, some of which may require a full page ' +
      'redirect to succeed. If you do not want to accept redirect-based payment methods, set ' +
      '`automatic_payment_methods[enabled]` to `true` and ' +
      '`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and ' +
      'Payment Intents.',
  );
}

function checkOwner({paymentMethod, spent}: PaymentMethodRecord, customer: string | null): void {
  const owner = idOf(paymentMethod.customer);
  if (spent) {
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer ' +
        'attachment, shared with a connected account without Customer attachment, or was detached ' +
        'from a Customer. It may not be used again. To use a PaymentMethod multiple times, you ' +
        'must attach it to a Customer first.',
    );
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

/** Puts a declined intent back to where another card can be tried. */
function declined(
  intent: Stripe.PaymentIntent,
  decline: Refusal,
  chargeId: string,
  paymentMethod: Stripe.PaymentMethod,
) {
  intent.last_payment_error = {
    charge: chargeId,
    code: decline.code,
    ...(decline.declineCode && {decline_code: decline.declineCode}),
    doc_url: docUrl(decline.code),
    message: decline.message,
    ...(decline.param && {param: decline.param}),
    payment_method: paymentMethod,
    type: 'card_error',
  };
  intent.payment_method = null;
  intent.status = 'requires_payment_method';
  return cardError(decline, {
    charge: chargeId,
    payment_intent: intent,
    payment_method: paymentMethod,
  });
}
