import type {Order} from '../orders.js';
import {formatAmount} from '../products.js';
import type {Provider} from '../provider.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';
import {orderSummary} from './summary.js';

/** An open order, with the button to pay it. */
export function payPage(order: Order, provider: Provider): string {
  const {product} = order;
  const {script} = provider.stripeJs;
  return page({
    title: 'Your order',
    head: html`
      ${script === undefined ? '' : html`<script src="${script}"></script>`}
      <script src="/pay-button.js" async></script>
    `,
    main: html`
      <section class="card narrow">
        <h1>Your order</h1>
        ${orderSummary(order)}
        <form class="actions" action="/orders/${order.id}/charge" method="post">
          <pay-button
            data-key="${provider.publishableKey}"
            data-amount="${product.amount}"
            data-currency="${product.currency}"
            data-name="${product.name}"
            data-description="${product.description}"
            data-image="/images/${product.id}.svg"
            data-label="Pay ${formatAmount(product.amount, product.currency)}"
            data-email
          ></pay-button>
        </form>
        <noscript
          ><p>Paying needs JavaScript: your card goes straight to ${provider.name}.</p></noscript
        >
        ${provider.livemode ? '' : testCards(provider.name)}
        <a class="back" href="/">Back to the shop</a>
      </section>
    `,
  });
}

function testCards(provider: string): Html {
  return html`
    <aside class="note">
      <p>
        <strong>Test mode at ${provider}:</strong> no real card is charged. Any future date and any
        code go with these.
      </p>
      <dl>
        <div>
          <dt>4242 4242 4242 4242</dt>
          <dd>pays</dd>
        </div>
        <div>
          <dt>4000 0000 0000 0002</dt>
          <dd>is declined</dd>
        </div>
        <div>
          <dt>4000 0000 0000 9995</dt>
          <dd>has too little money</dd>
        </div>
      </dl>
    </aside>
  `;
}
