import assert from 'node:assert/strict';
import {mock, test, type TestContext} from 'node:test';
import {keepRepairing, repairOrders} from '../../demo/shop/charging/repair.js';
import type {Order} from '../../demo/shop/orders/order.js';
import {
  answerBank,
  bankOf,
  cards,
  chargesFor,
  order,
  pay,
  payInPage,
  startShop,
  token,
  visit,
  type RunningShop,
} from './shop.js';
import {losingAnswers, pass, type Wire} from './stripe-client.js';

const hour = 60 * 60 * 1000;
const loseAnswers = losingAnswers('/v1/payment_intents');
const silence: Wire = () => Promise.reject(new TypeError('connection lost'));

const statusOf = async (shop: RunningShop, {id}: Order) => (await shop.orders.find(id))?.status;

/** A shop with a clock that is set by the test, which the sandbox goes by as well. */
function startWithClock(t: TestContext): Promise<RunningShop> {
  mock.timers.enable({apis: ['Date'], now: Date.now()});
  t.after(() => mock.timers.reset());
  return startShop(t);
}

async function waitForBank(shop: RunningShop) {
  const bought = await order(shop);
  const {answer} = await payInPage(shop, bought, {stripe_token: await token(shop, cards.asks)});
  assert.ok(answer.status === 'action_required');
  return {bought, clientSecret: answer.client_secret};
}

/** Orders of as many customers, whose payments nobody knows the outcome of. */
async function leaveUnknown(shop: RunningShop, count: number): Promise<Order[]> {
  const left: Order[] = [];
  shop.wire = loseAnswers;
  for (let number = 1; number <= count; number++) {
    // Out of the window of the limit against card testing.
    mock.timers.tick(2 * hour);
    const visitor = await visit(shop);
    const bought = await order(shop, 'widget', visitor);
    await pay(shop, bought, await token(shop), {}, {visitor});
    left.push(bought);
  }
  shop.wire = pass;
  return left;
}

test('an order that has waited for its bank for a day is given up: open, and the intent canceled', async t => {
  const shop = await startWithClock(t);
  const {bought, clientSecret} = await waitForBank(shop);

  mock.timers.tick(23 * hour);
  await repairOrders(shop.parts);
  assert.equal(await statusOf(shop, bought), 'action');
  mock.timers.tick(2 * hour);
  await repairOrders(shop.parts);

  assert.equal(await statusOf(shop, bought), 'open');
  const [intent = ''] = clientSecret.split('_secret_');
  assert.equal((await shop.stripe.paymentIntents.retrieve(intent)).status, 'canceled');
  const again = await payInPage(shop, bought, {stripe_token: await token(shop)});
  assert.equal(again.answer.status, 'done');
});

test('an order that has waited for a day, and was paid unheard: paid', async t => {
  const shop = await startWithClock(t);
  const {bought, clientSecret} = await waitForBank(shop);
  await answerBank(await bankOf(shop, clientSecret), 'complete');

  mock.timers.tick(25 * hour);
  await repairOrders(shop.parts);

  assert.equal(await statusOf(shop, bought), 'paid');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('an order that has waited for a day, of which Stripe knows nothing: a person has to look', async t => {
  const shop = await startWithClock(t);
  const {bought} = await waitForBank(shop);
  shop.wire = () =>
    Promise.resolve(
      Response.json(
        {error: {type: 'invalid_request_error', code: 'resource_missing'}},
        {status: 404},
      ),
    );

  mock.timers.tick(25 * hour);
  await repairOrders(shop.parts);

  assert.equal(await statusOf(shop, bought), 'held');
});

test('more orders than a round repairs: each is reached by the next rounds, the newest first', async t => {
  const shop = await startWithClock(t);
  const left = await leaveUnknown(shop, 120);
  const before = shop.calls.length;

  const next = await repairOrders(shop.parts);
  const calls = shop.calls.length - before;
  assert.ok(next !== undefined);
  assert.ok(calls < 5 * 120, `${calls} requests in one round`);
  const newest = left.at(-1);
  assert.ok(newest);
  assert.equal(await statusOf(shop, newest), 'paid');
  let rounds = 1;
  for (let at: number | undefined = next; at !== undefined; rounds++) {
    at = await repairOrders(shop.parts, {before: at});
  }

  assert.ok(rounds > 1 && rounds <= 4, `${rounds} rounds`);
  assert.deepEqual(await shop.orders.unsettledAttempts(), []);
});

test('orders that cannot be repaired do not keep the older ones from it', async t => {
  const shop = await startWithClock(t);
  const left = await leaveUnknown(shop, 60);
  shop.wire = silence;
  const next = await repairOrders(shop.parts);
  shop.wire = pass;

  await repairOrders(shop.parts, {...(next !== undefined && {before: next})});

  const [oldest] = left;
  assert.ok(oldest);
  // A day old, so it is looked up, and found.
  assert.equal(await statusOf(shop, oldest), 'paid');
});

test('a round ends in time while the provider is slow', async t => {
  const shop = await startWithClock(t);
  await leaveUnknown(shop, 20);
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  let asked = 0;
  // Each request takes the nine seconds after which it is given up.
  shop.wire = () => {
    asked++;
    now += 9_000;
    return Promise.reject(new TypeError('timeout'));
  };

  const next = await repairOrders(shop.parts);

  assert.ok(next !== undefined);
  assert.ok(now <= 90_000, `${now} ms`);
  assert.ok(asked < 20, `${asked} requests`);
});

test('the shop repairs beside its work, until it stops', async t => {
  const shop = await startWithClock(t);
  const [left] = await leaveUnknown(shop, 1);
  assert.ok(left);
  const stopping = new AbortController();
  const repaired = shop.nextLine(/repaired: paid/);

  const repairing = keepRepairing(shop.parts, stopping.signal);
  assert.equal(await repaired, `order ${left.id} repaired: paid`);
  stopping.abort();
  await repairing;

  assert.equal(await statusOf(shop, left), 'paid');
});

test('a database that fails does not end the repairs', async t => {
  const shop = await startWithClock(t);
  const stopping = new AbortController();
  shop.orders.unsettledAttempts = () => Promise.reject(new Error('disk'));
  const failed = shop.nextLine(/repair failed/);

  const repairing = keepRepairing(shop.parts, stopping.signal);
  await failed;
  stopping.abort();

  await repairing;
});
