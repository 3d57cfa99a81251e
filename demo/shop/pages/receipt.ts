import type {MeansKind, Order, Payment} from '../orders/order.js';
import {formatAmount} from '../products.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';
import {orderSummary} from './summary.js';

/** What each kind is called, and the field that brings it. */
const kinds: Record<MeansKind, readonly [name: string, field: string]> = {
  token: ['Token', 'stripe_token'],
  payment_method: ['Payment method', 'stripe_payment_method'],
  confirmation_token: ['Confirmation token', 'stripe_confirmation_token'],
  source: ['Source', 'stripe_source'],
  saved_card: ['Payment method', 'saved_card'],
};

/**
 * A paid order: what was bought, and the steps of this very payment with the ids that it left
 * behind. They may be shown: what the browser handed over works only once, and a kept card only for
 * who has the shop's secret key.
 */
export function receiptPage(order: Order, payment: Payment, provider: string): string {
  const amount = formatAmount(order.product.amount, order.product.currency);
  const first =
    payment.means.kind === 'saved_card' ? keptSteps(payment) : newSteps(payment, provider);
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
          ${first}
          ${step('The shop charged with it', `${amount}, as the order says.`, {
            ...(payment.paymentIntent !== null && {'Payment intent': payment.paymentIntent}),
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

/** From the button to the shop, with a card that was typed. */
function newSteps({means: {kind, id}}: Payment, provider: string): Html[] {
  const [name, field] = kinds[kind];
  const noun = name.toLowerCase();
  return [
    step('You pressed the button', 'Your browser opened the card fields for this order.'),
    step(
      `Your card went to ${provider}`,
      'Straight from its own fields: this shop never saw the number.',
    ),
    step(`Your browser got a ${noun} back`, 'It stands for the card, once.', {[name]: id}),
    step(`Your browser handed the ${noun} to the shop`, 'As a field of the form.', {[field]: id}),
  ];
}

/** The same with a card that the customer had let the shop keep. */
function keptSteps({means: {id}}: Payment): Html[] {
  return [step('You chose the card that we keep for you', 'Nothing was typed.', {saved_card: id})];
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
