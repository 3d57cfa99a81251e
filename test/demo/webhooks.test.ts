import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type Stripe from 'stripe';
import {DatabaseLockedError} from '../../demo/shop/orders/database.js';
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
  type RunningShop,
} from './shop.js';
import {losingAnswers, pass} from './stripe-client.js';

const secret = 'whsec_test';

const statusOf = async (shop: RunningShop, {id}: Order) => (await shop.orders.find(id))?.status;

/** A shop that takes webhooks which the test sends itself. */
function startWithSecret(t: TestContext): Promise<RunningShop> {
  return startShop(t, {change: parts => ({...parts, webhookSecret: () => secret})});
}

/** Sends an event as Stripe does. */
async function deliver(shop: RunningShop, event: unknown, signedWith = secret): Promise<number> {
  const payload = JSON.stringify(event);
  const signature = shop.stripe.webhooks.generateTestHeaderString({payload, secret: signedWith});
  const headers = {'content-type': 'application/json', 'stripe-signature': signature};
  const url = `${shop.origin}/webhooks/stripe`;
  return (await fetch(url, {method: 'POST', headers, body: payload})).status;
}

/** What has happened at the sandbox, oldest first. */
async function events(shop: RunningShop): Promise<Stripe.Event[]> {
  return (await shop.stripe.events.list({limit: 100})).data.toReversed();
}

const loseAnswers = losingAnswers('/v1/payment_intents');

test('an order is paid by webhook when the answer was lost and nobody comes back', async t => {
  const shop = await startShop(t, {webhooks: true});
  const bought = await order(shop);
  shop.wire = loseAnswers;
  const heard = shop.nextLine(/POST \/webhooks\/stripe 200/);

  assert.equal((await pay(shop, bought, await token(shop))).status, 202);
  await heard;

  assert.equal(await statusOf(shop, bought), 'paid');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('an order is paid by webhook when the browser dies at its bank’s page', async t => {
  const shop = await startShop(t, {webhooks: true});
  const bought = await order(shop);
  const {answer} = await payInPage(shop, bought, {stripe_token: await token(shop, cards.asks)});
  assert.ok(answer.status === 'action_required');
  const heard = shop.nextLine(/POST \/webhooks\/stripe 200/);

  await answerBank(await bankOf(shop, answer.client_secret), 'complete');
  await heard;

  assert.equal(await statusOf(shop, bought), 'paid');
});

test('an order is open again by webhook when the bank has said no', async t => {
  const shop = await startShop(t, {webhooks: true});
  const bought = await order(shop);
  const {answer} = await payInPage(shop, bought, {stripe_token: await token(shop, cards.asks)});
  assert.ok(answer.status === 'action_required');
  const heard = shop.nextLine(/POST \/webhooks\/stripe 200/);

  await answerBank(await bankOf(shop, answer.client_secret), 'fail');
  await heard;

  assert.equal(await statusOf(shop, bought), 'open');
  assert.equal((await pay(shop, bought, await token(shop))).status, 303);
});

test('without a PaymentIntent an order is paid by webhook as well', async t => {
  const shop = await startWithSecret(t);
  const bought = await order(shop);
  shop.wire = losingAnswers('/v1/charges');
  await pay(shop, bought, await token(shop), {api: 'charges'});
  shop.wire = pass;

  for (const event of await events(shop)) assert.equal(await deliver(shop, event), 200);

  assert.equal(await statusOf(shop, bought), 'paid');
  assert.equal((await shop.orders.payment(bought)).paymentIntent, null);
});

test('events that come twice, late and backwards change nothing', async t => {
  const shop = await startWithSecret(t);
  const bought = await order(shop);
  await pay(shop, bought, await token(shop, cards.declined));
  const waits = await payInPage(shop, bought, {stripe_token: await token(shop, cards.asks)});
  assert.ok(waits.answer.status === 'action_required');
  await answerBank(await bankOf(shop, waits.answer.client_secret), 'complete');

  const all = (await events(shop)).toReversed();
  for (const event of [...all, ...all]) assert.equal(await deliver(shop, event), 200, event.type);

  assert.equal(await statusOf(shop, bought), 'paid');
  const {charge} = await shop.orders.payment(bought);
  assert.deepEqual(
    (await chargesFor(shop, bought)).map(({id}) => id),
    [charge],
  );
});

test('an old refusal does not touch the next attempt', async t => {
  const shop = await startWithSecret(t);
  const bought = await order(shop);
  await pay(shop, bought, await token(shop, cards.declined));
  await payInPage(shop, bought, {stripe_token: await token(shop, cards.asks)});

  for (const event of await events(shop)) {
    if (event.type === 'payment_intent.payment_failed') await deliver(shop, event);
  }

  assert.equal(await statusOf(shop, bought), 'action');
});

test('events that are not about our orders change nothing', async t => {
  const shop = await startWithSecret(t);
  const bought = await order(shop);
  const {answer} = await payInPage(shop, bought, {stripe_token: await token(shop, cards.asks)});
  assert.ok(answer.status === 'action_required');
  const other = await shop.stripe.paymentIntents.create({
    amount: 999,
    currency: 'jpy',
    confirm: true,
    payment_method: 'pm_card_visa',
    automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
  });
  const [mine] = answer.client_secret.split('_secret_');
  const intent = {object: 'payment_intent', id: mine};
  const objects: unknown[] = [
    {...intent, metadata: {}},
    {...intent, metadata: {order_id: 'none', attempt: '1'}},
    {...intent, metadata: {order_id: "' OR 1=1 --", attempt: '1'}},
    {...intent, metadata: {order_id: bought.id, attempt: '7'}},
    {...intent, metadata: {order_id: bought.id, attempt: 'x'}},
    // Signed, but Stripe itself knows this intent as nobody's.
    {...intent, id: other.id, metadata: {order_id: bought.id, attempt: '1'}},
    {object: 'something.new', id: 'new_a'},
  ];

  for (const object of objects) {
    const event = {object: 'event', type: 'payment_intent.succeeded', data: {object}};
    assert.equal(await deliver(shop, event), 200, JSON.stringify(object));
  }

  assert.equal(await statusOf(shop, bought), 'action');
});

test('an event while Stripe cannot be asked: 503, so that it comes again', async t => {
  const shop = await startWithSecret(t);
  const bought = await order(shop);
  shop.wire = loseAnswers;
  await pay(shop, bought, await token(shop));
  const paid = (await events(shop)).find(({type}) => type === 'payment_intent.succeeded');

  shop.wire = () => Promise.reject(new TypeError('connection lost'));
  assert.equal(await deliver(shop, paid), 503);
  shop.wire = pass;
  assert.equal(await deliver(shop, paid), 200);

  assert.equal(await statusOf(shop, bought), 'paid');
});

test('what is not signed with the secret: 400, and nobody is asked', async t => {
  const shop = await startWithSecret(t);
  const bought = await order(shop);
  shop.wire = loseAnswers;
  await pay(shop, bought, await token(shop));
  shop.wire = pass;
  const paid = (await events(shop)).find(({type}) => type === 'payment_intent.succeeded');
  const before = shop.calls.length;
  const url = `${shop.origin}/webhooks/stripe`;
  const stale = shop.stripe.webhooks.generateTestHeaderString({
    payload: JSON.stringify(paid),
    secret,
    timestamp: Math.floor(Date.now() / 1000) - 3600,
  });

  assert.equal(await deliver(shop, paid, 'whsec_other'), 400);
  const body = JSON.stringify(paid);
  assert.equal((await fetch(url, {method: 'POST', body})).status, 400);
  const headers = {'stripe-signature': stale};
  assert.equal((await fetch(url, {method: 'POST', body, headers})).status, 400);
  assert.equal((await fetch(url, {method: 'POST', headers})).status, 400);

  assert.equal(shop.calls.length, before);
  assert.equal(await statusOf(shop, bought), 'unknown');
});

/** Sends a body as Stripe does, whatever it is. */
async function deliverBody(shop: RunningShop, payload: string): Promise<number> {
  const signature = shop.stripe.webhooks.generateTestHeaderString({payload, secret});
  const headers = {'stripe-signature': signature};
  const url = `${shop.origin}/webhooks/stripe`;
  return (await fetch(url, {method: 'POST', headers, body: payload})).status;
}

/** Bodies that are signed, and are no event of version 1. */
const noEvents: Record<string, string> = {
  'no JSON': 'no JSON',
  nothing: '',
  null: 'null',
  'a number': '1',
  'a text': '"event"',
  'a list': '[]',
  'an empty object': '{}',
  'an event without data': '{"object": "event", "type": "payment_intent.succeeded"}',
  'an event whose data is null': '{"object": "event", "data": null}',
  'an event without an object': '{"object": "event", "data": {}}',
  'an event whose object is null': '{"object": "event", "data": {"object": null}}',
  'an event whose object is a text': '{"object": "event", "data": {"object": "payment_intent"}}',
  'a thin event of version 2': JSON.stringify({
    object: 'v2.core.event',
    id: 'evt_a',
    type: 'v1.billing.meter.error_report_triggered',
    related_object: {id: 'mtr_a', type: 'billing.meter', url: '/v1/billing/meters/mtr_a'},
  }),
};

for (const [name, body] of Object.entries(noEvents)) {
  test(`signed, but ${name}: 400, and Stripe is not called`, async t => {
    const shop = await startWithSecret(t);

    assert.equal(await deliverBody(shop, body), 400);
    assert.deepEqual(shop.calls, []);
  });
}

/** Events about an object that is not as Stripe's are, in each of the places that are read. */
const oddObjects: Record<string, (id: string, orderId: string) => object> = {
  'without metadata': id => ({id}),
  'with metadata that is null': id => ({id, metadata: null}),
  'with metadata that is a text': id => ({id, metadata: 'order_id'}),
  'with an order that is an object': id => ({id, metadata: {order_id: {}, attempt: '1'}}),
  'with an order that is a number': id => ({id, metadata: {order_id: 1, attempt: '1'}}),
  'with an attempt that is an object': (id, order_id) => ({id, metadata: {order_id, attempt: {}}}),
  'with an attempt that is no number': (id, order_id) => ({id, metadata: {order_id, attempt: '-'}}),
  'without an id': (_id, order_id) => ({metadata: {order_id, attempt: '1'}}),
  'with an id that is an object': (_id, order_id) => ({id: {}, metadata: {order_id, attempt: '1'}}),
  'with an id that is a path': (_id, order_id) => ({
    id: '../customers',
    metadata: {order_id, attempt: '1'},
  }),
  'that Stripe does not know': (_id, order_id) => ({
    id: 'pi_neverMade',
    metadata: {order_id, attempt: '1'},
  }),
};

for (const [name, make] of Object.entries(oddObjects)) {
  for (const kind of ['payment_intent', 'charge']) {
    test(`an event about a ${kind} ${name}: 200, and nothing changes`, async t => {
      const shop = await startWithSecret(t);
      const bought = await order(shop);
      const {answer} = await payInPage(shop, bought, {stripe_token: await token(shop, cards.asks)});
      assert.ok(answer.status === 'action_required');
      const [intent = ''] = answer.client_secret.split('_secret_');
      const object = {object: kind, ...make(intent, bought.id)};

      const event = {object: 'event', type: `${kind}.succeeded`, data: {object}};
      assert.equal(await deliver(shop, event), 200);
      assert.equal(await statusOf(shop, bought), 'action');
    });
  }
}

test('an event while the database is locked: 503, so that it comes again', async t => {
  const shop = await startWithSecret(t);
  const bought = await order(shop);
  shop.wire = loseAnswers;
  await pay(shop, bought, await token(shop));
  shop.wire = pass;
  const paid = (await events(shop)).find(({type}) => type === 'payment_intent.succeeded');
  const findAttempt = shop.orders.findAttempt.bind(shop.orders);

  shop.orders.findAttempt = () => Promise.reject(new DatabaseLockedError({}));
  assert.equal(await deliver(shop, paid), 503);
  shop.orders.findAttempt = findAttempt;
  assert.equal(await deliver(shop, paid), 200);

  assert.equal(await statusOf(shop, bought), 'paid');
});

test('without a secret there is no such address', async t => {
  const shop = await startShop(t);

  assert.notEqual(await deliver(shop, {object: 'event'}), 200);
  const headers = {cookie: shop.visitor.cookie};
  assert.equal((await fetch(`${shop.origin}/webhooks/stripe`, {headers})).status, 404);
});
