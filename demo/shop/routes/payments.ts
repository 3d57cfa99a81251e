import {Router, type Request, type Response} from 'express';
import {orderPath, sendOutcome, sendRefusal, wantsJson} from '../answers.js';
import {leave, outcomeOf, payOrder} from '../charging/charge.js';
import type {Outcome} from '../charging/outcome.js';
import {inTime} from '../charging/patience.js';
import {readPayment, type PostedPayment} from '../forms.js';
import {originOf} from '../guards.js';
import type {Order} from '../orders/order.js';
import type {ShopParts} from '../parts.js';
import {visitorOf} from '../visitor.js';
import {limited} from './limited.js';
import {withOrder} from './with-order.js';

/** Times that one customer may ask about payments in the window of `limited()`. */
const checkLimit = 60;

/** Paying an order, and finding out how that went. */
export function paymentRoutes(parts: ShopParts): Router {
  const {orders} = parts;
  const routes = Router();

  routes.post(
    '/:id/charge',
    withOrder(orders, async (order, request, response) => {
      const posted = readPayment(request.body);
      const outcome =
        posted && 'intent' in posted
          ? await afterAuthentication(parts, order, posted.intent)
          : posted && (await pay(parts, order, posted, request as Request));
      if (outcome) answer(parts, request as Request, response, order, outcome);
      else sendRefusal(request as Request, response, 400, order);
    }),
  );

  // The way out of an unknown outcome: asks Stripe again, and never charges a second time.
  routes.post('/:id/check', limited(checkLimit));
  routes.post(
    '/:id/check',
    withOrder(orders, async (order, request, response) => {
      const outcome = await ask(parts, order);
      if (outcome) answer(parts, request as Request, response, order, outcome);
      else if (wantsJson(request as Request)) sendRefusal(request as Request, response, 409);
      else response.redirect(303, orderPath(order));
    }),
  );

  // The customer would rather not answer their bank.
  routes.post(
    '/:id/leave',
    withOrder(orders, async (order, _request, response) => {
      const attempt = await orders.currentAttempt(order.id);
      if (attempt && order.status === 'action') await inTime(parts, order, leave(parts, attempt));
      response.redirect(303, orderPath(order));
    }),
  );

  // The bank sends the customer here. What it says in the address is not asked for: it is in the
  // customer's hands. We look the intent up, and lead on, so that the address is not kept.
  routes.get(
    '/:id/return',
    withOrder(orders, async (order, _request, response) => {
      const outcome = await ask(parts, order);
      const path = orderPath(order);
      response.redirect(303, outcome?.state === 'refused' ? `${path}/declined` : path);
    }),
  );

  return routes;
}

/** Answers how a payment went, and logs it where nobody is there to read the answer. */
function answer(
  {log}: ShopParts,
  request: Request,
  response: Response,
  order: Order,
  outcome: Outcome,
): void {
  if (response.destroyed) log(`order ${order.id}: ${outcome.state}, and its browser has gone`);
  sendOutcome(request, response, order, outcome);
}

/** Charges what was posted, unless it is another customer's saved card. */
async function pay(
  parts: ShopParts,
  order: Order,
  posted: PostedPayment,
  request: Request,
): Promise<Outcome | undefined> {
  const {means} = posted;
  const {customers} = parts.orders;
  if (means.kind === 'saved_card' && !(await customers.savedCard(order.session, means.id))) {
    return undefined;
  }
  const origin = originOf(request, parts.origin);
  const returnUrl = wantsJson(request) ? null : `${origin}${orderPath(order)}/return`;
  const {address} = visitorOf(request);
  return inTime(parts, order, payOrder(parts, order, {...posted, returnUrl, address}));
}

/** The page has had the customer asked about this intent, which must be one of the order's. */
async function afterAuthentication(
  parts: ShopParts,
  order: Order,
  intent: string,
): Promise<Outcome | undefined> {
  const attempt = await parts.orders.findAttempt(order.id, {intent});
  return attempt && inTime(parts, order, outcomeOf(parts, attempt));
}

/** Asks what became of an order, if an attempt to charge it was ever made. */
async function ask(parts: ShopParts, order: Order): Promise<Outcome | undefined> {
  const attempt = await parts.orders.currentAttempt(order.id);
  return attempt && inTime(parts, order, outcomeOf(parts, attempt));
}
