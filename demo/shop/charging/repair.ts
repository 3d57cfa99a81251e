import {setTimeout as pause} from 'node:timers/promises';
import type {Attempt} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {troubleOf} from '../trouble.js';
import {askAgain, leave} from './charge.js';

/** Attempts of one round, at most. */
const roundSize = 50;

/** Milliseconds after which a round asks for no further attempt. */
const roundTime = 60_000;

/** Milliseconds between two rounds. */
const roundPause = 5 * 60_000;

/** Milliseconds after which an attempt is no longer being answered by the process that began it. */
const answerTime = 2 * 60_000;

/** Milliseconds for which an order waits for its customer's bank. */
const bankTime = 24 * 60 * 60_000;

interface Round {
  /** Only attempts that were begun before, in milliseconds since 1970. */
  readonly before?: number;
  /** Only attempts that are older, in milliseconds. */
  readonly minAge?: number;
  readonly signal?: AbortSignal;
}

/**
 * Finds out what became of the attempts that a process left behind, such as one that stopped between
 * the charge and the row that says so. The newest come first, since their customers wait. Gives up
 * those that have waited for a bank for a day.
 * @returns the `before` of the next round, where this one did not reach all
 */
export async function repairOrders(
  parts: ShopParts,
  {before, minAge = 0, signal}: Round = {},
): Promise<number | undefined> {
  const end = performance.now() + roundTime;
  const attempts = await parts.orders.unsettledAttempts(roundSize, before);
  for (const attempt of attempts) {
    if (signal?.aborted || performance.now() > end) return attempt.begun + 1;
    if (parts.orders.age(attempt) >= minAge) await repair(parts, attempt);
  }
  return attempts.length < roundSize ? undefined : attempts.at(-1)?.begun;
}

/**
 * Repairs what the last process left behind, and then, from time to time, what this one or another
 * one has left since, until the signal. It ends without an error.
 */
export async function keepRepairing(parts: ShopParts, signal: AbortSignal): Promise<void> {
  let round: Round = {signal};
  while (!signal.aborted) {
    let before: number | undefined;
    try {
      before = await repairOrders(parts, round);
    } catch (error) {
      parts.log(`repair failed: ${troubleOf(error)}`);
    }
    round = {signal, minAge: answerTime, ...(before !== undefined && {before})};
    await untilNextRound(signal);
  }
}

async function repair(parts: ShopParts, attempt: Attempt): Promise<void> {
  const {order} = attempt;
  const isOverdue = order.status === 'action' && parts.orders.age(attempt) > bankTime;
  const {state} = await (isOverdue ? leave : askAgain)(parts, attempt);
  if (state !== 'unknown' && state !== 'action') parts.log(`order ${order.id} repaired: ${state}`);
}

async function untilNextRound(signal: AbortSignal): Promise<void> {
  try {
    await pause(roundPause, undefined, {signal, ref: false});
  } catch {
    // The shop stops.
  }
}
