import type {Order, SavedCard} from '../orders/order.js';
import {formatAmount} from '../products.js';
import type {Provider} from '../provider.js';
import {cardName} from './cards.js';
import {csrfInput} from './fields.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';
import {orderSummary} from './summary.js';
import {wayChooser, type Way} from './ways.js';

interface PayPageParts {
  readonly order: Order;
  readonly provider: Provider;
  readonly csrf: string;
  readonly way: Way;
  /** The customer's own, to pay with at once. */
  readonly savedCards: readonly SavedCard[];
}

/** An open order, with the button to pay it. */
export function payPage({order, provider, csrf, way, savedCards}: PayPageParts): string {
  // The last release that makes sources.
  const release = way.create === 'source' ? 'clover' : 'endive';
  const script = provider.stripeJs.script?.(release);
  const charge = `/orders/${order.id}/charge`;
  return page({
    title: 'Your order',
    head: html`
      ${script === undefined ? '' : html`<script src="${script}"></script>`}
      <script src="/pay-button.js" async></script>
    `,
    main: html`
      <section class="card narrow">
        <h1>Your order</h1>
        ${orderSummary(order)} ${savedCards.map(card => savedCardForm(order, card, csrf))}
        <form class="actions" action="${charge}" method="post">
          ${csrfInput(csrf)} ${way.api === 'charges' ? chargesInput : ''}
          ${payButton(order, provider, way)} ${canSave(way) ? saveBox : ''}
        </form>
        <noscript
          ><p>Paying needs JavaScript: your card goes straight to ${provider.name}.</p></noscript
        >
        ${wayChooser(`/orders/${order.id}`, way)}
        ${provider.livemode ? '' : testCards(provider.name)}
        <a class="back" href="/">Back to the shop</a>
      </section>
    `,
  });
}

function payButton({product}: Order, provider: Provider, {create, usage, confirm}: Way): Html {
  return html`<pay-button
    data-key="${provider.publishableKey}"
    data-amount="${product.amount}"
    data-currency="${product.currency}"
    data-name="${product.name}"
    data-description="${product.description}"
    data-image="/images/${product.id}.svg"
    data-label="Pay ${formatAmount(product.amount, product.currency)}"
    data-create="${create}"
    ${create === 'source' ? html`data-usage="${usage}"` : ''}
    ${confirm === 'fetch' ? html`data-confirm="fetch"` : ''}
    data-email
  ></pay-button>`;
}

/** Pays without typing the card again. */
function savedCardForm({id, product}: Order, card: SavedCard, csrf: string): Html {
  const amount = formatAmount(product.amount, product.currency);
  return html`<form class="actions" action="/orders/${id}/charge" method="post">
    ${csrfInput(csrf)}
    <button name="saved_card" value="${card.id}">Pay ${amount} with ${cardName(card)}</button>
  </form>`;
}

/** Of what is charged by an intent, and can be given to a customer. */
function canSave({create, api}: Way): boolean {
  return create === 'payment-method' || (create === 'token' && api === 'intents');
}

const chargesInput: Html = html`<input type="hidden" name="api" value="charges" />`;

const saveBox: Html = html`<label class="check"
  ><input type="checkbox" name="save" value="yes" />Keep this card for my next orders. It stays at
  our payment provider, and I can remove it at any time.</label
>`;

function testCards(provider: string): Html {
  return html`
    <aside class="note">
      <p>
        <strong>Test mode at ${provider}:</strong> no real card is charged. Any future date and any
        code go with these.
      </p>
      <dl>
        ${testCard('4242 4242 4242 4242', 'pays')} ${testCard('4000 0000 0000 0002', 'is declined')}
        ${testCard('4000 0000 0000 9995', 'has too little money')}
        ${testCard('4000 0027 6000 3184', 'has a bank that asks (3-D Secure)')}
      </dl>
    </aside>
  `;
}

function testCard(number: string, what: string): Html {
  return html`<div>
    <dt>${number}</dt>
    <dd>${what}</dd>
  </div>`;
}
