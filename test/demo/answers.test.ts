import assert from 'node:assert/strict';
import {test} from 'node:test';
import {get, order, pay, payInPage, post, startShop, token, visit} from './shop.js';
import {losingAnswers} from './stripe-client.js';

test('who accepts JSON is answered in JSON, who prefers pages in pages', async t => {
  const shop = await startShop(t);
  const accepts: [accept: string, isJson: boolean][] = [
    ['application/json', true],
    ['application/json, text/html;q=0.5', true],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['text/html, application/json', false],
    ['*/*', false],
  ];

  for (const [accept, isJson] of accepts) {
    const bought = await order(shop);
    const response = await pay(shop, bought, await token(shop), {}, {headers: {accept}});
    assert.equal(response.status, isJson ? 200 : 303, accept);
  }
});

test('nobody knows: 202 and where to look, and the same while it stays so', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = losingAnswers('/v1/payment_intents');

  const lost = await payInPage(shop, bought, {stripe_token: await token(shop)});
  const again = await payInPage(shop, bought, {stripe_token: await token(shop)});

  assert.deepEqual(lost, {
    status: 202,
    answer: {status: 'unknown', location: `/orders/${bought.id}`},
  });
  assert.deepEqual([again.status, again.answer.status], [202, 'unknown']);
});

test('a paid order, posted again: done', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  await pay(shop, bought, await token(shop));
  const before = shop.calls.length;

  const {status, answer} = await payInPage(shop, bought, {stripe_token: await token(shop)});

  assert.deepEqual([status, answer], [200, {status: 'done', location: `/orders/${bought.id}`}]);
  assert.equal(shop.calls.length, before);
});

test('requests that do nothing: an error with its status and words', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const accept = {accept: 'application/json'};
  const charge = `/orders/${bought.id}/charge`;
  const answers: [number, Response][] = [
    [400, await post(shop, charge, {}, {headers: accept})],
    [403, await post(shop, charge, {csrf: 'none'}, {headers: accept})],
    [404, await post(shop, charge, {}, {headers: accept, visitor: await visit(shop)})],
    [404, await get(shop, '/nothing', {headers: accept})],
    [405, await get(shop, charge, {headers: accept})],
    [413, await post(shop, charge, {x: 'x'.repeat(20_000)}, {headers: accept})],
  ];

  for (const [status, response] of answers) {
    assert.equal(response.status, status);
    const body = (await response.json()) as {status: string; message: string};
    assert.deepEqual(Object.keys(body), ['status', 'message'], String(status));
    assert.equal(body.status, 'error');
    assert.ok(body.message.length > 10);
  }
  assert.deepEqual(shop.calls, []);
});
