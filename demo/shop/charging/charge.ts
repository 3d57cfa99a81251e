import type {Attempt, Means, Order, Wish} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {troubleLine} from '../trouble.js';
import {findMade} from './find.js';
import type {Outcome} from './outcome.js';
import {endedBy, errorCode, isDecline, isDefinitive} from './refusals.js';
import {requestCharge} from './requests.js';
import {giveUp, refuse, settle} from './settle.js';
import {whileRunning, isRunning} from './running.js';

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
  if (order.status === 'unknown' || order.status === 'action') {
    const current = await orders.currentAttempt(order.id);
    // The same form, posted again: the customer asks what became of it.
    if (current && isSame(current.means, wish.means)) {
      return isRunning(current)
        ? {state: 'busy'}
        : whileRunning(current, () => askAgain(parts, current));
    }
    if (current && order.status === 'action') {
      const wait = await orders.waitingTime(order.session, wish.address);
      if (wait > 0) return {state: 'limited', milliseconds: wait};
      const left = await leave(parts, current);
      if (left.state !== 'refused') return left;
    }
  }
  const attempt = await orders.beginAttempt(order, wish);
  if (!attempt) return standing(parts, order, wish);
  return whileRunning(attempt, () => begin(parts, attempt));
}

/** Asks what became of an attempt, unless the shop knows. */
export async function outcomeOf(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  const {order, refusal} = attempt;
  switch (order.status) {
    case 'paid':
      return {state: 'paid'};
    case 'held':
      return {state: 'held'};
    case 'open':
      return refusal === null ? {state: 'busy'} : endedBy(refusal);
    case 'unknown':
    case 'action':
      // Another attempt may be under way by now: that nothing was charged is true of this one alone.
      return refusal === null ? askAgain(parts, attempt) : {state: 'busy'};
  }
}

/**
 * Asks again for an attempt that is under way. The idempotency keys are the same as before, so
 * Stripe answers with what it did then, or does it now if nothing had reached it. Where the keys may
 * be forgotten, Stripe is only asked what there is.
 */
export async function askAgain(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  // Over meanwhile, and what it was to be paid with is forgotten.
  if (attempt.refusal !== null) return endedBy(attempt.refusal);
  const isFresh = parts.orders.age(attempt) < keyLifetime;
  return orUnknown(parts, attempt, () =>
    attempt.intent === null && isFresh ? repeat(parts, attempt) : lookUp(parts, attempt),
  );
}

/** Gives up waiting for the customer's bank, so that another card can be tried. */
export async function leave(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  const {intent} = attempt;
  if (intent === null) return {state: 'busy'};
  return orUnknown(parts, attempt, () =>
    giveUp(parts, attempt, intent, 'payment_intent_authentication_failure'),
  );
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

/** Sends the requests of an attempt for the first time. */
function begin(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  return orUnknown(parts, attempt, async () => {
    // The form of an earlier attempt, posted again: it is told the same, and tries no card.
    const code = await parts.orders.refusalOf(attempt);
    if (code !== undefined) return refuse(parts, attempt, code);
    try {
      return await charge(parts, attempt);
    } catch (error) {
      if (!isDefinitive(error)) throw error;
      if (!isDecline(error)) parts.log(troubleLine(attempt.order, error));
      return refuse(parts, attempt, errorCode(error));
    }
  });
}

/** Sends the requests of an attempt once more. */
async function repeat(parts: ShopParts, attempt: Attempt): Promise<Outcome> {
  let outcome: Outcome;
  try {
    outcome = await charge(parts, attempt);
  } catch (error) {
    if (isDecline(error)) return refuse(parts, attempt, errorCode(error));
    if (!isDefinitive(error)) throw error;
    // Any other refusal than the card's may mean no more than that Stripe knows the token as spent,
    // by the very charge that is asked for.
    return lookUp(parts, attempt);
  }
  if (outcome.state !== 'action') return outcome;
  // An answer that is given again tells what was: the bank may have asked since.
  const now = await parts.orders.currentAttempt(attempt.order.id);
  return now ? lookUp(parts, now) : outcome;
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

/**
 * Once an attempt is begun, its outcome is unknown whatever is thrown: by Stripe, by a database that
 * cannot be written to now, or by a mistake of ours.
 */
async function orUnknown(
  {log}: ShopParts,
  {order}: Attempt,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    log(troubleLine(order, error));
    return {state: 'unknown'};
  }
}

function isSame(one: Means, other: Means): boolean {
  return one.kind === other.kind && one.id === other.id;
}
