import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {createClient} from '@libsql/client';
import {DatabaseLockedError} from '../../demo/shop/orders/database.js';
import {Orders} from '../../demo/shop/orders.js';
import {product} from './shop.js';

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

/** What another program finds in the database. */
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
