import type {Request, Response} from 'express';
import type {Outcome} from './charging/outcome.js';
import {refusalReason} from './charging/refusals.js';
import type {Order} from './orders/order.js';
import {actionPage, declinedPage, heldPage, unknownPage} from './pages/outcomes.js';
import {brokenPage, refusalPage} from './pages/messages.js';
import {visitorOf} from './visitor.js';

/**
 * What the charge address answers to a request that accepts JSON, for a page that stays. Others get
 * the pages below.
 *
 * - 200 `done`: paid; go to the receipt.
 * - 402 `refused`: nothing was charged, another card may be tried. `code` is the bank's where it
 *   helps (`insufficient_funds`), else Stripe's; `message` is for the customer.
 * - 200 `action_required`: the page has Stripe.js ask the customer, and posts the form again with
 *   `stripe_payment_intent`.
 * - 202 `unknown`: nobody knows yet, or another payment of the order is under way. The page posts the
 *   same form again, which asks, or goes to the order's page at `location`, where the customer can
 *   check again; never "failed, try again". Also with 429 and 5xx.
 * - 400, 403, 404, 405, 409, 413, 415, 429 `error`: this request did nothing.
 * - 503 `error`: nothing was charged, for a reason of the shop's own, such as its keys or the amount.
 */
export type ChargeAnswer =
  | {readonly status: 'done'; readonly location: string}
  | {readonly status: 'refused'; readonly code: string; readonly message: string}
  | {readonly status: 'action_required'; readonly client_secret: string}
  | {readonly status: 'unknown'; readonly location: string}
  | {readonly status: 'error'; readonly message: string};

/** True of this request only: an earlier one may have charged the order. */
const nothingCharged = 'This request charged nothing.';

const refusals = new Map([
  [400, `The request did not hold what it should. ${nothingCharged}`],
  [403, `This page is out of date: please load it again. ${nothingCharged}`],
  [404, 'There is no such page, or no such order.'],
  [405, 'This address only takes a posted form.'],
  [409, 'This order has no payment that could be checked.'],
  [429, `Too many cards were refused. Please try again later. ${nothingCharged}`],
  [503, `This shop cannot take payments at the moment. Please come back later. ${nothingCharged}`],
]);

/** The part of an order that a page needs to link to it. A request may know no more than the address. */
type OrderLink = Pick<Order, 'id'>;

export function orderPath({id}: OrderLink): string {
  return `/orders/${id}`;
}

export function wantsJson(request: Request): boolean {
  return request.accepts(['html', 'json']) === 'json';
}

/** Answers a request that did nothing. With an order, the page leads back to it. */
export function sendRefusal(
  request: Request,
  response: Response,
  status: number,
  order?: Order,
): void {
  const message = refusals.get(status) ?? `The request cannot be taken. ${nothingCharged}`;
  response.status(status);
  if (wantsJson(request)) sendJson(response, {status: 'error', message});
  else response.send(refusalPage(message, order));
}

/**
 * Answers a request that came too often.
 * @param order the order that it asked about: what became of that is not known
 */
export function sendTooMany(request: Request, response: Response, order?: OrderLink): void {
  response.status(429);
  sendUnhandled(request, response, order, refusalPage(tooMany, order), tooMany);
}

/**
 * Answers a request that failed by a fault of ours.
 * @param order the order that it was about: what became of that is not known
 */
export function sendBroken(request: Request, response: Response, order?: OrderLink): void {
  sendUnhandled(request, response, order, brokenPage(order), 'The shop failed: its log says why.');
}

const tooMany = 'Too many requests came from here. Please wait some minutes before the next one.';

function sendUnhandled(
  request: Request,
  response: Response,
  order: OrderLink | undefined,
  page: string,
  message: string,
): void {
  if (!wantsJson(request)) response.send(page);
  else if (order) sendJson(response, {status: 'unknown', location: orderPath(order)});
  else sendJson(response, {status: 'error', message});
}

/** Answers how a payment went. */
export function sendOutcome(
  request: Request,
  response: Response,
  order: Order,
  outcome: Outcome,
): void {
  if (outcome.state === 'limited') {
    response.set('retry-after', String(Math.ceil(outcome.milliseconds / 1000)));
  }
  if (wantsJson(request)) sendJsonOutcome(request, response, order, outcome);
  else sendPageOutcome(request, response, order, outcome);
}

function sendJsonOutcome(
  request: Request,
  response: Response,
  order: Order,
  outcome: Outcome,
): void {
  const location = orderPath(order);
  switch (outcome.state) {
    case 'paid':
      return sendJson(response, {status: 'done', location});
    case 'refused': {
      const {code} = outcome;
      response.status(402);
      return sendJson(response, {status: 'refused', code, message: refusalReason(code)});
    }
    case 'action':
      return sendJson(response, {status: 'action_required', client_secret: outcome.clientSecret});
    case 'unknown':
    case 'held':
    case 'busy':
      response.status(202);
      return sendJson(response, {status: 'unknown', location});
    case 'failed':
      return sendRefusal(request, response, 503);
    case 'limited':
      return sendRefusal(request, response, 429);
  }
}

function sendJson(response: Response, answer: ChargeAnswer): void {
  response.json(answer);
}

function sendPageOutcome(
  request: Request,
  response: Response,
  order: Order,
  outcome: Outcome,
): void {
  switch (outcome.state) {
    case 'paid':
      response.redirect(303, orderPath(order));
      return;
    case 'refused':
      response.status(402).send(declinedPage(order, refusalReason(outcome.code)));
      return;
    case 'action':
      if (outcome.url !== undefined) response.redirect(303, outcome.url);
      else response.send(actionPage(order, visitorOf(request).csrf, 'in-page'));
      return;
    case 'unknown':
      // Accepted, but not done.
      response.status(202).send(unknownPage(order, visitorOf(request).csrf));
      return;
    case 'held':
      response.status(202).send(heldPage(order));
      return;
    case 'busy':
      response.status(409).send(unknownPage(order, visitorOf(request).csrf));
      return;
    case 'failed':
      return sendRefusal(request, response, 503, order);
    case 'limited':
      return sendRefusal(request, response, 429, order);
  }
}
