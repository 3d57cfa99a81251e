import type {ShopParts} from '../parts.js';
import {askAgain} from './charge.js';

/**
 * Finds out what became of the attempts that the last process left behind, such as one that stopped
 * between the charge and the row that says so.
 */
export async function repairOrders(parts: ShopParts): Promise<void> {
  for (const attempt of await parts.orders.unsettledAttempts()) {
    const {state} = await askAgain(parts, attempt);
    parts.log(`order ${attempt.order.id} after the start: ${state}`);
  }
}
