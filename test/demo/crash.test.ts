import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {repairOrders} from '../../demo/shop/charging/repair.js';
import {Orders} from '../../demo/shop/orders.js';
import {cards, chargesFor, order, pay, startShop, token, type RunningShop} from './shop.js';
import type {Wire} from './stripe-client.js';

const hour = 60 * 60 * 1000;

/** A database that outlives the process, as it is when that has crashed. */
async function databaseFile(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  t.after(() => rm(folder, {recursive: true}));
  return `file:${join(folder, 'shop.db')}`;
}

/** Posts a payment to a shop that never hears Stripe's answer: it is gone before that. */
async function crashWhile(t: TestContext, shop: RunningShop, crash: Wire, number?: string) {
  const bought = await order(shop);
  const spent = await token(shop, number);
  const reached = new Promise<void>(resolve => {
    shop.wire = async (path, send) => {
      if (path !== '/v1/payment_intents') return send();
      await crash(path, send);
      resolve();
      return new Promise<never>((_resolve, reject) => {
        t.after(() => reject(new TypeError('connection lost')));
      });
    };
  });
  void pay(shop, bought, spent).catch(() => {
    // The process that would have answered is gone.
  });
  await reached;
  shop.wire = (_path, send) => send();
  return bought;
}

/** Starts a second process on the same database, `later` milliseconds after the first. */
async function restart(t: TestContext, shop: RunningShop, url: string, later = 0): Promise<Orders> {
  const orders = await Orders.open(url, () => Date.now() + later);
  t.after(() => orders.close());
  await repairOrders({...shop.parts, orders});
  return orders;
}

const carriedOut: Wire = (_path, send) => send();
const neverSent: Wire = () => Promise.resolve(new Response());

test('64. a crash between charge and row: paid after the start, by the one charge', async t => {
  const url = await databaseFile(t);
  const shop = await startShop(t, {url});
  const bought = await crashWhile(t, shop, carriedOut);
  assert.equal((await shop.orders.find(bought.id))?.status, 'unknown');

  const orders = await restart(t, shop, url);

  assert.equal((await orders.find(bought.id))?.status, 'paid');
  const [charge, ...others] = await chargesFor(shop, bought);
  assert.deepEqual(others, []);
  assert.equal((await orders.payment(bought)).charge, charge?.id);
});

test('64. a crash before the request was sent: charged after the start, once', async t => {
  const url = await databaseFile(t);
  const shop = await startShop(t, {url});
  const bought = await crashWhile(t, shop, neverSent);

  const orders = await restart(t, shop, url);

  assert.equal((await orders.find(bought.id))?.status, 'paid');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('64. a crash after a decline: the order is open after the start', async t => {
  const url = await databaseFile(t);
  const shop = await startShop(t, {url});
  const bought = await crashWhile(t, shop, carriedOut, cards.declined);

  const orders = await restart(t, shop, url);

  assert.equal((await orders.find(bought.id))?.status, 'open');
});

test('64. a crash before the bank was asked: the customer can go on after the start', async t => {
  const url = await databaseFile(t);
  const shop = await startShop(t, {url});
  const bought = await crashWhile(t, shop, carriedOut, cards.asks);

  const orders = await restart(t, shop, url);

  assert.equal((await orders.find(bought.id))?.status, 'action');
});

test('64. a start after Stripe may have forgotten the keys: the charge is found, not made again', async t => {
  const url = await databaseFile(t);
  const shop = await startShop(t, {url});
  const bought = await crashWhile(t, shop, carriedOut);
  const before = shop.calls.length;

  const orders = await restart(t, shop, url, 25 * hour);

  assert.equal((await orders.find(bought.id))?.status, 'paid');
  assert.equal((await chargesFor(shop, bought)).length, 1);
  assert.ok(shop.calls.slice(before).every(({method}) => method === 'GET'));
});

test('64. the same, and nothing was charged: the order is open, and nothing is charged now', async t => {
  const url = await databaseFile(t);
  const shop = await startShop(t, {url});
  const bought = await crashWhile(t, shop, neverSent);

  const orders = await restart(t, shop, url, 25 * hour);

  assert.equal((await orders.find(bought.id))?.status, 'open');
  assert.equal((await chargesFor(shop, bought)).length, 0);
});

test('64. Stripe cannot be reached at the start: the order waits for the next one', async t => {
  const url = await databaseFile(t);
  const shop = await startShop(t, {url});
  const bought = await crashWhile(t, shop, carriedOut);
  shop.wire = () => Promise.reject(new TypeError('connection lost'));

  const orders = await restart(t, shop, url);
  assert.equal((await orders.find(bought.id))?.status, 'unknown');
  shop.wire = carriedOut;
  await repairOrders({...shop.parts, orders});

  assert.equal((await orders.find(bought.id))?.status, 'paid');
});
