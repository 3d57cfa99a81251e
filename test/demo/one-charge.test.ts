import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chargesFor, order, pay, startShop, token, visit, type RunningShop} from './shop.js';

const many = 50;

test('60. the same order and token, fifty times at once: one charge, and nobody sees an error', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const spent = await token(shop);

  const responses = await Promise.all(Array.from({length: many}, () => pay(shop, bought, spent)));

  assert.equal((await chargesFor(shop, bought)).length, 1);
  assert.deepEqual(
    responses.filter(({status}) => status !== 303 && status !== 409),
    [],
  );
  assert.equal(calls(shop, '/v1/payment_intents'), 1);
  assert.equal((await shop.orders.find(bought.id))?.status, 'paid');
});

test('62. two tokens, one order: while the first is under way, the second is told to wait', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const [first, second] = [await token(shop), await token(shop)];
  const atStripe = gate();
  const mayGoOn = gate();
  shop.wire = async (path, send) => {
    if (path === '/v1/payment_intents') {
      shop.wire = (_path, sendOther) => sendOther();
      atStripe.open();
      await mayGoOn.opened;
    }
    return send();
  };

  const paying = pay(shop, bought, first);
  await atStripe.opened;
  const other = await pay(shop, bought, second);
  mayGoOn.open();

  assert.equal(other.status, 409);
  assert.match(await other.text(), /Please do not pay again/);
  assert.equal((await paying).status, 303);
  assert.equal((await shop.orders.payment(bought)).means.id, first);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('54. a paid order posted again: the receipt, and Stripe is not called', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  await pay(shop, bought, await token(shop));
  const before = shop.calls.length;

  const again = await pay(shop, bought, await token(shop));

  assert.equal(again.status, 303);
  assert.equal(again.headers.get('location'), `/orders/${bought.id}`);
  assert.equal(shop.calls.length, before);
});

test('61. one token for fifty orders pays one of them', async t => {
  const shop = await startShop(t);
  const spent = await token(shop);
  // One browser and address is not let try so often: these are many people's, with one token.
  const visitors = await Promise.all(Array.from({length: many}, () => visit(shop)));
  const bought = await Promise.all(visitors.map(visitor => order(shop, 'widget', visitor)));
  const begin = shop.orders.beginAttempt.bind(shop.orders);
  let line = 0;
  shop.orders.beginAttempt = (each, wish) => begin(each, {...wish, address: `line ${line++}`});

  await Promise.all(bought.map((each, at) => pay(shop, each, spent, {}, {visitor: visitors[at]})));

  const after = await Promise.all(bought.map(({id}) => shop.orders.find(id)));
  assert.deepEqual([...new Set(after.map(each => each?.status))].toSorted(), ['open', 'paid']);
  assert.equal(after.filter(each => each?.status === 'paid').length, 1);
  const {data} = await shop.stripe.charges.list({limit: 100});
  assert.equal(data.filter(({status}) => status === 'succeeded').length, 1);
});

test('62. two tokens, one order, at once: one charge', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const tokens = [await token(shop), await token(shop)];

  const responses = await Promise.all(tokens.map(each => pay(shop, bought, each)));

  assert.deepEqual(responses.map(({status}) => status).toSorted(), [303, 409]);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

function calls(shop: RunningShop, path: string): number {
  return shop.calls.filter(call => call.path === path).length;
}

/** Something to wait for until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return {opened, open};
}
