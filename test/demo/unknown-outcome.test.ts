import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {createClient} from '@libsql/client';
import {answerBank, cards, chargesFor, get, order, pay, post, startShop, token} from './shop.js';
import {losingAnswers, pass, type Wire} from './stripe-client.js';

const intents = '/v1/payment_intents';

const loseAnswer = losingAnswers(intents);

/** The request is lost: the sandbox does nothing. */
const loseRequest: Wire = (path, send) =>
  path === intents ? Promise.reject(new TypeError('connection lost')) : send();

test('63. charged, but the answer is lost: the customer is told not to pay again', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = loseAnswer;

  const response = await pay(shop, bought, await token(shop));

  assert.equal(response.status, 202);
  assert.match(await response.text(), /Please do not pay again/);
  const page = await (await get(shop, `/orders/${bought.id}`)).text();
  assert.match(page, /We do not know yet/);
  assert.doesNotMatch(page, /<pay-button/);
});

test('63. charged, but the answer is lost, then checked: the same key finds the one charge', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = loseAnswer;
  await pay(shop, bought, await token(shop));
  shop.wire = pass;

  const checked = await post(shop, `/orders/${bought.id}/check`);

  assert.equal(checked.status, 303);
  const [charge, ...others] = await chargesFor(shop, bought);
  assert.deepEqual(others, []);
  assert.equal((await shop.orders.payment(bought)).charge, charge?.id);
  const keys = shop.calls.map(call => call.idempotencyKey);
  // The customer is known by then.
  assert.deepEqual(keys.slice(1, 3), keys.slice(3));
});

test('a lost request, checked: it is charged then, once', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = loseRequest;
  await pay(shop, bought, await token(shop));
  assert.equal((await chargesFor(shop, bought)).length, 0);
  shop.wire = pass;

  await post(shop, `/orders/${bought.id}/check`);

  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('a lost decline, checked: the order is open again', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = loseAnswer;
  await pay(shop, bought, await token(shop, cards.declined));
  shop.wire = pass;

  const checked = await post(shop, `/orders/${bought.id}/check`);

  assert.equal(checked.status, 402);
  assert.equal((await shop.orders.find(bought.id))?.status, 'open');
});

test('another card while the outcome is unknown: not charged', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = loseAnswer;
  await pay(shop, bought, await token(shop));
  shop.wire = pass;
  const before = shop.calls.length;

  const response = await pay(shop, bought, await token(shop));

  assert.equal(response.status, 409);
  assert.equal(shop.calls.length, before);
});

test('an error at Stripe is no decline', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  for (const status of [409, 429, 500, 503]) {
    shop.wire = async (path, send) =>
      path === intents
        ? Response.json({error: {type: 'api_error', message: 'broken'}}, {status})
        : send();
    const isUnknown = (await shop.orders.find(bought.id))?.status === 'unknown';
    const response = isUnknown
      ? await post(shop, `/orders/${bought.id}/check`)
      : await pay(shop, bought, await token(shop));

    assert.equal(response.status, 202, String(status));
    assert.equal((await shop.orders.find(bought.id))?.status, 'unknown', String(status));
  }
});

test('a token that is spent when the outcome is checked proves nothing', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = loseAnswer;
  await pay(shop, bought, await token(shop));
  // As if Stripe had forgotten the keys.
  shop.wire = () =>
    Promise.resolve(
      Response.json(
        {error: {type: 'invalid_request_error', code: 'token_already_used'}},
        {status: 400},
      ),
    );

  const checked = await post(shop, `/orders/${bought.id}/check`);

  assert.equal(checked.status, 202);
  assert.equal((await shop.orders.find(bought.id))?.status, 'unknown');
});

test('checking an order that is not in doubt leads to it, and Stripe is not called', async t => {
  const shop = await startShop(t);
  const {id} = await order(shop);

  const response = await post(shop, `/orders/${id}/check`);

  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), `/orders/${id}`);
  assert.deepEqual(shop.calls, []);
});

test('65. the same key with other contents is a fault of ours: logged, and nothing is charged', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  t.after(() => rm(folder, {recursive: true}));
  const url = `file:${join(folder, 'shop.db')}`;
  const shop = await startShop(t, {url});
  const bought = await order(shop);
  shop.wire = loseAnswer;
  await pay(shop, bought, await token(shop));
  shop.wire = pass;
  const database = createClient({url});
  t.after(() => database.close());
  await database.execute(`UPDATE orders SET name = 'another'`);

  const checked = await post(shop, `/orders/${bought.id}/check`);

  assert.equal(checked.status, 202);
  assert.equal((await shop.orders.find(bought.id))?.status, 'unknown');
  assert.ok(shop.log.some(line => line.includes(`order ${bought.id}: StripeIdempotencyError`)));
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('an answer that is given again tells what was: the bank has asked since', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = loseAnswer;
  await pay(shop, bought, await token(shop, cards.asks));
  shop.wire = pass;
  const [intent] = (await shop.stripe.paymentIntents.list()).data;
  await answerBank(intent?.next_action?.redirect_to_url?.url ?? '', 'complete');

  const checked = await post(shop, `/orders/${bought.id}/check`);

  assert.equal(checked.headers.get('location'), `/orders/${bought.id}`);
  assert.equal((await shop.orders.find(bought.id))?.status, 'paid');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});
