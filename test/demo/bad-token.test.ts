import assert from 'node:assert/strict';
import {test} from 'node:test';
import {order, post, startShop, token} from './shop.js';

const bodies: Record<string, string> = {
  'no token': 'stripe_email=ada@example.com',
  'an empty token': 'stripe_token=',
  'two tokens': 'stripe_token=tok_a&stripe_token=tok_b',
  'a token in brackets': 'stripe_token[]=tok_a',
  'an object': 'stripe_token[object]=card&stripe_token[number]=4242424242424242',
  'another kind of id': 'stripe_token=src_a',
  'a quote': "stripe_token=tok_a'--",
  'a line end': 'stripe_token=tok_a%0a',
  'nothing after the prefix': 'stripe_token=tok_',
  'more than 255 characters': `stripe_token=tok_${'a'.repeat(252)}`,
  'an e-mail address that is none': 'stripe_token=tok_a&stripe_email=ada',
  'an e-mail address that is too long': `stripe_token=tok_a&stripe_email=a@${'b'.repeat(253)}`,
};

for (const [name, body] of Object.entries(bodies)) {
  test(`${name}: 400, and Stripe is not called`, async t => {
    const shop = await startShop(t);
    const bought = await order(shop);

    const response = await post(shop, `/orders/${bought.id}/charge`, new URLSearchParams(body));

    assert.equal(response.status, 400);
    assert.deepEqual(shop.calls, []);
    assert.equal((await shop.orders.find(bought.id))?.status, 'open');
  });
}

test('a body that is no form, or too large: refused, and Stripe is not called', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const send = (body: string, type: string) =>
    fetch(`${shop.origin}/orders/${bought.id}/charge`, {
      method: 'POST',
      headers: {'content-type': type},
      body,
    });
  const form = 'application/x-www-form-urlencoded';

  assert.equal((await send('{"stripe_token":"tok_a"}', 'application/json')).status, 400);
  assert.equal((await send(`stripe_token=tok_a&x=${'x'.repeat(10_240)}`, form)).status, 413);
  assert.equal((await send('a=&'.repeat(1_001), form)).status, 413);
  assert.equal((await send('stripe_token=tok_a', `${form}; charset=utf-7`)).status, 415);
  assert.deepEqual(shop.calls, []);
});

test('the longest token that may come is asked for', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  await post(shop, `/orders/${bought.id}/charge`, {stripe_token: `tok_${'a'.repeat(251)}`});

  assert.ok(shop.calls.some(call => call.path === '/v1/payment_methods'));
});

test('an order that does not exist: 404, and Stripe is not called', async t => {
  const shop = await startShop(t);

  const response = await post(shop, '/orders/none/charge', {stripe_token: await token(shop)});

  assert.equal(response.status, 404);
  assert.deepEqual(shop.calls, []);
});
