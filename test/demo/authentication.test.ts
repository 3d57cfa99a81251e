import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  answerBank,
  bankOf,
  cards,
  chargesFor,
  get,
  order,
  pay,
  payInPage,
  post,
  startShop,
  token,
  type RunningShop,
} from './shop.js';
import type {Order} from '../../demo/shop/orders/order.js';

const statusOf = async (shop: RunningShop, {id}: Order) => (await shop.orders.find(id))?.status;

/** Pays by navigating, with a card whose bank asks. Gives the bank's address. */
async function payAway(shop: RunningShop, bought: Order, number: string = cards.asks) {
  const response = await pay(shop, bought, await token(shop, number));
  assert.equal(response.status, 303);
  return response.headers.get('location') ?? '';
}

/** Pays in the page, with a card whose bank asks. Gives the client secret. */
async function payHere(shop: RunningShop, bought: Order, number: string = cards.asks) {
  const {status, answer} = await payInPage(shop, bought, {
    stripe_token: await token(shop, number),
  });
  assert.equal(status, 200);
  assert.ok(answer.status === 'action_required');
  return answer.client_secret;
}

/** Posts the form again, as the page does after Stripe.js has asked. */
function postIntent(shop: RunningShop, bought: Order, clientSecret: string) {
  const [id = ''] = clientSecret.split('_secret_');
  return payInPage(shop, bought, {stripe_payment_intent: id});
}

test('away: the bank is asked on its own page, says yes, and the way back ends at the receipt', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  const bank = await payAway(shop, bought);
  assert.ok(bank.startsWith(shop.sandbox.origin));
  assert.equal(await statusOf(shop, bought), 'action');
  const back = await answerBank(bank, 'complete');

  const url = new URL(back);
  assert.equal(url.origin + url.pathname, `${shop.origin}/orders/${bought.id}/return`);
  const returned = await get(shop, url.pathname + url.search);
  // Nothing of the bank's address stays.
  assert.equal(returned.headers.get('location'), `/orders/${bought.id}`);
  assert.match(await (await get(shop, `/orders/${bought.id}`)).text(), /Thank you/);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('away: the bank says no: another card is asked for, and pays', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  const {pathname, search} = new URL(await answerBank(await payAway(shop, bought), 'fail'));
  const returned = await get(shop, pathname + search);
  assert.equal(returned.headers.get('location'), `/orders/${bought.id}/declined`);
  const page = await (await get(shop, `/orders/${bought.id}/declined`)).text();
  assert.match(page, /Your bank did not confirm this payment/);

  assert.equal((await pay(shop, bought, await token(shop))).status, 303);
  assert.equal(await statusOf(shop, bought), 'paid');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('away: asked, confirmed and declined all the same', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  const bank = await payAway(shop, bought, cards.asksAndIsDeclined);
  const {pathname} = new URL(await answerBank(bank, 'complete'));
  const returned = await get(shop, pathname);

  assert.equal(returned.headers.get('location'), `/orders/${bought.id}/declined`);
  assert.equal(await statusOf(shop, bought), 'open');
});

test('away: a customer who comes back without an answer may go on, or take another card', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const bank = await payAway(shop, bought);

  const page = await (await get(shop, `/orders/${bought.id}`)).text();
  assert.match(page, /Your bank has a question/);
  assert.doesNotMatch(page, /<pay-button/);
  const goOn = await post(shop, `/orders/${bought.id}/check`);
  assert.equal(goOn.headers.get('location'), bank);

  await post(shop, `/orders/${bought.id}/leave`);
  assert.equal(await statusOf(shop, bought), 'open');
  // Too late.
  await answerBank(bank, 'complete');
  assert.equal((await pay(shop, bought, await token(shop))).status, 303);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('away: the answer to the way back is not taken from its address', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  await payAway(shop, bought);

  await get(shop, `/orders/${bought.id}/return?redirect_status=succeeded&payment_intent=pi_a`);

  assert.equal(await statusOf(shop, bought), 'action');
});

test('here: the page has the bank ask, posts the form again, and is told where to go', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  const clientSecret = await payHere(shop, bought);
  assert.match(clientSecret, /^pi_\w+_secret_\w+$/);
  assert.equal((await postIntent(shop, bought, clientSecret)).answer.status, 'action_required');
  await answerBank(await bankOf(shop, clientSecret), 'complete');

  const done = {status: 200, answer: {status: 'done', location: `/orders/${bought.id}`}};
  assert.deepEqual(await postIntent(shop, bought, clientSecret), done);
  assert.deepEqual(await postIntent(shop, bought, clientSecret), done);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('here: the bank says no: refused, again when it is asked again, and another card pays', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const clientSecret = await payHere(shop, bought);
  await answerBank(await bankOf(shop, clientSecret), 'fail');

  for (let time = 1; time <= 2; time++) {
    const {status, answer} = await postIntent(shop, bought, clientSecret);
    assert.equal(status, 402);
    assert.ok(answer.status === 'refused');
    assert.equal(answer.code, 'payment_intent_authentication_failure');
  }
  const paid = await payInPage(shop, bought, {stripe_token: await token(shop)});
  assert.equal(paid.answer.status, 'done');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('here: another card while the bank is waiting: the first can be paid no more', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const clientSecret = await payHere(shop, bought);
  const bank = await bankOf(shop, clientSecret);

  const paid = await payInPage(shop, bought, {stripe_token: await token(shop)});
  await answerBank(bank, 'complete');

  assert.equal(paid.answer.status, 'done');
  const [intent = ''] = clientSecret.split('_secret_');
  assert.equal((await shop.stripe.paymentIntents.retrieve(intent)).status, 'canceled');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('here: another card after the first was paid, unheard: the order is paid, once', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const clientSecret = await payHere(shop, bought);
  await answerBank(await bankOf(shop, clientSecret), 'complete');

  const again = await payInPage(shop, bought, {stripe_token: await token(shop)});

  assert.equal(again.answer.status, 'done');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('here: the browser pays a refused intent with another card: it was canceled before', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const clientSecret = await payHere(shop, bought);
  await answerBank(await bankOf(shop, clientSecret), 'fail');
  await postIntent(shop, bought, clientSecret);

  const [intent = ''] = clientSecret.split('_secret_');
  const body = new URLSearchParams({
    key: 'pk_test_sandbox',
    client_secret: clientSecret,
    payment_method: 'pm_card_visa',
  });
  const url = `${shop.sandbox.origin}/v1/payment_intents/${intent}/confirm`;
  const confirmed = await fetch(url, {method: 'POST', body});

  assert.equal(confirmed.status, 400);
  assert.equal((await chargesFor(shop, bought)).length, 0);
});

test('here: the same form posted twice asks the same question', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const fields = {stripe_token: await token(shop, cards.asks)};

  const [first, second] = [
    await payInPage(shop, bought, fields),
    await payInPage(shop, bought, fields),
  ];

  assert.equal(first.answer.status, 'action_required');
  assert.deepEqual(first, second);
});

test('here: an intent of another order, or of nobody: 400, and it is not asked for', async t => {
  const shop = await startShop(t);
  const mine = await order(shop);
  const clientSecret = await payHere(shop, await order(shop));
  const cheap = await shop.stripe.paymentIntents.create({
    amount: 100,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_visa',
    automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
    metadata: {order_id: mine.id, attempt: '1'},
  });
  const before = shop.calls.length;

  for (const intent of [clientSecret, `${cheap.id}_secret_a`]) {
    const {status, answer} = await postIntent(shop, mine, intent);
    assert.deepEqual([status, answer.status], [400, 'error']);
  }
  assert.equal(shop.calls.length, before);
  assert.equal(await statusOf(shop, mine), 'open');
});

test('here: when Stripe cannot be asked, nobody knows, and nothing is lost', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const clientSecret = await payHere(shop, bought);
  await answerBank(await bankOf(shop, clientSecret), 'complete');
  shop.wire = () => Promise.reject(new TypeError('connection lost'));

  const lost = await postIntent(shop, bought, clientSecret);
  const other = await payInPage(shop, bought, {stripe_token: await token(shop)});
  shop.wire = (_path, send) => send();

  const unknown = {status: 202, answer: {status: 'unknown', location: `/orders/${bought.id}`}};
  assert.deepEqual([lost, other], [unknown, unknown]);
  assert.equal((await postIntent(shop, bought, clientSecret)).answer.status, 'done');
  assert.equal((await chargesFor(shop, bought)).length, 1);
});
