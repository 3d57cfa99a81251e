import type {Order} from '../orders/order.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';

/** A request that did nothing. With an order, leads back to it. */
export function refusalPage(message: string, order?: Order): string {
  return messagePage('That did not work', [
    html`<p role="alert">${message}</p>`,
    order ? html`<a class="button" href="/orders/${order.id}">Back to your order</a>` : shopLink,
  ]);
}

export function brokenPage(): string {
  return messagePage('Something broke', [
    html`<p role="alert">
      That was our fault. If you were paying, look at your order’s page before you pay again.
    </p>`,
    shopLink,
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

const shopLink: Html = html`<a class="button" href="/">To the shop</a>`;
