import express, {Router, type Request, type RequestHandler, type Response} from 'express';
import {chargeOrder, resumeCharge, type Outcome} from './charge.js';
import {readCard, readField} from './forms.js';
import type {Order, Orders} from './orders.js';
import {
  badRequestPage,
  declinedPage,
  heldPage,
  methodPage,
  notFoundPage,
  unknownPage,
} from './pages/messages.js';
import {payPage} from './pages/pay.js';
import {receiptPage} from './pages/receipt.js';
import type {ShopParts} from './parts.js';
import {findProduct} from './products.js';

/** Ordering, paying and the receipt: everything below `/orders`. */
export function orderRoutes(parts: ShopParts): Router {
  const {orders} = parts;
  const routes = Router();

  // One customer's order is nobody else's, and a form with a token in it must not come back from a
  // cache.
  routes.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  routes.use(express.urlencoded({extended: false, limit: '10kb'}));

  routes.post('/', async (request, response) => {
    const product = findProduct(readField(request.body, 'product'));
    if (!product) {
      response.status(400).send(badRequestPage());
      return;
    }
    const order = await orders.create(product);
    response.redirect(303, orderPath(order));
  });

  routes.get(
    '/:id',
    withOrder(orders, async (order, _request, response) => {
      response.send(await orderPage(parts, order));
    }),
  );

  routes.post(
    '/:id/charge',
    withOrder(orders, async (order, request, response) => {
      const card = readCard(request.body);
      if (!card) {
        response.status(400).send(badRequestPage(order));
        return;
      }
      const attempt = await orders.beginAttempt(order.id, card);
      if (!attempt) {
        await sendStanding(response, orders, order);
        return;
      }
      sendOutcome(response, order, await chargeOrder(parts, attempt));
    }),
  );

  // The way out of an unknown outcome: asks Stripe again, and never charges a second time.
  routes.post(
    '/:id/check',
    withOrder(orders, async (order, _request, response) => {
      const attempt = await orders.findUnknownAttempt(order.id);
      if (!attempt) {
        response.redirect(303, orderPath(order));
        return;
      }
      sendOutcome(response, order, await resumeCharge(parts, attempt));
    }),
  );

  routes.all(['/', '/:id/charge', '/:id/check'], (_request, response) => {
    response.status(405).set('allow', 'POST').send(methodPage());
  });

  return routes;
}

type OrderHandler = (
  order: Order,
  request: Request<{id: string}>,
  response: Response,
) => Promise<void>;

/** Hands over the order that the address names, or answers that there is none. */
function withOrder(orders: Orders, handle: OrderHandler): RequestHandler<{id: string}> {
  return async (request, response) => {
    const order = await orders.find(request.params.id);
    if (order) await handle(order, request, response);
    else response.status(404).send(notFoundPage());
  };
}

function orderPath({id}: Order): string {
  return `/orders/${id}`;
}

async function orderPage({orders, provider}: ShopParts, order: Order): Promise<string> {
  switch (order.status) {
    case 'open':
      return payPage(order, provider);
    case 'unknown':
      return unknownPage(order);
    case 'held':
      return heldPage(order);
    case 'paid':
      return receiptPage(order, await orders.payment(order), provider.name);
  }
}

/** Answers a wish to pay an order that is not open: another request came first. */
async function sendStanding(response: Response, orders: Orders, {id}: Order): Promise<void> {
  const order = await orders.find(id);
  if (order?.status === 'unknown') response.status(409).send(unknownPage(order));
  else response.redirect(303, `/orders/${id}`);
}

function sendOutcome(response: Response, order: Order, outcome: Outcome): void {
  switch (outcome.state) {
    case 'paid':
      response.redirect(303, orderPath(order));
      return;
    case 'declined':
      response.status(402).send(declinedPage(order, outcome.reason));
      return;
    case 'unknown':
      // Accepted, but not done.
      response.status(202).send(unknownPage(order));
      return;
    case 'held':
      response.status(202).send(heldPage(order));
      return;
  }
}
