import assert from 'node:assert/strict';
import {test} from 'node:test';
import type Stripe from 'stripe';
import {get, order, pay, startShop, token} from './shop.js';

type Change = (intent: Stripe.PaymentIntent, charge: Stripe.Charge) => void;

const changes: Record<string, Change> = {
  'a smaller amount': (intent, charge) => {
    intent.amount_received = charge.amount = 1;
  },
  'another currency': (intent, charge) => {
    intent.currency = charge.currency = 'usd';
  },
  'another order': intent => {
    intent.metadata = {order_id: 'another'};
  },
  'the other mode': intent => {
    intent.livemode = true;
  },
  'an intent that has not succeeded': intent => {
    intent.status = 'requires_capture';
  },
  'a charge that is not paid': (_intent, charge) => {
    charge.paid = false;
  },
};

for (const [name, change] of Object.entries(changes)) {
  test(`59. Stripe answers with ${name}: the order is held, not paid`, async t => {
    const shop = await startShop(t);
    const bought = await order(shop);
    shop.wire = async (path, send) => {
      const response = await send();
      if (path !== '/v1/payment_intents') return response;
      const intent = (await response.json()) as Stripe.PaymentIntent;
      change(intent, intent.latest_charge as Stripe.Charge);
      return Response.json(intent);
    };

    const response = await pay(shop, bought, await token(shop));

    assert.equal(response.status, 202);
    assert.equal((await shop.orders.find(bought.id))?.status, 'held');
    await assert.rejects(shop.orders.payment(bought));
    const page = await (await get(shop, `/orders/${bought.id}`)).text();
    assert.match(page, /We have to look at this/);
    assert.ok(shop.log.some(line => line.includes(`order ${bought.id} held`)));
  });
}
