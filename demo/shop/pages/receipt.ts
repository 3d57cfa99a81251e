import type {Order, Payment} from '../orders.js';
import {formatAmount} from '../products.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';
import {orderSummary} from './summary.js';

/**
 * A paid order: what was bought, and the six steps of this very payment with the ids that it left
 * behind. The token may be shown, since it works only once.
 */
export function receiptPage(order: Order, payment: Payment, provider: string): string {
  const amount = formatAmount(order.product.amount, order.product.currency);
  return page({
    title: 'Receipt',
    main: html`
      <section class="card narrow">
        <p class="badge">Paid</p>
        <h1>Thank you</h1>
        <p class="muted">
          ${amount} on
          <time datetime="${payment.paid}">${formatTime(payment.paid)}</time>${sentTo(payment)}
        </p>
        ${orderSummary(order)}
        <h2>How this payment went</h2>
        <ol class="steps">
          ${step('You pressed the button', 'Your browser opened the card fields for this order.')}
          ${step(
            `Your card went to ${provider}`,
            'Straight from its own fields: this shop never saw the number.',
          )}
          ${step('Your browser got a token back', 'It stands for the card, once.', {
            Token: payment.token,
          })}
          ${step('Your browser handed the token to the shop', 'As a field of the form.', {
            stripe_token: payment.token,
          })}
          ${step('The shop charged with it', `${amount}, as the order says.`, {
            'Payment intent': payment.paymentIntent,
            Charge: payment.charge,
          })}
          ${step('The charge was tied to you and your order', 'And the order became paid.', {
            Customer: payment.customer,
            Order: order.id,
          })}
        </ol>
        <a class="back" href="/">Back to the shop</a>
      </section>
    `,
  });
}

function step(title: string, text: string, ids: Record<string, string> = {}): Html {
  return html`
    <li>
      <h3>${title}</h3>
      <p class="muted">${text}</p>
      ${Object.entries(ids).map(
        ([name, id]) => html`<p class="id"><span>${name}</span> <code>${id}</code></p>`,
      )}
    </li>
  `;
}

function sentTo({email}: Payment): string {
  return email === null ? '' : `, by ${email}`;
}

function formatTime(iso: string): string {
  return new Intl.DateTimeFormat('en', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
    hourCycle: 'h23',
  }).format(new Date(iso));
}
