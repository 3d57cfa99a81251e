import type {Order} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {troubleLine} from '../trouble.js';
import type {Outcome} from './outcome.js';

/**
 * Milliseconds for which a customer waits at most, however many requests to the provider it takes and
 * however often the SDK sends each of them again.
 */
export const patience = 20_000;

/**
 * Returns the outcome, or `unknown` where it takes too long. What was begun goes on: it is written
 * down, and logged, when it ends.
 */
export async function inTime(
  {log}: ShopParts,
  order: Order,
  outcome: Promise<Outcome>,
): Promise<Outcome> {
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>(resolve => {
    timer = setTimeout(() => {
      isLate = true;
      resolve({state: 'unknown'});
    }, patience);
  });
  outcome.then(
    ({state}) => {
      if (isLate) log(`order ${order.id}: ${state}, too late for its customer`);
    },
    (error: unknown) => {
      if (isLate) log(troubleLine(order, error));
    },
  );
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}
