import Stripe from 'stripe';
import type {Attempt, Order, Wish} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {findMade} from './find.js';
import type {Outcome} from './outcome.js';
import {errorCode, isDecline, isDefinitive} from './refusals.js';
import {requestCharge, troubleLine} from './requests.js';
import {giveUp, refuse, settle} from './settle.js';

/**
 * Milliseconds for which Stripe surely knows an idempotency key: it may forget one after 24 hours,
 * and would then carry the request out a second time.
 */
const keyLifetime = 23 * 60 * 60 * 1000;

/** Milliseconds after which a request that was sent has arrived, or never will. */
const arrivalTime = 15 * 60 * 1000;

/** Charges an order as its customer wishes, or says why not. */
export async function payOrder(parts: ShopParts, order: Order, wish: Wish): Promise<Outcome> {
  const {orders} = parts;
  if (order.status === 'action') {
    const waiting = await orders.currentAttempt(order.id);
    // The same form, posted twice.
    if (waiting?.means.id === wish.means.id) return askAgain(parts, waiting);
    const wait = await orders.waitingTime(order.session, wish.address);
    if (wait > 0) return {state: 'limited', milliseconds: wait};
    if (waiting) {
      const left = await leave(parts, waiting);
      if (left.state !== 'refused') return left;
    }
  }
  const attempt = await orders.beginAttempt(order, wish);
  if (!attempt) return standing(parts, order, wish);
  try {
    return await charge(parts, attempt);
  } catch (error) {
    return afterError(parts, attempt, error, isDefinitive(error));
  }
}

/**
 * Asks again for an attempt that is under way. The idempotency keys are the same as before, so
 * Stripe answers with what it did then, or does it now if nothing had reached it. Where the keys may
 * be forgotten, Stripe is only asked what there is.
 */
export async function askAgain(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  // Over meanwhile, and what it was to be paid with is forgotten.
  if (attempt.refusal !== null) return {state: 'refused', code: attempt.refusal};
  const isFresh = parts.orders.age(attempt) < keyLifetime;
  try {
    if (attempt.intent !== null || !isFresh) return await lookUp(parts, attempt);
    const outcome = await charge(parts, attempt);
    if (outcome.state !== 'action') return outcome;
    // An answer that is given again tells what was: the bank may have asked since.
    const now = await parts.orders.currentAttempt(attempt.order.id);
    return now ? await lookUp(parts, now) : outcome;
  } catch (error) {
    if (isDecline(error) || !isDefinitive(error)) {
      return afterError(parts, attempt, error, isDecline(error));
    }
  }
  // Any other refusal than the card's may mean no more than that Stripe knows the token as spent, by
  // the very charge that is asked for.
  try {
    return await lookUp(parts, attempt);
  } catch (error) {
    return afterError(parts, attempt, error, false);
  }
}

/** Gives up waiting for the customer's bank, so that another card can be tried. */
export async function leave(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  const {intent} = attempt;
  if (intent === null) return {state: 'busy'};
  try {
    return await giveUp(parts, attempt, intent, 'payment_intent_authentication_failure');
  } catch (error) {
    return afterError(parts, attempt, error, false);
  }
}

/** What an order that cannot be paid now has come to. */
async function standing(parts: ShopParts, {id}: Order, {address}: Wish): Promise<Outcome> {
  const {orders} = parts;
  const order = await orders.find(id);
  switch (order?.status) {
    case 'paid':
      return {state: 'paid'};
    case 'held':
      return {state: 'held'};
    case 'open': {
      const milliseconds = await orders.waitingTime(order.session, address);
      return milliseconds > 0 ? {state: 'limited', milliseconds} : {state: 'busy'};
    }
    default:
      return {state: 'busy'};
  }
}

async function charge(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  const {customer, made} = await requestCharge(parts, attempt);
  return settle(parts, {...attempt, customer}, made);
}

/** Settles an attempt by what there is at Stripe. */
async function lookUp(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  const made = await findMade(parts, attempt);
  if (made) return settle(parts, attempt, made);
  return parts.orders.age(attempt) > arrivalTime
    ? refuse(parts, attempt, 'expired')
    : {state: 'unknown'};
}

async function afterError(
  parts: ShopParts,
  attempt: Attempt,
  error: unknown,
  isFinal: boolean,
): Promise<Outcome> {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  if (!isDecline(error)) parts.log(troubleLine(attempt, error));
  return isFinal ? refuse(parts, attempt, errorCode(error)) : {state: 'unknown'};
}
