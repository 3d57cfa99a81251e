import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {charges, price, requests, startShop, type Shop} from './shop.js';

const number = '4242424242424242';
const good = {number, exp_month: '12', exp_year: '2040', cvc: '123'};

/** How Stripe answers an account that may not send numbers. */
const notAllowed = {
  error: {
    type: 'invalid_request_error',
    message:
      'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you ' +
      'use test tokens that map to the test card you are using, see https://stripe.com/docs/testing.',
  },
};

describe('tokens made by the server: server-side-tokens.mjs', () => {
  let shop: Shop;
  // Each test has a server of its own: its only order can be paid once.
  beforeEach(async () => {
    shop = await startShop({
      name: 'Server-side tokens',
      file: 'server-side-tokens.mjs',
      path: '/',
      skip: false,
      command: () => [process.execPath, 'server-side-tokens.mjs'],
      ready: /ready/,
    });
  });
  afterEach(() => shop.close());

  it('a form without a script pays the order', async () => {
    const page = await (await fetch(shop.address)).text();
    assert.match(page, /<input name="number">/);
    assert.doesNotMatch(page, /<script/);

    const response = await pay(shop, good);

    assert.equal(response.status, 200);
    assert.equal(await response.text(), 'Paid.');
    assert.deepEqual(requests(shop).slice(0, 2), ['POST /v1/tokens', 'POST /v1/payment_intents']);
    const made = (await charges(shop)).map(({amount, currency}) => ({amount, currency}));
    assert.deepEqual(made, [price]);
  });

  it('the token is of the card, and used up by the payment', async () => {
    await pay(shop, good);
    const [made] = shop.sandbox.control.journal.requests;
    const {card, used} = await shop.stripe.tokens.retrieve(made?.object ?? '');
    assert.equal(card?.last4, '4242');
    assert.equal(used, true);
  });

  it('a card that is declined, or is none, or needs its holder, is refused with the reason', async () => {
    const refusals = [
      [{...good, number: '4000000000000002'}, 'Your card was declined.'],
      [{...good, number: '4242424242424241'}, 'Your card number is incorrect.'],
      [
        {...good, number: '4000002760003184'},
        'Your card was declined. This transaction requires authentication.',
      ],
    ] as const;
    for (const [card, reason] of refusals) {
      const response = await pay(shop, card);
      assert.equal(response.status, 402);
      assert.equal(await response.text(), reason);
    }
    assert.deepEqual(await charges(shop), []);
  });

  it('an account that may not send numbers charges nothing, and the customer is not told why', async () => {
    const fault = {path: '/v1/tokens', kind: 'status', status: 402, body: notAllowed} as const;
    shop.sandbox.control.fault(fault);
    const response = await pay(shop, good);
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /Stripe/);
    assert.deepEqual(await charges(shop), []);
  });

  it('an order is paid once, and who pays again is told so', async () => {
    await pay(shop, good);
    for (const number of [good.number, '4000000000000002']) {
      const response = await pay(shop, {...good, number});
      assert.equal(response.status, 409);
      assert.match(await response.text(), /paid already\. Nothing was charged this time/);
    }
    assert.equal((await charges(shop)).length, 1);
  });

  it('a lost answer is unknown, and the shop’s own fault is not', async () => {
    const {control} = shop.sandbox;
    const path = '/v1/payment_intents*';
    control.fault({path, kind: 'status', status: 401});
    assert.match(await (await pay(shop, good)).text(), /The shop could not take this payment/);
    control.clear();
    control.fault({path, kind: 'status', status: 503});
    assert.match(await (await pay(shop, good)).text(), /We do not know whether you have paid/);
  });

  it('nothing of the card is in an answer or in the log', async () => {
    const answers = [await pay(shop, {...good, number: '4000000000000002'}), await pay(shop, good)];
    for (const answer of answers) assert.doesNotMatch(await answer.text(), /4242|0002|2040|123/);
    const log = await shop.said(/card_declined/);
    assert.doesNotMatch(log, /4242|0002|2040|cvc/);
  });
});

function pay({address}: Shop, card: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(address, {method: 'POST', body: new URLSearchParams(card)});
}
