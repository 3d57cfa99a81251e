import Stripe from 'stripe';
import type {Attempt} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {troubleLine} from '../trouble.js';

/** What Stripe made of an attempt. */
export type Made = Stripe.PaymentIntent | Stripe.Charge;

/** With an intent always comes what is needed to write down a payment. */
export const expand = ['latest_charge', 'payment_method'];

/** What Stripe's objects carry, so that they can be told apart and found again. */
export function metadataOf({order, number}: Attempt): Record<string, string> {
  return {order_id: order.id, attempt: String(number)};
}

export function belongsTo({order, number}: Attempt, {metadata}: Made): boolean {
  return metadata.order_id === order.id && metadata.attempt === String(number);
}

/**
 * The requests of one attempt. Their keys name order and attempt, and their contents come from the
 * database, so that a request that is sent twice, by us or by the SDK, is carried out once.
 */
export async function requestCharge(
  parts: ShopParts,
  attempt: Attempt,
): Promise<{readonly customer: string; readonly made: Made}> {
  const customer = attempt.customer ?? (await findCustomer(parts, attempt));
  const request = attempt.api === 'charges' ? chargeToken : payIntent;
  return {customer, made: await request(parts, attempt, customer)};
}

/** Stripe's customer of the session: the one of the last time, or a new one. */
async function findCustomer(
  {provider: {stripe}, orders}: ShopParts,
  attempt: Attempt,
): Promise<string> {
  const {customers} = orders;
  let customer = await customers.ofSession(attempt.order.session, attempt.email);
  if (customer.stripeId !== null && !(await exists(stripe, customer.stripeId))) {
    customer = await customers.renew(customer, attempt.email);
  }
  let {stripeId} = customer;
  if (stripeId === null) {
    const {email, reference} = customer;
    const made = await stripe.customers.create(
      {email: email ?? undefined, metadata: {reference}},
      {idempotencyKey: `customer:${reference}`},
    );
    stripeId = made.id;
    await customers.identify(customer, stripeId);
  }
  await orders.noteCustomer(attempt, stripeId);
  return stripeId;
}

/** Whether nobody has deleted the customer, in Stripe's Dashboard for one. */
async function exists(stripe: Stripe, id: string): Promise<boolean> {
  try {
    return (await stripe.customers.retrieve(id)).deleted !== true;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing')
      return false;
    throw error;
  }
}

async function payIntent(
  {provider: {stripe}}: ShopParts,
  attempt: Attempt,
  customer: string,
): Promise<Stripe.PaymentIntent> {
  const {order, returnUrl, save} = attempt;
  const {amount, currency, name} = order.product;
  const key = keyOf(attempt);
  return stripe.paymentIntents.create(
    {
      amount,
      currency,
      customer,
      description: name,
      metadata: metadataOf(attempt),
      ...(await meansFor(stripe, attempt)),
      confirm: true,
      // A page of the bank, or Stripe.js in ours: the one that is not taken is ruled out.
      automatic_payment_methods: {enabled: true, allow_redirects: returnUrl ? 'always' : 'never'},
      use_stripe_sdk: returnUrl === null,
      return_url: returnUrl ?? undefined,
      setup_future_usage: save ? 'on_session' : undefined,
      expand,
    },
    {idempotencyKey: key},
  );
}

/**
 * What the intent is paid with. A token is turned into a PaymentMethod, since Stripe is retiring
 * charges that take one directly:
 * https://docs.stripe.com/payments/payment-methods/migrate-from-legacy-cards-sources
 */
async function meansFor(
  stripe: Stripe,
  attempt: Attempt,
): Promise<Pick<Stripe.PaymentIntentCreateParams, 'confirmation_token' | 'payment_method'>> {
  const {kind, id} = attempt.means;
  switch (kind) {
    case 'token': {
      const method = await stripe.paymentMethods.create(
        {type: 'card', card: {token: id}},
        {idempotencyKey: `${keyOf(attempt)}:payment_method`},
      );
      return {payment_method: method.id};
    }
    case 'confirmation_token':
      return {confirmation_token: id};
    case 'payment_method':
    case 'saved_card':
    case 'source':
      return {payment_method: id};
  }
}

/** The classic way, which Stripe calls legacy: no 3-D Secure, and the token goes straight in. */
async function chargeToken(
  {provider: {stripe}, log}: ShopParts,
  attempt: Attempt,
  customer: string,
): Promise<Stripe.Charge> {
  const {order, means} = attempt;
  const {amount, currency, name} = order.product;
  const key = keyOf(attempt);
  const charge = await stripe.charges.create(
    {amount, currency, source: means.id, description: name, metadata: metadataOf(attempt)},
    {idempotencyKey: key},
  );
  try {
    // A token is charged alone; only the charge can be given to somebody.
    return await stripe.charges.update(charge.id, {customer}, {idempotencyKey: `${key}:customer`});
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    // The money is there all the same, and the payment names the customer.
    log(troubleLine(attempt.order, error));
    return charge;
  }
}

function keyOf({order, number}: Attempt): string {
  return `order:${order.id}:attempt:${number}`;
}
