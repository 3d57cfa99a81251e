import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cards, chargesFor, get, order, pay, startShop, token} from './shop.js';

test('65. after a decline a second card pays the same order, once', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  const declined = await pay(shop, bought, await token(shop, cards.declined));
  const page = await declined.text();
  assert.equal(declined.status, 402);
  assert.match(page, /This card was declined\. <strong>Nothing was charged\.<\/strong>/);
  assert.ok(page.includes(`href="/orders/${bought.id}"`));
  assert.match(await (await get(shop, `/orders/${bought.id}`)).text(), /<pay-button/);

  const paid = await pay(shop, bought, await token(shop));
  assert.equal(paid.status, 303);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('65. each card has its own idempotency keys', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  await pay(shop, bought, await token(shop, cards.declined));
  await pay(shop, bought, await token(shop));

  const keys = shop.calls.filter(({method}) => method === 'POST').map(call => call.idempotencyKey);
  const first = `order:${bought.id}:attempt:1`;
  const second = `order:${bought.id}:attempt:2`;
  assert.match(keys.shift() ?? '', /^customer:/);
  assert.deepEqual(keys, [`${first}:payment_method`, first, `${second}:payment_method`, second]);
});

test('the customer is told why, where it helps', async t => {
  const shop = await startShop(t);

  const response = await pay(shop, await order(shop), await token(shop, cards.insufficientFunds));

  assert.match(await response.text(), /There is not enough money on this card\./);
});

test('a token that Stripe does not know leaves the order open', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  const response = await pay(shop, bought, 'tok_neverMade');

  assert.equal(response.status, 402);
  assert.match(await response.text(), /Please enter them again\./);
  assert.equal((await shop.orders.find(bought.id))?.status, 'open');
});
