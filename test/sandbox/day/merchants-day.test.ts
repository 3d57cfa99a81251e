import assert from 'node:assert/strict';
import {it, type TestContext} from 'node:test';
import Stripe from 'stripe';
import {card, fromBrowser, inPage, press, refusal, setUp} from '../api/setup.js';
import {listen} from '../listen.js';

/** The shop's own server: it keeps the events whose signature is right. */
async function shopServer(test: TestContext) {
  const events: Stripe.Event[] = [];
  const waiting: (() => void)[] = [];
  let secret = '';
  const origin = await listen(test, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const signature = request.headers['stripe-signature'] ?? '';
      events.push(Stripe.webhooks.constructEvent(Buffer.concat(chunks), signature, secret));
      response.end();
      for (const look of waiting.splice(0)) look();
    });
  });
  return {
    url: `${origin}/webhooks`,
    trust: (told = '') => {
      secret = told;
    },
    /** Waits for the event of this type that is about this object. */
    told: async (type: string, id: string): Promise<Stripe.Event> => {
      for (;;) {
        const found = events.find(
          event => event.type === type && Reflect.get(event.data.object, 'id') === id,
        );
        if (found) return found;
        await new Promise<void>(resolve => waiting.push(resolve));
      }
    },
  };
}

it("a merchant's day, with the official SDK as it is", async t => {
  const {origin, stripe} = await setUp(t);
  const shop = await shopServer(t);

  // Morning: the shop is connected.
  const endpoint = await stripe.webhookEndpoints.create({url: shop.url, enabled_events: ['*']});
  shop.trust(endpoint.secret);

  // A first customer pays with a token, which is tied to nobody.
  const token = await stripe.tokens.create({card: card()});
  const sale = await stripe.charges.create({
    amount: 999,
    currency: 'jpy',
    source: token.id,
    description: 'Widget',
    metadata: {order: '1001'},
  });
  assert.equal(sale.status, 'succeeded');
  await shop.told('charge.succeeded', sale.id);

  // The next one's card is declined, and another one works.
  const poor = stripe.charges.create({
    amount: 999,
    currency: 'jpy',
    source: 'tok_visa_chargeDeclinedInsufficientFunds',
  });
  const decline = await refusal(poor);
  assert.ok(decline instanceof Stripe.errors.StripeCardError);
  assert.equal(decline.decline_code, 'insufficient_funds');
  await shop.told('charge.failed', String(decline.charge));

  // A regular is kept as a customer, and charged later.
  const regular = await stripe.customers.create({
    email: 'regular@shop.example',
    source: 'tok_mastercard',
  });
  await shop.told('customer.created', regular.id);
  const later = await stripe.charges.create({
    amount: 5000,
    currency: 'usd',
    customer: regular.id,
    capture: false,
  });
  assert.equal(later.captured, false);
  const taken = await stripe.charges.capture(later.id, {amount: 4000});
  assert.deepEqual([taken.amount_captured, taken.amount_refunded], [4000, 1000]);

  // A page collects first: the browser makes a confirmation token, the server confirms.
  const {number, exp_month, exp_year, cvc} = card('4000002760003184');
  const collected = await fromBrowser(origin, '/v1/confirmation_tokens', {
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': number,
    'payment_method_data[card][exp_month]': exp_month,
    'payment_method_data[card][exp_year]': exp_year,
    'payment_method_data[card][cvc]': cvc,
  });
  const waiting = await stripe.paymentIntents.create({
    amount: 2500,
    currency: 'eur',
    customer: regular.id,
    confirm: true,
    confirmation_token: collected.body.id,
    setup_future_usage: 'off_session',
    ...inPage,
  });
  assert.equal(waiting.status, 'requires_action');
  await shop.told('payment_intent.requires_action', waiting.id);
  const asked = waiting.next_action?.use_stripe_sdk as {stripe_js: string} | undefined;
  await press(asked?.stripe_js ?? '', 'complete');
  const paid = await stripe.paymentIntents.retrieve(waiting.id, {expand: ['latest_charge']});
  assert.equal(paid.status, 'succeeded');
  assert.equal((paid.latest_charge as Stripe.Charge).amount, 2500);
  await shop.told('payment_intent.succeeded', paid.id);

  // What was kept for the customer is listed, page by page.
  const kept: string[] = [];
  for await (const method of stripe.customers.listPaymentMethods(regular.id, {limit: 1})) {
    kept.push(method.card?.last4 ?? '');
  }
  assert.deepEqual(kept, ['3184', '4444']);

  // Afternoon: one order is returned in part, then in full.
  await stripe.refunds.create({charge: sale.id, amount: 400});
  const rest = await stripe.refunds.create({charge: sale.id, reason: 'requested_by_customer'});
  assert.equal(rest.amount, 599);
  const returned = await stripe.charges.retrieve(sale.id);
  assert.deepEqual([returned.refunded, returned.amount_refunded], [true, 999]);
  assert.equal(
    (await refusal(stripe.refunds.create({charge: sale.id}))).code,
    'charge_already_refunded',
  );
  await shop.told('charge.refunded', sale.id);

  // A reservation is made, and given up.
  const held = await stripe.paymentIntents.create({
    amount: 8000,
    currency: 'usd',
    payment_method: 'pm_card_visa',
    capture_method: 'manual',
    confirm: true,
    ...inPage,
  });
  assert.deepEqual([held.status, held.amount_capturable], ['requires_capture', 8000]);
  const released = await stripe.paymentIntents.cancel(held.id);
  assert.equal(released.status, 'canceled');
  await shop.told('payment_intent.canceled', held.id);

  // Evening: the books. Both attempts of the day's decline and sales are there, newest first.
  const statuses: string[] = [];
  for await (const {status} of stripe.charges.list({limit: 2})) statuses.push(status);
  assert.deepEqual(statuses, ['succeeded', 'succeeded', 'succeeded', 'failed', 'succeeded']);

  // The regular wants to be forgotten.
  await stripe.customers.del(regular.id);
  assert.equal((await stripe.customers.retrieve(regular.id)).deleted, true);
  await shop.told('customer.deleted', regular.id);
  await stripe.webhookEndpoints.del(endpoint.id);
  assert.deepEqual((await stripe.webhookEndpoints.list()).data, []);
});
