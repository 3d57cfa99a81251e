import type {Request, RequestHandler, Response} from 'express';
import {sendRefusal} from '../answers.js';
import type {Order} from '../orders/order.js';
import type {Orders} from '../orders.js';
import {visitorOf} from '../visitor.js';

type OrderHandler = (
  order: Order,
  request: Request<{id: string}>,
  response: Response,
) => Promise<void>;

/**
 * Hands over the order that the address names, or answers that there is none: to everybody but the
 * session that made it, too.
 */
export function withOrder(orders: Orders, handle: OrderHandler): RequestHandler<{id: string}> {
  return async (request, response) => {
    const order = await orders.find(request.params.id);
    if (order?.session === visitorOf(request as Request).session) {
      await handle(order, request, response);
    } else {
      sendRefusal(request as Request, response, 404);
    }
  };
}
