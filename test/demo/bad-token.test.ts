import assert from 'node:assert/strict';
import {test} from 'node:test';
import {order, pay, post, startShop, token} from './shop.js';

const bodies: Record<string, string> = {
  'no token': 'stripe_email=ada@example.com',
  'an empty token': 'stripe_token=',
  'two tokens': 'stripe_token=tok_a&stripe_token=tok_b',
  'a token in brackets': 'stripe_token[]=tok_a',
  'an object': 'stripe_token[object]=card&stripe_token[number]=4242424242424242',
  'another kind of id': 'stripe_token=src_a',
  'a customer as a token': 'stripe_token=cus_a',
  'a quote': "stripe_token=tok_a'--",
  'a line end': 'stripe_token=tok_a%0a',
  'nothing after the prefix': 'stripe_token=tok_',
  'more than 255 characters': `stripe_token=tok_${'a'.repeat(252)}`,
  'ten thousand characters': `stripe_token=tok_${'a'.repeat(10_000)}`,
  'a token and a payment method': 'stripe_token=tok_a&stripe_payment_method=pm_a',
  'a token and an intent': 'stripe_token=tok_a&stripe_payment_intent=pi_a',
  'a customer as a payment method': 'stripe_payment_method=cus_a',
  'a token as a confirmation token': 'stripe_confirmation_token=tok_a',
  'a card as a source': 'stripe_source=card_a',
  'a source in brackets': 'stripe_source[id]=src_a',
  'an intent of nobody': 'stripe_payment_intent=pi_a',
  'two intents': 'stripe_payment_intent=pi_a&stripe_payment_intent=pi_b',
  'a saved card of nobody': 'saved_card=pm_a',
  'an e-mail address that is none': 'stripe_token=tok_a&stripe_email=ada',
  'an e-mail address that is too long': `stripe_token=tok_a&stripe_email=a@${'b'.repeat(253)}`,
};

for (const [name, body] of Object.entries(bodies)) {
  test(`51. ${name}: 400, and Stripe is not called`, async t => {
    const shop = await startShop(t);
    const bought = await order(shop);

    const response = await post(
      shop,
      `/orders/${bought.id}/charge`,
      new URLSearchParams(`csrf=${shop.visitor.csrf}&${body}`),
    );

    assert.equal(response.status, 400);
    assert.deepEqual(shop.calls, []);
    assert.equal((await shop.orders.find(bought.id))?.status, 'open');
  });
}

test('55. bodies that are no form, or too large: refused, and the shop goes on', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const {cookie, csrf} = shop.visitor;
  const send = async (body: string | Uint8Array<ArrayBuffer>, type: string) => {
    const response = await fetch(`${shop.origin}/orders/${bought.id}/charge`, {
      method: 'POST',
      headers: {'content-type': type, cookie},
      body,
    });
    return response.status;
  };
  const form = 'application/x-www-form-urlencoded';

  // Without a form there is no proof that the form is ours.
  assert.equal(await send(`{"stripe_token":"tok_a","csrf":"${csrf}"}`, 'application/json'), 403);
  assert.equal(await send(`csrf=${csrf}&stripe_token=tok_a&x=${'x'.repeat(10_240)}`, form), 413);
  assert.equal(await send('x'.repeat(2 * 1024 * 1024), form), 413);
  assert.equal(await send('a=&'.repeat(1_001), form), 413);
  assert.equal(await send(`csrf=${csrf}&stripe_token=tok_a`, `${form}; charset=utf-7`), 415);
  const broken = [...Buffer.from(`csrf=${csrf}&stripe_token=tok_`), 0xc3, 0x28];
  assert.equal(await send(Uint8Array.from(broken), form), 400);
  const polluting = '__proto__=x&constructor[prototype][csrf]=y&__proto__[stripe_token]=tok_a';
  assert.equal(await send(`csrf=${csrf}&${polluting}`, form), 400);
  assert.deepEqual(shop.calls, []);
  assert.equal((await pay(shop, bought, await token(shop))).status, 303);
});

test('the longest token that may come is asked for', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  await post(shop, `/orders/${bought.id}/charge`, {stripe_token: `tok_${'a'.repeat(251)}`});

  assert.ok(shop.calls.some(call => call.path === '/v1/payment_methods'));
});

test('54. an order that does not exist: 404, and Stripe is not called', async t => {
  const shop = await startShop(t);

  const response = await post(shop, '/orders/none/charge', {stripe_token: await token(shop)});

  assert.equal(response.status, 404);
  assert.deepEqual(shop.calls, []);
});
