import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import type {Order} from '../../demo/shop/orders/order.js';
import {order, pay, post, startShop, token, visit, type RunningShop, type Visitor} from './shop.js';
import {losingAnswers} from './stripe-client.js';

/** More requests than any of the limits. */
const tooMany = 250;

/** The posts that a customer may make, and how often at least: shared addresses have many customers. */
const posts: Record<string, {enough: number; path: (order: Order) => string; fields?: object}> = {
  '/orders': {enough: 100, path: () => '/orders', fields: {product: 'widget'}},
  '/check': {enough: 20, path: ({id}) => `/orders/${id}/check`},
  '/reuse': {enough: 10, path: () => '/reuse', fields: {experiment: 'none'}},
};

for (const [name, {enough, path, fields = {}}] of Object.entries(posts)) {
  const send = (shop: RunningShop, bought: Order, visitor?: Visitor, accept = 'text/html') =>
    post(shop, path(bought), {...fields}, {headers: {accept}, ...(visitor && {visitor})});

  test(`${name}: 429 for one customer after some, by the address as well, and not for ever`, async t => {
    mock.timers.enable({apis: ['Date'], now: Date.now()});
    t.after(() => mock.timers.reset());
    const shop = await startShop(t);
    const bought = await order(shop);
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length < tooMany) {
      statuses.push((await send(shop, bought)).status);
    }

    assert.equal(statuses.at(-1), 429);
    assert.ok(statuses.length > enough, `${statuses.length} requests`);
    const page = await send(shop, bought);
    const wait = Number(page.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= 3600, `${wait} s`);
    assert.match(await page.text(), /Too many requests/);
    assert.equal((await send(shop, bought, await visit(shop))).status, 429);
    mock.timers.tick(wait * 1000);
    assert.notEqual((await send(shop, bought)).status, 429);
  });
}

test('/check for an order that nobody knows of: 429 says so, and not that nothing was charged', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = losingAnswers('/v1/payment_intents');
  await pay(shop, bought, await token(shop));
  const check = (accept: string) =>
    post(shop, `/orders/${bought.id}/check`, {}, {headers: {accept}});
  for (let time = 1; time <= tooMany; time++) if ((await check('text/html')).status === 429) break;
  const calls = shop.calls.length;

  const [page, json] = [await check('text/html'), await check('application/json')];

  assert.deepEqual([page.status, json.status], [429, 429]);
  const text = await page.text();
  assert.doesNotMatch(text, /charged/);
  assert.ok(text.includes(`href="/orders/${bought.id}"`));
  assert.deepEqual(await json.json(), {status: 'unknown', location: `/orders/${bought.id}`});
  assert.equal(shop.calls.length, calls);
});

test('whoever changes the address is known by the session', async t => {
  const origin = 'https://shop.example';
  const shop = await startShop(t, {change: parts => ({...parts, origin})});
  const from = (line: number) => ({
    headers: {origin, 'x-forwarded-for': `2001:db8:${line.toString(16)}::1`},
  });
  const statuses = new Set<number>();
  for (let line = 1; line <= tooMany; line++) {
    statuses.add((await post(shop, '/orders', {product: 'widget'}, from(line))).status);
  }

  assert.deepEqual([...statuses], [303, 429]);
});
