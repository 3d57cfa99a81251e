import type {Order} from '../orders/order.js';
import {formatAmount} from '../products.js';
import {html, type Html} from './html.js';

/** What an order is about: picture, name and amount. */
export function orderSummary({product}: Order): Html {
  return html`
    <div class="summary">
      <img src="/images/${product.id}.svg" alt="" width="96" height="72" />
      <div>
        <strong>${product.name}</strong>
        <p class="muted">${product.description}</p>
      </div>
      <span class="price">${formatAmount(product.amount, product.currency)}</span>
    </div>
  `;
}
