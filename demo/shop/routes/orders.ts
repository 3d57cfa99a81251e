import {Router} from 'express';
import {orderPath, sendRefusal} from '../answers.js';
import {refusalReason} from '../charging/refusals.js';
import {readField} from '../forms.js';
import type {Order} from '../orders/order.js';
import {actionPage, declinedPage, heldPage, unknownPage} from '../pages/outcomes.js';
import {payPage} from '../pages/pay.js';
import {receiptPage} from '../pages/receipt.js';
import {readWay, type Way} from '../pages/ways.js';
import type {ShopParts} from '../parts.js';
import {findProduct} from '../products.js';
import {visitorOf} from '../visitor.js';
import {limited} from './limited.js';
import {withOrder} from './with-order.js';

/** Orders that one customer may make in the window of `limited()`. */
const orderLimit = 200;

/** Ordering, and what an order's page shows. */
export function orderRoutes(parts: ShopParts): Router {
  const {orders} = parts;
  const routes = Router();

  routes.post('/', limited(orderLimit));
  routes.post('/', async (request, response) => {
    const product = findProduct(readField(request.body, 'product'));
    if (!product) {
      sendRefusal(request, response, 400);
      return;
    }
    const order = await orders.create(product, visitorOf(request).session);
    response.redirect(303, orderPath(order));
  });

  routes.get(
    '/:id',
    withOrder(orders, async (order, request, response) => {
      const {csrf} = visitorOf(request);
      response.send(await orderPage(parts, order, csrf, readWay(request.query)));
    }),
  );

  // Where the way back from the bank ends when the bank has said no.
  routes.get(
    '/:id/declined',
    withOrder(orders, async (order, _request, response) => {
      const attempt = await orders.currentAttempt(order.id);
      if (order.status === 'open' && attempt?.refusal) {
        response.send(declinedPage(order, refusalReason(attempt.refusal)));
      } else {
        response.redirect(303, orderPath(order));
      }
    }),
  );

  return routes;
}

async function orderPage(
  {orders, provider}: ShopParts,
  order: Order,
  csrf: string,
  way: Way,
): Promise<string> {
  switch (order.status) {
    case 'open': {
      const savedCards = await orders.customers.savedCards(order.session);
      return payPage({order, provider, csrf, way, savedCards});
    }
    case 'unknown':
      return unknownPage(order, csrf);
    case 'action': {
      const attempt = await orders.currentAttempt(order.id);
      return actionPage(order, csrf, attempt?.returnUrl == null ? 'in-page' : 'own-page');
    }
    case 'held':
      return heldPage(order);
    case 'paid':
      return receiptPage(order, await orders.payment(order), provider.name);
  }
}
