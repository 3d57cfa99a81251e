import Stripe from 'stripe';
import {declineReason} from './declines.js';
import type {Attempt, Payment} from './orders.js';
import type {ShopParts} from './parts.js';

/** How an attempt to charge an order ended, or that nobody knows yet. */
export type Outcome =
  | {readonly state: 'paid'}
  | {readonly state: 'declined'; readonly reason: string}
  | {readonly state: 'unknown'}
  | {readonly state: 'held'};

interface Charged {
  readonly customer: Stripe.Customer;
  readonly intent: Stripe.PaymentIntent;
}

/**
 * Charges an order for the first time with this attempt's card, and writes down what came of it.
 */
export function chargeOrder(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  return settle(parts, attempt, isDefinitive);
}

/**
 * Asks again for an attempt whose outcome is unknown. The idempotency keys are the same as before,
 * so Stripe answers with what it did then, or does it now if nothing had reached it.
 *
 * Only a payment or a declined card settles it. Any other refusal may mean no more than that Stripe
 * has forgotten the keys (it may after 24 hours) and knows the token as spent, by the very charge
 * that is asked for.
 */
export function resumeCharge(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  return settle(parts, attempt, isDecline);
}

async function settle(
  {provider, orders, log}: ShopParts,
  attempt: Attempt,
  isFinal: (error: unknown) => boolean,
): Promise<Outcome> {
  let charged: Charged;
  try {
    charged = await charge(provider.stripe, attempt);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (!isDecline(error)) log(troubleLine(attempt, error));
    if (!isFinal(error)) return {state: 'unknown'};
    await orders.reopen(attempt);
    return {state: 'declined', reason: declineReason(error)};
  }

  const payment = paymentFor(attempt, charged, provider.livemode);
  if (!payment) {
    log(`order ${attempt.order.id} held: ${charged.intent.id} does not fit it`);
    await orders.hold(attempt);
    return {state: 'held'};
  }
  await orders.pay(attempt, payment);
  return {state: 'paid'};
}

/**
 * The three requests of one attempt. A token is turned into a PaymentMethod, since Stripe is
 * retiring charges that take one directly:
 * https://docs.stripe.com/payments/payment-methods/migrate-from-legacy-cards-sources
 *
 * The keys name order and attempt, so that a request that is sent twice, by us or by the SDK, is
 * carried out once.
 */
async function charge(stripe: Stripe, {order, number, card}: Attempt): Promise<Charged> {
  const key = `order:${order.id}:attempt:${number}`;
  const metadata = {order_id: order.id};

  const customer = await stripe.customers.create(
    {email: card.email ?? undefined, metadata},
    {idempotencyKey: `${key}:customer`},
  );
  const method = await stripe.paymentMethods.create(
    {type: 'card', card: {token: card.token}},
    {idempotencyKey: `${key}:payment_method`},
  );
  const intent = await stripe.paymentIntents.create(
    {
      amount: order.product.amount,
      currency: order.product.currency,
      description: order.product.name,
      customer: customer.id,
      payment_method: method.id,
      confirm: true,
      automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
      error_on_requires_action: true,
      metadata,
      expand: ['latest_charge'],
    },
    {idempotencyKey: key},
  );
  return {customer, intent};
}

/**
 * What to write down as the payment of this order, or nothing where Stripe's answer is not about
 * exactly this order.
 */
function paymentFor(
  {order, card}: Attempt,
  {customer, intent}: Charged,
  livemode: boolean,
): Payment | undefined {
  const charge = intent.latest_charge;
  if (charge === null || typeof charge === 'string') return undefined;

  const {amount, currency} = order.product;
  const fits =
    intent.status === 'succeeded' &&
    intent.amount_received === amount &&
    intent.currency === currency &&
    intent.livemode === livemode &&
    intent.metadata.order_id === order.id &&
    charge.paid &&
    charge.amount === amount &&
    charge.currency === currency;
  if (!fits) return undefined;

  return {
    token: card.token,
    email: card.email,
    customer: customer.id,
    paymentIntent: intent.id,
    charge: charge.id,
    paid: new Date().toISOString(),
  };
}

function isDecline(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeCardError;
}

/**
 * Nothing was charged, for certain. Not so after a timeout, a lost connection, a conflict or an
 * error at Stripe.
 */
function isDefinitive(error: unknown): boolean {
  return (
    isDecline(error) ||
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  );
}

/** For the log, without the error's message: Stripe's messages name tokens. */
function troubleLine({order}: Attempt, {type, code, requestId}: Stripe.errors.StripeError): string {
  return `order ${order.id}: ${[type, code, requestId].filter(Boolean).join(' ')}`;
}
