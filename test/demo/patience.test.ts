import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {patience} from '../../demo/shop/charging/patience.js';
import {sandboxProvider, stripeProvider} from '../../demo/shop/provider.js';
import {
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

/** Milliseconds that a customer may have to wait, whatever the provider does. */
const longest = 25_000;

/** Lets no request to Stripe go on. Returns what tells of the next one, and what lets all go on. */
function hold(t: TestContext, shop: RunningShop) {
  let tellReached = () => {};
  let goOn = () => {};
  const reached = new Promise<void>(resolve => {
    tellReached = resolve;
  });
  const gate = new Promise<void>(resolve => {
    goOn = resolve;
  });
  t.after(goOn);
  shop.wire = async (_path, send) => {
    tellReached();
    await gate;
    return send();
  };
  return {reached, goOn};
}

/** Holds the timer of a customer’s patience, and no other. Returns what has its time pass. */
function holdPatience(t: TestContext): () => void {
  const {setTimeout} = globalThis;
  let passTime = () => {};
  const held = (act: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
    if (delay !== patience) return setTimeout(act, delay, ...args);
    passTime = act;
    return setTimeout(() => {
      // In its place.
    });
  };
  t.mock.method(globalThis, 'setTimeout', held as typeof setTimeout);
  return () => passTime();
}

test('a silent provider: the customer is told that nobody knows, and the payment goes on', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const credential = await token(shop);
  const {reached, goOn} = hold(t, shop);
  const heard = shop.nextLine(/too late for its customer/);

  const passTime = holdPatience(t);

  const paying = payInPage(shop, bought, {stripe_token: credential});
  await reached;
  passTime();

  assert.deepEqual(await paying, {
    status: 202,
    answer: {status: 'unknown', location: `/orders/${bought.id}`},
  });
  goOn();
  assert.equal(await heard, `order ${bought.id}: paid, too late for its customer`);
  assert.equal((await chargesFor(shop, bought)).length, 1);
  assert.match(await (await get(shop, `/orders/${bought.id}`)).text(), /Thank you/);
});

for (const [name, ask] of Object.entries({
  check: (shop: RunningShop, path: string) => post(shop, `${path}/check`),
  leave: (shop: RunningShop, path: string) => post(shop, `${path}/leave`),
  'the way back from the bank': (shop: RunningShop, path: string) => get(shop, `${path}/return`),
})) {
  test(`a silent provider, ${name}: answered in time`, async t => {
    const shop = await startShop(t);
    const bought = await order(shop);
    await pay(shop, bought, await token(shop, cards.asks));
    const {reached} = hold(t, shop);

    const passTime = holdPatience(t);

    const asking = ask(shop, `/orders/${bought.id}`);
    await reached;
    passTime();

    assert.ok([202, 303].includes((await asking).status));
  });
}

test('one request to a silent provider ends in time, with the retries of the SDK', () => {
  const providers = [
    sandboxProvider('http://127.0.0.1:1'),
    stripeProvider({secret: 'sk_test_a', publishable: 'pk_test_a'}),
  ];

  for (const {stripe} of providers) {
    const tries = stripe.getMaxNetworkRetries() + 1;
    const pauses = (tries - 1) * stripe.getMaxNetworkRetryDelay() * 1000;
    const timeout = Number(stripe.getApiField('timeout'));
    assert.ok(tries * timeout + pauses <= longest, `${tries} times ${timeout} ms`);
  }
  assert.ok(patience <= longest);
});

test('a browser that goes while it is charged: the charge is logged', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const credential = await token(shop);
  const {reached, goOn} = hold(t, shop);
  const gone = shop.nextLine(/the browser has gone/);
  const leaving = new AbortController();

  const paying = fetch(`${shop.origin}/orders/${bought.id}/charge`, {
    method: 'POST',
    headers: {cookie: shop.visitor.cookie},
    body: new URLSearchParams({csrf: shop.visitor.csrf, stripe_token: credential}),
    signal: leaving.signal,
  });
  await reached;
  leaving.abort();
  await assert.rejects(paying);
  assert.match(await gone, /^POST \/orders\/[-\w]+\/charge no answer/);
  const charged = shop.nextLine(/its browser has gone/);
  goOn();

  assert.equal(await charged, `order ${bought.id}: paid, and its browser has gone`);
  assert.equal((await chargesFor(shop, bought)).length, 1);
});
