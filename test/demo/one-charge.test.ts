import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chargesFor, order, pay, startShop, token, type RunningShop} from './shop.js';

const many = 50;

test('50 posts of one order at once: one charge, and nobody sees an error', async t => {
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
});

test('while a payment is under way, another one is told to wait', async t => {
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
  assert.equal((await shop.orders.payment(bought)).token, first);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('a paid order posted again: the receipt, and Stripe is not called', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  await pay(shop, bought, await token(shop));
  const before = shop.calls.length;

  const again = await pay(shop, bought, await token(shop));

  assert.equal(again.status, 303);
  assert.equal(again.headers.get('location'), `/orders/${bought.id}`);
  assert.equal(shop.calls.length, before);
});

test('one token for many orders pays one of them', async t => {
  const shop = await startShop(t);
  const spent = await token(shop);
  const bought = await Promise.all(Array.from({length: 10}, () => order(shop)));

  await Promise.all(bought.map(each => pay(shop, each, spent)));

  const after = await Promise.all(bought.map(({id}) => shop.orders.find(id)));
  assert.equal(after.filter(each => each?.status === 'paid').length, 1);
  const charges = await Promise.all(bought.map(each => chargesFor(shop, each)));
  assert.equal(charges.flat().length, 1);
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
