import Stripe from 'stripe';
import type {Attempt} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {troubleLine} from '../trouble.js';
import {belongsTo, expand, type Made} from './requests.js';
import {settle} from './settle.js';

/** What the shop wants to be told of: how payments end. */
export const wantedEvents = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.succeeded',
  'charge.failed',
] as const satisfies Stripe.WebhookEndpointCreateParams.EnabledEvent[];

/**
 * Returns true for a signed body that is an event with the object that it is about. Stripe signs other
 * bodies as well, such as the thin events of its version 2.
 */
export function isEvent(body: unknown): body is Stripe.Event {
  const object = memberOf(memberOf(body, 'data'), 'object');
  return memberOf(body, 'object') === 'event' && typeof object === 'object' && object !== null;
}

/**
 * Takes in an event. It only says where to look: events come twice, late and in any order, so what
 * counts is what Stripe says now. One that is not about an order of ours changes nothing.
 * @returns whether it is done with; if not, it has to come again
 */
export async function hearOf(parts: ShopParts, event: Stripe.Event): Promise<boolean> {
  const about = objectOf(event);
  const orderId: unknown = about?.metadata.order_id;
  const number = Number(about?.metadata.attempt);
  if (!about || typeof orderId !== 'string' || !Number.isSafeInteger(number)) return true;
  const attempt = await parts.orders.findAttempt(orderId, {number});
  if (!attempt) return true;

  try {
    const made = await currentState(parts.provider.stripe, about);
    if (!belongsTo(attempt, made)) return true;
    return await takeIn(parts, attempt, made);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    parts.log(troubleLine(attempt.order, error));
    // Stripe has no such intent or charge, so the event would fail each time that it comes again.
    return error.code === 'resource_missing';
  }
}

async function takeIn(parts: ShopParts, attempt: Attempt, made: Made): Promise<boolean> {
  const {order, refusal} = attempt;
  const isUnderWay = order.status === 'unknown' || order.status === 'action';
  const isCurrent = isUnderWay && refusal === null;
  if (isCurrent) {
    const {state} = await settle(parts, attempt, made);
    return state !== 'unknown';
  }
  if (refusal !== null && made.status === 'succeeded') {
    // It was canceled before it was given up: Stripe would have to contradict itself.
    parts.log(`order ${order.id}: ${made.id} was given up, and is paid`);
    await parts.orders.hold(order);
  }
  return true;
}

/** The intent or charge that an event is about. Of anything else, nothing is taken for granted. */
function objectOf({data: {object}}: Stripe.Event): Made | undefined {
  const kind = memberOf(object, 'object');
  const id = memberOf(object, 'id');
  const metadata = memberOf(object, 'metadata');
  const isMade =
    (kind === 'payment_intent' || kind === 'charge') &&
    typeof id === 'string' &&
    /^\w+$/.test(id) &&
    typeof metadata === 'object' &&
    metadata !== null;
  return isMade ? (object as Made) : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The intent, or the charge of a payment without one, as it is now. */
async function currentState(stripe: Stripe, about: Made): Promise<Made> {
  if (about.object === 'payment_intent') {
    return stripe.paymentIntents.retrieve(about.id, {expand});
  }
  const intent = about.payment_intent;
  const id = typeof intent === 'object' ? intent?.id : intent;
  if (typeof id !== 'string' || id === '') return stripe.charges.retrieve(about.id);
  return stripe.paymentIntents.retrieve(id, {expand});
}
