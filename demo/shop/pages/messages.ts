import type {Order} from '../orders/order.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';

/** A request that did nothing. With an order, leads back to it. */
export function refusalPage(message: string, order?: Pick<Order, 'id'>): string {
  return messagePage('That did not work', [
    html`<p role="alert">${message}</p>`,
    order ? orderLink(order) : shopLink,
  ]);
}

/** A request that failed by a fault of ours. With an order, leads to it. */
export function brokenPage(order?: Pick<Order, 'id'>): string {
  return messagePage('Something broke', [
    html`<p role="alert">
      That was our fault. If you were paying, look at your order’s page before you pay again.
    </p>`,
    order ? orderLink(order) : shopLink,
  ]);
}

/** A page that says one thing. */
export function messagePage(title: string, parts: readonly Html[]): string {
  return page({
    title,
    main: html`<section class="card narrow">
      <h1>${title}</h1>
      ${parts}
    </section>`,
  });
}

function orderLink({id}: Pick<Order, 'id'>): Html {
  return html`<a class="button" href="/orders/${id}">Back to your order</a>`;
}

const shopLink: Html = html`<a class="button" href="/">To the shop</a>`;
