import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import type {Attempt, Order, Payment, Wish} from '../../demo/shop/orders/order.js';
import {Orders} from '../../demo/shop/orders.js';
import {product} from './shop.js';

const means = {kind: 'token', id: 'tok_a'} as const;
const session = 'ada';

const wish: Wish = {
  means,
  email: 'ada@example.com',
  save: false,
  api: 'intents',
  returnUrl: null,
  address: 'here',
};

const payment: Payment = {
  means,
  email: 'ada@example.com',
  customer: 'cus_a',
  paymentIntent: 'pi_a',
  charge: 'ch_a',
  paid: '2026-11-21T12:00:00.000Z',
};

async function openOrders(t: TestContext): Promise<Orders> {
  const orders = await Orders.open(':memory:');
  t.after(() => orders.close());
  return orders;
}

async function begin(orders: Orders, order: Order): Promise<Attempt> {
  const attempt = await orders.beginAttempt(order, wish);
  assert.ok(attempt);
  return attempt;
}

test('one attempt at a time, and its number rises after each decline', async t => {
  const orders = await openOrders(t);
  const order = await orders.create(product('widget'), session);

  const first = await begin(orders, order);
  assert.equal(first.number, 1);
  assert.equal(await orders.beginAttempt(order, wish), undefined);

  await orders.refuse(first, 'card_declined');
  assert.equal((await begin(orders, order)).number, 2);
});

test('an attempt that has ended cannot end again', async t => {
  const orders = await openOrders(t);
  const order = await orders.create(product('widget'), session);
  const first = await begin(orders, order);
  await orders.refuse(first, 'card_declined');
  await begin(orders, order);

  await orders.pay(first, payment);
  await orders.awaitCustomer(first, 'pi_a');

  assert.equal((await orders.find(order.id))?.status, 'unknown');
});

test('a paid order stays paid', async t => {
  const orders = await openOrders(t);
  const order = await orders.create(product('widget'), session);
  const attempt = await begin(orders, order);
  await orders.pay(attempt, payment);

  await orders.refuse(attempt, 'card_declined');
  await orders.pay(attempt, {...payment, charge: 'ch_b', paymentIntent: 'pi_b'});

  assert.equal((await orders.find(order.id))?.status, 'paid');
  assert.deepEqual(await orders.payment(order), payment);
});

test('one charge pays one order', async t => {
  const orders = await openOrders(t);
  const [first, second] = [
    await orders.create(product('widget'), session),
    await orders.create(product('widget'), session),
  ];
  await orders.pay(await begin(orders, first), payment);
  const attempt = await begin(orders, second);

  await assert.rejects(orders.pay(attempt, payment), /UNIQUE/);
  assert.equal((await orders.find(second.id))?.status, 'unknown');
});

test('orders outlive the process that wrote them', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  t.after(() => rm(folder, {recursive: true}));
  const url = `file:${join(folder, 'shop.db')}`;
  const before = await Orders.open(url);
  const order = await before.create(product('espresso'), session);
  const attempt = await begin(before, order);
  before.close();

  const after = await Orders.open(url);
  t.after(() => after.close());

  assert.deepEqual(await after.find(order.id), {...order, status: 'unknown'});
  assert.deepEqual(await after.unsettledAttempts(), [attempt]);
});
