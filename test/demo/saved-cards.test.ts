import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  answerBank,
  cards,
  chargesFor,
  get,
  order,
  pay,
  payInPage,
  post,
  startShop,
  token,
  visit,
  type RunningShop,
} from './shop.js';

const saveIt = {save: 'yes', stripe_email: 'ada@example.com'};

/** Pays an order with a card that the shop is to keep. */
async function keepCard(shop: RunningShop, number: string = cards.good): Promise<string> {
  const bought = await order(shop);
  const response = await pay(shop, bought, await token(shop, number), saveIt);
  const location = response.headers.get('location') ?? '';
  if (location.startsWith(shop.sandbox.origin)) {
    const {pathname} = new URL(await answerBank(location, 'complete'));
    await get(shop, pathname);
  }
  const [card] = await shop.orders.customers.savedCards(bought.session);
  assert.ok(card);
  return card.id;
}

test('a card is kept where the customer wants it, and pays a later order without being typed', async t => {
  const shop = await startShop(t);
  const saved_card = await keepCard(shop);
  const bought = await order(shop, 'espresso');

  const page = await (await get(shop, `/orders/${bought.id}`)).text();
  assert.ok(page.includes(`name="saved_card" value="${saved_card}"`));
  assert.match(page, /Pay €12\.90 with Visa •••• 4242/);
  const paid = await post(shop, `/orders/${bought.id}/charge`, {saved_card});

  assert.equal(paid.status, 303);
  const [charge, ...others] = await chargesFor(shop, bought);
  assert.deepEqual([charge?.amount, charge?.payment_method, others], [1290, saved_card, []]);
  assert.match(await (await get(shop, `/orders/${bought.id}`)).text(), /card that we keep for you/);
});

test('all orders of a session are charged to one customer of Stripe', async t => {
  const shop = await startShop(t);
  await keepCard(shop);
  await pay(shop, await order(shop), await token(shop));

  const {data} = await shop.stripe.charges.list();
  const customers = new Set(data.map(({customer}) => customer));
  assert.equal(data.length, 2);
  assert.equal(customers.size, 1);
  assert.ok(!customers.has(null));
});

test('a card is not kept unless the customer wants it', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  for (const save of ['', 'no', 'on']) await pay(shop, bought, await token(shop), {save});

  assert.deepEqual(await shop.orders.customers.savedCards(bought.session), []);
  const {customer} = await shop.orders.payment(bought);
  assert.deepEqual((await shop.stripe.customers.listPaymentMethods(customer)).data, []);
});

test('a card that is declined is not kept', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  await pay(shop, bought, await token(shop, cards.declined), saveIt);

  assert.deepEqual(await shop.orders.customers.savedCards(bought.session), []);
});

test('another’s saved card: 400, nothing is charged, and Stripe is not called', async t => {
  const shop = await startShop(t);
  const saved_card = await keepCard(shop);
  const visitor = await visit(shop);
  const bought = await order(shop, 'widget', visitor);
  const before = shop.calls.length;

  for (const fields of [{saved_card}, {saved_card: 'pm_card_visa'}]) {
    const {status} = await payInPage(shop, bought, fields, {visitor});
    assert.equal(status, 400);
  }
  assert.equal((await post(shop, '/cards/remove', {saved_card}, {visitor})).status, 404);
  assert.doesNotMatch(await (await get(shop, '/cards', {visitor})).text(), /4242/);
  assert.equal(shop.calls.length, before);
});

test('another’s saved card as a payment method: Stripe refuses it', async t => {
  const shop = await startShop(t);
  const stripe_payment_method = await keepCard(shop);
  const visitor = await visit(shop);
  const bought = await order(shop, 'widget', visitor);

  const {status} = await payInPage(shop, bought, {stripe_payment_method}, {visitor});

  assert.equal(status, 402);
  assert.equal((await chargesFor(shop, bought)).length, 0);
});

test('fifty presses of the button with the saved card: one charge', async t => {
  const shop = await startShop(t);
  const saved_card = await keepCard(shop);
  const bought = await order(shop);

  await Promise.all(
    Array.from({length: 50}, () => post(shop, `/orders/${bought.id}/charge`, {saved_card})),
  );

  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('a saved card whose bank asks each time', async t => {
  const shop = await startShop(t);
  const saved_card = await keepCard(shop, cards.asks);
  const bought = await order(shop);

  const asked = await post(shop, `/orders/${bought.id}/charge`, {saved_card});
  const {pathname} = new URL(await answerBank(asked.headers.get('location') ?? '', 'complete'));
  await get(shop, pathname);

  assert.equal((await shop.orders.find(bought.id))?.status, 'paid');
});

test('a removed card is gone, here and at Stripe', async t => {
  const shop = await startShop(t);
  const saved_card = await keepCard(shop);
  const bought = await order(shop);
  assert.match(await (await get(shop, '/cards')).text(), /Visa •••• 4242/);

  const removed = await post(shop, '/cards/remove', {saved_card});

  assert.equal(removed.headers.get('location'), '/cards');
  assert.doesNotMatch(await (await get(shop, '/cards')).text(), /4242/);
  assert.equal((await shop.stripe.paymentMethods.retrieve(saved_card)).customer, null);
  assert.equal((await payInPage(shop, bought, {saved_card})).status, 400);
});

test('a customer whom Stripe has no more is made anew, and pays', async t => {
  const shop = await startShop(t);
  const saved_card = await keepCard(shop);
  const bought = await order(shop);
  const [first] = (await shop.stripe.customers.list()).data;
  await shop.stripe.customers.del(first?.id ?? '');

  assert.equal((await pay(shop, bought, await token(shop))).status, 303);

  assert.notEqual((await shop.orders.payment(bought)).customer, first?.id);
  assert.equal(await shop.orders.customers.savedCard(bought.session, saved_card), undefined);
});
