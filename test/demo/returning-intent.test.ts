import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type Stripe from 'stripe';
import type {ChargeAnswer} from '../../demo/shop/answers.js';
import type {Order} from '../../demo/shop/orders/order.js';
import {
  answerBank,
  bankOf,
  cards,
  chargesFor,
  order,
  payInPage,
  post,
  startShop,
  token,
  visit,
  type RunningShop,
} from './shop.js';

interface Waiting {
  readonly shop: RunningShop;
  readonly bought: Order;
  /** The intent whose customer the bank asks. */
  readonly intent: string;
  readonly clientSecret: string;
}

/** An order whose payment waits for the bank, which asks in the page. */
async function waitForBank(t: TestContext, number: string = cards.asks): Promise<Waiting> {
  const shop = await startShop(t);
  const bought = await order(shop);
  const {answer} = await payInPage(shop, bought, {stripe_token: await token(shop, number)});
  assert.ok(answer.status === 'action_required');
  const {client_secret: clientSecret} = answer;
  return {shop, bought, clientSecret, intent: clientSecret.split('_secret_')[0] ?? ''};
}

async function answer(shop: RunningShop, bought: Order, intent: string): Promise<ChargeAnswer> {
  return (await payInPage(shop, bought, {stripe_payment_intent: intent})).answer;
}

/** Lets Stripe say something else of an intent than is so. */
function changeIntent(shop: RunningShop, change: Partial<Stripe.PaymentIntent>): void {
  shop.wire = async (path, send) => {
    const response = await send();
    if (!path.startsWith('/v1/payment_intents/')) return response;
    const intent = (await response.json()) as Stripe.PaymentIntent;
    return Response.json({...intent, ...change});
  };
}

test('requires_action: the bank has not been answered, so it asks again', async t => {
  const {shop, bought, intent, clientSecret} = await waitForBank(t);

  assert.deepEqual(await answer(shop, bought, intent), {
    status: 'action_required',
    client_secret: clientSecret,
  });
});

test('requires_payment_method: the bank said no, and the intent can be paid no more', async t => {
  const {shop, bought, intent, clientSecret} = await waitForBank(t);
  await answerBank(await bankOf(shop, clientSecret), 'fail');

  const refused = await answer(shop, bought, intent);

  assert.ok(refused.status === 'refused');
  assert.equal(refused.code, 'payment_intent_authentication_failure');
  assert.equal((await shop.stripe.paymentIntents.retrieve(intent)).status, 'canceled');
});

test('requires_payment_method: the bank said yes and the card was declined: its code', async t => {
  const {shop, bought, intent, clientSecret} = await waitForBank(t, cards.asksAndIsDeclined);
  await answerBank(await bankOf(shop, clientSecret), 'complete');

  const refused = await answer(shop, bought, intent);

  assert.ok(refused.status === 'refused');
  assert.equal(refused.code, 'card_declined');
});

test('requires_payment_method without a reason: nobody knows', async t => {
  const {shop, bought, intent} = await waitForBank(t);
  changeIntent(shop, {status: 'requires_payment_method', last_payment_error: null});

  assert.equal((await answer(shop, bought, intent)).status, 'unknown');
});

for (const status of ['processing', 'requires_confirmation', 'something_new'] as const) {
  test(`${status}: nobody knows, and the order’s page has a way to check`, async t => {
    const {shop, bought, intent} = await waitForBank(t);
    changeIntent(shop, {status: status});

    assert.deepEqual(await answer(shop, bought, intent), {
      status: 'unknown',
      location: `/orders/${bought.id}`,
    });
  });
}

test('succeeded, whatever the browser heard: done, as often as it is asked', async t => {
  const {shop, bought, intent, clientSecret} = await waitForBank(t);
  await answerBank(await bankOf(shop, clientSecret), 'complete');

  const answers = await Promise.all([
    answer(shop, bought, intent),
    answer(shop, bought, intent),
    answer(shop, bought, intent),
  ]);

  const done = {status: 'done', location: `/orders/${bought.id}`};
  assert.deepEqual([...answers, await answer(shop, bought, intent)], [done, done, done, done]);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('canceled: refused, and another card pays', async t => {
  const {shop, bought, intent} = await waitForBank(t);
  await shop.stripe.paymentIntents.cancel(intent);

  assert.equal((await answer(shop, bought, intent)).status, 'refused');
  const paid = await payInPage(shop, bought, {stripe_token: await token(shop)});
  assert.equal(paid.answer.status, 'done');
});

test('an intent that was given up, of an order that another tab has paid since: done', async t => {
  const {shop, bought, intent} = await waitForBank(t);
  await payInPage(shop, bought, {stripe_token: await token(shop)});

  assert.equal((await answer(shop, bought, intent)).status, 'done');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('an intent that was given up, while another card is under way: nobody knows', async t => {
  const {shop, bought, intent} = await waitForBank(t);
  await payInPage(shop, bought, {stripe_token: await token(shop, cards.asks)});

  assert.deepEqual(await answer(shop, bought, intent), {
    status: 'unknown',
    location: `/orders/${bought.id}`,
  });
});

test('an intent that Stripe does not know: nobody knows, and the customer can go on', async t => {
  const {shop, bought, intent} = await waitForBank(t);
  shop.wire = () =>
    Promise.resolve(
      Response.json(
        {error: {type: 'invalid_request_error', code: 'resource_missing', param: 'intent'}},
        {status: 404},
      ),
    );

  assert.equal((await answer(shop, bought, intent)).status, 'unknown');
  await post(shop, `/orders/${bought.id}/leave`);
  // It may have been charged where nobody looks.
  assert.equal((await shop.orders.find(bought.id))?.status, 'held');
});

test('an intent of another order, another customer or nobody: 400, the same for each', async t => {
  const {shop, intent} = await waitForBank(t);
  const mine = await order(shop);
  const visitor = await visit(shop);
  const theirs = await order(shop, 'widget', visitor);
  const calls = shop.calls.length;

  const answers = await Promise.all([
    payInPage(shop, mine, {stripe_payment_intent: intent}),
    payInPage(shop, theirs, {stripe_payment_intent: intent}, {visitor}),
    payInPage(shop, mine, {stripe_payment_intent: 'pi_neverMade'}),
  ]);

  const [first] = answers;
  assert.deepEqual(answers, [first, first, first]);
  assert.deepEqual([first?.status, first?.answer.status], [400, 'error']);
  assert.equal(shop.calls.length, calls);
});
