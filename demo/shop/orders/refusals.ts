import {createHash} from 'node:crypto';
import type {InStatement} from '@libsql/client';
import {shopUnavailable} from './limit.js';
import type {Attempt, Means, Order} from './order.js';

/**
 * Writes down that the credential of an attempt was refused for its order, in one go with the
 * refusal. Not so where another try makes sense: a saved card is chosen anew each time, and the shop
 * may have been mended since.
 * @param isUnderWay the condition on `orders`, with its arguments, for an attempt that is under way
 */
export function remembering(
  {order, means}: Attempt,
  code: string,
  isUnderWay: {readonly sql: string; readonly args: readonly number[]},
): InStatement[] {
  if (code === shopUnavailable || means.kind === 'saved_card' || means.id === '') return [];
  return [
    {
      sql: `INSERT OR IGNORE INTO refusals (order_id, credential, code)
            SELECT id, ?, ? FROM orders WHERE id = ? AND ${isUnderWay.sql}`,
      args: [nameOf(order, means), code, order.id, ...isUnderWay.args],
    },
  ];
}

/** Stands for a credential in the database, where no credential outlives its refusal. */
export function nameOf({id: orderId}: Pick<Order, 'id'>, {kind, id}: Means): string {
  return createHash('sha256').update(`${orderId} ${kind} ${id}`).digest('hex');
}
