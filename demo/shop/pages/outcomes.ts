import type {Order} from '../orders/order.js';
import {buttonForm} from './fields.js';
import {html} from './html.js';
import {messagePage} from './messages.js';
import {orderSummary} from './summary.js';

/** The card was refused for good. Leads back to the same order. */
export function declinedPage(order: Order, reason: string): string {
  return messagePage('Not paid', [
    html`<p role="alert">${reason} <strong>Nothing was charged.</strong></p>`,
    orderSummary(order),
    html`<a class="button" href="/orders/${order.id}">Pay with another card</a>`,
  ]);
}

/** Nobody knows yet how the payment went. The one thing not to do is to pay again. */
export function unknownPage(order: Order, csrf: string): string {
  return messagePage('We do not know yet', [
    html`<p role="alert">
      Your payment is under way, or its answer was lost.
      <strong>Please do not pay again:</strong> check it here, which never charges twice.
    </p>`,
    orderSummary(order),
    buttonForm(`/orders/${order.id}/check`, csrf, 'Check the payment'),
  ]);
}

/** The place where the bank asks: a page of its own, or the page that made the payment. */
export type BankPlace = 'own-page' | 'in-page';

/** The customer's bank wants to ask them, or has done so and we have not heard of it yet. */
export function actionPage(order: Order, csrf: string, place: BankPlace): string {
  const [text, label] =
    place === 'own-page'
      ? ['Go on to your bank, or see how it went if you have answered.', 'Go on with this payment']
      : [
          'It asks in the window in which you paid. Answer there, then check the payment here. ' +
            'If that window is closed, pay with another card.',
          'Check the payment',
        ];
  return messagePage('Your bank has a question', [
    html`<p role="alert">
      Your bank wants you to confirm this payment. ${text}
      <strong>You are never charged twice.</strong>
    </p>`,
    orderSummary(order),
    buttonForm(`/orders/${order.id}/check`, csrf, label),
    html`<div class="quiet">
      ${buttonForm(`/orders/${order.id}/leave`, csrf, 'Pay with another card')}
    </div>`,
  ]);
}

/** Something was charged that does not fit the order. */
export function heldPage(order: Order): string {
  return messagePage('We have to look at this', [
    html`<p role="alert">
      Your payment does not fit this order, so we keep it until we have looked at it.
      <strong>Please do not pay again.</strong>
    </p>`,
    orderSummary(order),
    html`<p class="id"><span>Order</span> <code>${order.id}</code></p>`,
  ]);
}
