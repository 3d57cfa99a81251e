import assert from 'node:assert/strict';
import {test} from 'node:test';
import {get, order, pay, post, startShop, token, chargesFor} from './shop.js';

test('buying writes an open order with the price of the shop', async t => {
  const shop = await startShop(t);

  const response = await post(shop, '/orders', {product: 'widget', amount: '1'});

  assert.equal(response.status, 303);
  const path = response.headers.get('location') ?? '';
  const written = await shop.orders.find(path.replace('/orders/', ''));
  assert.equal(written?.status, 'open');
  assert.equal(written.product.amount, 999);
  assert.equal(written.product.currency, 'jpy');
});

test('buying what the shop does not sell is refused', async t => {
  const shop = await startShop(t);

  assert.equal((await post(shop, '/orders', {product: 'yacht'})).status, 400);
  assert.equal((await post(shop, '/orders')).status, 400);
});

test('an open order shows the button with the amount of the order', async t => {
  const shop = await startShop(t);
  const {id} = await order(shop);

  const page = await (await get(shop, `/orders/${id}`)).text();

  assert.match(
    page,
    new RegExp(`<form class="actions" action="/orders/${id}/charge" method="post">`),
  );
  for (const attribute of [
    'data-key="pk_test_sandbox"',
    'data-amount="999"',
    'data-currency="jpy"',
    'data-name="eee"',
    'data-description="Widget"',
  ]) {
    assert.ok(page.includes(attribute), attribute);
  }
  const standIn = page.indexOf('/endive/stripe.js');
  assert.ok(standIn > 0 && standIn < page.indexOf('src="/pay-button.js" async'));
});

test('a token pays the order, and the receipt shows the ids of this payment', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const spent = await token(shop);

  const response = await pay(shop, bought, spent, {stripe_email: 'ada@example.com'});

  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), `/orders/${bought.id}`);
  const [charge, ...others] = await chargesFor(shop, bought);
  assert.ok(charge);
  assert.deepEqual(others, []);
  assert.equal(charge.amount, 999);
  assert.equal(charge.currency, 'jpy');

  const customer = await shop.stripe.customers.retrieve(idOf(charge.customer));
  assert.ok(!customer.deleted);
  assert.equal(customer.email, 'ada@example.com');
  assert.equal(charge.metadata.order_id, bought.id);

  const receipt = await (await get(shop, `/orders/${bought.id}`)).text();
  const steps = receipt.split('<li>').slice(1);
  assert.equal(steps.length, 6);
  assert.ok(steps[2]?.includes(spent));
  assert.ok(steps[3]?.includes(spent));
  assert.ok(steps[4]?.includes(charge.id));
  assert.ok(steps[4]?.includes(idOf(charge.payment_intent)));
  assert.ok(steps[5]?.includes(customer.id));
  assert.ok(steps[5]?.includes(bought.id));
});

test('an e-mail address is not needed', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);

  const response = await pay(shop, bought, await token(shop), {stripe_email: ''});

  assert.equal(response.status, 303);
  assert.equal((await shop.orders.payment(bought)).email, null);
});

test('52. what else stands in the form changes nothing', async t => {
  const shop = await startShop(t);
  const bought = await order(shop, 'espresso');

  await pay(shop, bought, await token(shop), {
    amount: '1',
    currency: 'jpy',
    customer: 'cus_someone_else',
    description: 'free',
    'source[number]': '4242424242424242',
    ['__proto__']: 'x',
    'constructor[prototype][amount]': '1',
  });

  const [charge] = await chargesFor(shop, bought);
  assert.equal(charge?.amount, 1290);
  assert.equal(charge.currency, 'eur');
  assert.equal(charge.description, 'House espresso');
});

test('the log holds a line for each request, and neither token nor key nor e-mail', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const spent = await token(shop);
  await pay(shop, bought, spent, {stripe_email: 'ada@example.com'});
  await get(shop, `/orders/${bought.id}?token=${spent}`);
  await pay(shop, await order(shop), spent);

  const log = shop.log.join('\n');

  assert.match(log, /POST \/orders\/[-\w]+\/charge 303 \d+ ms/);
  assert.match(log, /token_already_used/);
  assert.doesNotMatch(log, /tok_|sk_|pk_|@/);
});

/** The id of what Stripe gives as an id or, where it is expanded, as an object. */
function idOf(reference: string | {id: string} | null): string {
  assert.ok(reference);
  return typeof reference === 'string' ? reference : reference.id;
}
