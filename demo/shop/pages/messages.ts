import type {Order} from '../orders.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';
import {orderSummary} from './summary.js';

/** The card was declined for good. Leads back to the same order. */
export function declinedPage(order: Order, reason: string): string {
  return message('Not paid', [
    html`<p role="alert">${reason} <strong>Nothing was charged.</strong></p>`,
    orderSummary(order),
    html`<a class="button" href="/orders/${order.id}">Pay with another card</a>`,
  ]);
}

/** Nobody knows yet how the payment went. The one thing not to do is to pay again. */
export function unknownPage(order: Order): string {
  return message('We do not know yet', [
    html`<p role="alert">
      Your payment is under way, or its answer was lost.
      <strong>Please do not pay again:</strong> check it here, which never charges twice.
    </p>`,
    orderSummary(order),
    html`<form action="/orders/${order.id}/check" method="post">
      <button>Check the payment</button>
    </form>`,
  ]);
}

/** Something was charged that does not fit the order. */
export function heldPage(order: Order): string {
  return message('We have to look at this', [
    html`<p role="alert">
      Your payment does not fit this order, so we keep it until we have looked at it.
      <strong>Please do not pay again.</strong>
    </p>`,
    orderSummary(order),
    html`<p class="id"><span>Order</span> <code>${order.id}</code></p>`,
  ]);
}

/** The request holds what our pages do not send. With an order, leads back to it. */
export function badRequestPage(order?: Order): string {
  return message('That did not work', [
    html`<p role="alert">
      The request did not hold what it should. <strong>Nothing was charged.</strong>
    </p>`,
    order ? html`<a class="button" href="/orders/${order.id}">Back to your order</a>` : shopLink,
  ]);
}

export function notFoundPage(): string {
  return message('Not here', [html`<p>There is no such page, or no such order.</p>`, shopLink]);
}

export function methodPage(): string {
  return message('Not this way', [html`<p>This address only takes a posted form.</p>`, shopLink]);
}

export function brokenPage(): string {
  return message('Something broke', [
    html`<p role="alert">
      That was our fault. If you were paying, look at your order’s page before you pay again.
    </p>`,
    shopLink,
  ]);
}

const shopLink: Html = html`<a class="button" href="/">To the shop</a>`;

function message(title: string, parts: readonly Html[]): string {
  return page({
    title,
    main: html`<section class="card narrow">
      <h1>${title}</h1>
      ${parts}
    </section>`,
  });
}
