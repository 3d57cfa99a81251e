import Stripe from 'stripe';
import type {Attempt, Payment, SavedCard} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {troubleLine} from '../trouble.js';
import type {Outcome} from './outcome.js';
import {endedBy, refusalCode} from './refusals.js';
import {belongsTo, expand, type Made} from './requests.js';

/**
 * Writes down what has become of an attempt at Stripe. It may be told the same again, late, and by
 * several at once: the answer to the request, a webhook, the customer who comes back.
 */
export async function settle(parts: ShopParts, attempt: Attempt, made: Made): Promise<Outcome> {
  if (made.object === 'charge') return settleCharge(parts, attempt, made);
  switch (made.status) {
    case 'succeeded':
    case 'requires_capture':
      return pay(parts, attempt, made);
    case 'requires_action':
      await parts.orders.awaitCustomer(attempt, made.id);
      return waiting(made);
    case 'requires_payment_method': {
      const error = made.last_payment_error;
      // Not tried yet.
      if (!error) return {state: 'unknown'};
      return giveUp(parts, attempt, made.id, refusalCode(error));
    }
    case 'canceled':
      return refuse(parts, attempt, 'payment_intent_authentication_failure');
    // `processing`, and what Stripe may add.
    default:
      return {state: 'unknown'};
  }
}

/**
 * Ends an attempt whose intent the browser may know. Whoever has its client secret could still pay
 * it, with another card: so it is canceled first, and only then is the order open again.
 */
export async function giveUp(
  parts: ShopParts,
  attempt: Attempt,
  intentId: string,
  code: string,
): Promise<Outcome> {
  const {paymentIntents} = parts.provider.stripe;
  try {
    await paymentIntents.cancel(intentId);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (error.code === 'resource_missing') {
      // The keys are another account's by now, say. Nobody here can tell what became of the intent.
      parts.log(`order ${attempt.order.id} held: ${intentId} is not at ${parts.provider.name}`);
      await parts.orders.hold(attempt.order);
      return {state: 'held'};
    }
    if (error.code !== 'payment_intent_unexpected_state') {
      parts.log(troubleLine(attempt.order, error));
      return {state: 'unknown'};
    }
    // Paid at the last moment, or canceled before.
    const now = await paymentIntents.retrieve(intentId, {expand});
    return now.status === 'canceled' ? refuse(parts, attempt, code) : settle(parts, attempt, now);
  }
  return refuse(parts, attempt, code);
}

export async function refuse(
  {orders}: ShopParts,
  attempt: Attempt,
  code: string,
): Promise<Outcome> {
  await orders.refuse(attempt, code);
  return endedBy(code);
}

async function settleCharge(
  parts: ShopParts,
  attempt: Attempt,
  charge: Stripe.Charge,
): Promise<Outcome> {
  switch (charge.status) {
    case 'succeeded':
      return pay(parts, attempt, charge);
    case 'failed':
      return refuse(parts, attempt, charge.failure_code || 'card_declined');
    default:
      return {state: 'unknown'};
  }
}

function waiting({
  client_secret: clientSecret,
  next_action: action,
}: Stripe.PaymentIntent): Outcome {
  if (clientSecret === null) return {state: 'unknown'};
  const url = action?.redirect_to_url?.url ?? undefined;
  return {state: 'action', clientSecret, ...(url !== undefined && {url})};
}

async function pay(
  {orders, provider, log}: ShopParts,
  attempt: Attempt,
  made: Made,
): Promise<Outcome> {
  const payment = paymentFor(attempt, made, provider.livemode);
  if (payment && (await orders.pay(attempt, payment, cardToSave(attempt, made)))) {
    return {state: 'paid'};
  }
  log(`order ${attempt.order.id} held: ${made.id} does not fit it`);
  await orders.hold(attempt.order);
  return {state: 'held'};
}

/**
 * What to write down as the payment of this order, or nothing where Stripe's answer is not about
 * exactly this order.
 */
function paymentFor(attempt: Attempt, made: Made, livemode: boolean): Payment | undefined {
  const charge = made.object === 'charge' ? made : made.latest_charge;
  if (charge === null || typeof charge === 'string' || attempt.customer === null) return undefined;

  const {amount, currency} = attempt.order.product;
  const isReceived =
    made.object === 'charge' || (made.status === 'succeeded' && made.amount_received === amount);
  const fits =
    isReceived &&
    made.currency === currency &&
    made.livemode === livemode &&
    belongsTo(attempt, made) &&
    charge.paid &&
    charge.captured &&
    charge.amount === amount &&
    charge.currency === currency;
  if (!fits) return undefined;

  return {
    means: attempt.means,
    email: attempt.email,
    customer: attempt.customer,
    paymentIntent: made.object === 'charge' ? null : made.id,
    charge: charge.id,
    paid: new Date(charge.created * 1000).toISOString(),
  };
}

/** The card that the customer wanted kept, if Stripe has given it to them. */
function cardToSave({save, customer}: Attempt, made: Made): SavedCard | undefined {
  const method = made.object === 'charge' ? null : made.payment_method;
  if (!save || method === null || typeof method === 'string' || !method.card) return undefined;
  const owner = typeof method.customer === 'string' ? method.customer : method.customer?.id;
  if (owner !== customer) return undefined;
  const {brand, last4, exp_month: expMonth, exp_year: expYear} = method.card;
  return {id: method.id, brand, last4, expMonth, expYear};
}
