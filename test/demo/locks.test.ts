import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {createClient} from '@libsql/client';
import {createShop} from '../../demo/shop/app.js';
import {DatabaseLockedError} from '../../demo/shop/orders/database.js';
import {Orders} from '../../demo/shop/orders.js';
import {
  cards,
  chargesFor,
  listen,
  order,
  pay,
  payInPage,
  post,
  product,
  startShop,
  token,
  visit,
} from './shop.js';
import {pass} from './stripe-client.js';

async function databaseFile(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  t.after(() => rm(folder, {recursive: true}));
  return `file:${join(folder, 'shop.db')}`;
}

async function openOrders(t: TestContext, url: string): Promise<Orders> {
  const orders = await Orders.open(url);
  t.after(() => orders.close());
  return orders;
}

/** Locks a database, as another program does. Returns what ends the lock. */
async function lock(t: TestContext, url: string): Promise<() => Promise<void>> {
  const client = createClient({url});
  t.after(() => client.close());
  const transaction = await client.transaction('write');
  return () => transaction.rollback();
}

/** Reads the database as another program does. */
async function ordersIn(t: TestContext, url: string): Promise<unknown[]> {
  const client = createClient({url});
  t.after(() => client.close());
  return (await client.execute('SELECT id FROM orders ORDER BY rowid')).rows.map(({id}) => id);
}

test('a lock that ends soon: the order is made, and so is each one after it', async t => {
  const url = await databaseFile(t);
  const orders = await openOrders(t, url);
  const unlock = await lock(t, url);

  const creating = orders.create(product('mug'), 'ada');
  // The first attempt runs without a pause, and meets the lock.
  await nextTurn();
  await unlock();

  const made = [await creating];
  for (let count = 1; count <= 5; count++) made.push(await orders.create(product('mug'), 'ada'));
  assert.deepEqual(
    await ordersIn(t, url),
    made.map(({id}) => id),
  );
});

test('many at once while the file is locked: each is made, and nothing that was made is lost', async t => {
  const url = await databaseFile(t);
  const orders = await openOrders(t, url);
  const unlock = await lock(t, url);

  const creating = Array.from({length: 50}, () => orders.create(product('mug'), 'ada'));
  await nextTurn();
  await unlock();

  const made = (await Promise.all(creating)).map(({id}) => id);
  assert.deepEqual((await ordersIn(t, url)).toSorted(), made.toSorted());
});

test('a long lock: an error that says so, and all is well after the lock', async t => {
  const url = await databaseFile(t);
  const orders = await openOrders(t, url);
  const unlock = await lock(t, url);

  await assert.rejects(orders.create(product('mug'), 'ada'), DatabaseLockedError);
  await unlock();
  const {id} = await orders.create(product('mug'), 'ada');

  assert.deepEqual(await ordersIn(t, url), [id]);
});

test('a program that reads the file does not keep the shop from writing', async t => {
  const url = await databaseFile(t);
  const orders = await openOrders(t, url);
  const client = createClient({url});
  t.after(() => client.close());
  const reading = await client.transaction('read');
  await reading.execute('SELECT * FROM orders');

  const {id} = await orders.create(product('mug'), 'ada');

  await reading.rollback();
  assert.deepEqual(await ordersIn(t, url), [id]);
});

test('a long lock: 503 and when to come again, and the same shop works after the lock', async t => {
  const url = await databaseFile(t);
  const shop = await startShop(t, {url});
  const bought = await order(shop);
  const unlock = await lock(t, url);

  const [page, json, charged] = await Promise.all([
    post(shop, '/orders', {product: 'mug'}),
    post(shop, '/orders', {product: 'mug'}, {headers: {accept: 'application/json'}}),
    payInPage(shop, bought, {stripe_token: await token(shop)}),
  ]);
  const calls = shop.calls.length;
  await unlock();

  assert.deepEqual([page.status, json.status, charged.status], [503, 503, 503]);
  assert.ok(Number(page.headers.get('retry-after')) > 0);
  assert.equal(((await json.json()) as {status: string}).status, 'error');
  assert.deepEqual(charged.answer, {status: 'unknown', location: `/orders/${bought.id}`});
  assert.equal(calls, 0);
  assert.equal((await pay(shop, bought, await token(shop))).status, 303);
  assert.equal((await post(shop, '/orders', {product: 'mug'})).status, 303);
});

for (const [card, status, charges] of [
  ['good', 'paid', 1],
  ['declined', 'open', 0],
] as const) {
  test(`a lock while a ${card} card is charged: nobody knows, and asking again finds out`, async t => {
    const url = await databaseFile(t);
    const shop = await startShop(t, {url});
    const bought = await order(shop);
    const credential = await token(shop, cards[card]);
    let unlock: (() => Promise<void>) | undefined;
    shop.wire = async (path, send) => {
      const response = await send();
      if (path === '/v1/payment_intents') unlock = await lock(t, url);
      return response;
    };

    const locked = await payInPage(shop, bought, {stripe_token: credential});
    shop.wire = pass;
    await unlock?.();

    assert.deepEqual(locked, {
      status: 202,
      answer: {status: 'unknown', location: `/orders/${bought.id}`},
    });
    assert.equal((await shop.orders.find(bought.id))?.status, 'unknown');
    await payInPage(shop, bought, {stripe_token: credential});
    assert.equal((await shop.orders.find(bought.id))?.status, status);
    assert.equal((await chargesFor(shop, bought)).length, charges);
  });
}

test('two shops on one file: each order is charged once, and nothing that was answered is lost', async t => {
  const url = await databaseFile(t);
  const secret = 'a secret that both of the shops have';
  const first = await startShop(t, {url, change: parts => ({...parts, secret})});
  const orders = await openOrders(t, url);
  const origin = await listen(t, createShop({...first.parts, orders}));
  const shops = [first, {...first, origin}];
  // No more at once than the limit against card testing lets through from one address.
  const customers = await Promise.all(Array.from({length: 4}, () => visit(first)));

  for (let round = 1; round <= 5; round++) {
    await Promise.all(
      customers.map(async (visitor, at) => {
        const shop = shops[at % 2] ?? first;
        const bought = await order(shop, 'widget', visitor);
        const credential = await token(shop);
        // The same form to both at once.
        const responses = await Promise.all(
          shops.map(each => pay(each, bought, credential, {}, {visitor})),
        );
        const statuses = responses.map(({status}) => status);
        assert.ok(
          statuses.every(status => [202, 303, 409].includes(status)),
          String(statuses),
        );
        const again = await pay(first, bought, credential, {}, {visitor});
        assert.equal(again.status, 303);
        assert.equal((await orders.find(bought.id))?.status, 'paid');
        assert.equal((await chargesFor(first, bought)).length, 1);
      }),
    );
  }
});
