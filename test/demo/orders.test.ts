import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {Orders, type Attempt, type Payment} from '../../demo/shop/orders.js';
import {product} from './shop.js';

const card = {token: 'tok_a', email: 'ada@example.com'};

const payment: Payment = {
  ...card,
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

async function begin(orders: Orders, id: string): Promise<Attempt> {
  const attempt = await orders.beginAttempt(id, card);
  assert.ok(attempt);
  return attempt;
}

test('one attempt at a time, and its number rises after each decline', async t => {
  const orders = await openOrders(t);
  const {id} = await orders.create(product('widget'));

  const first = await begin(orders, id);
  assert.equal(first.number, 1);
  assert.equal(await orders.beginAttempt(id, card), undefined);

  await orders.reopen(first);
  assert.equal((await begin(orders, id)).number, 2);
});

test('an attempt that has ended cannot end again', async t => {
  const orders = await openOrders(t);
  const {id} = await orders.create(product('widget'));
  const first = await begin(orders, id);
  await orders.reopen(first);
  await begin(orders, id);

  await orders.pay(first, payment);
  await orders.hold(first);

  assert.equal((await orders.find(id))?.status, 'unknown');
});

test('a paid order stays paid', async t => {
  const orders = await openOrders(t);
  const order = await orders.create(product('widget'));
  const attempt = await begin(orders, order.id);
  await orders.pay(attempt, payment);

  await orders.reopen(attempt);
  await orders.pay(attempt, {...payment, charge: 'ch_b', paymentIntent: 'pi_b'});

  assert.equal((await orders.find(order.id))?.status, 'paid');
  assert.deepEqual(await orders.payment(order), payment);
});

test('one charge pays one order', async t => {
  const orders = await openOrders(t);
  const [first, second] = [
    await orders.create(product('widget')),
    await orders.create(product('widget')),
  ];
  await orders.pay(await begin(orders, first.id), payment);
  const attempt = await begin(orders, second.id);

  await assert.rejects(orders.pay(attempt, payment), /UNIQUE/);
  assert.equal((await orders.find(second.id))?.status, 'unknown');
});

test('orders outlive the process that wrote them', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  t.after(() => rm(folder, {recursive: true}));
  const url = `file:${join(folder, 'shop.db')}`;
  const before = await Orders.open(url);
  const order = await before.create(product('espresso'));
  const attempt = await begin(before, order.id);
  before.close();

  const after = await Orders.open(url);
  t.after(() => after.close());

  assert.deepEqual(await after.find(order.id), {...order, status: 'unknown'});
  assert.deepEqual(await after.findUnknownAttempt(order.id), attempt);
});
