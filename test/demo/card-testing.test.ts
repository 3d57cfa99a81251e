import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {createClient} from '@libsql/client';
import type {Order} from '../../demo/shop/orders/order.js';
import {
  cards,
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

const refusalLimit = 5;

/** Milliseconds. */
const refusalWindow = 60 * 60 * 1000;

/** A shop whose clock stands still until it is set. */
async function startWithClock(t: TestContext) {
  const clock = {now: Date.now()};
  const shop = await startShop(t, {now: () => clock.now});
  return {shop, clock};
}

/** Has so many cards refused, for one order. */
async function tryCards(shop: RunningShop, bought: Order, count = refusalLimit): Promise<void> {
  for (let tried = 0; tried < count; tried++) {
    const {status} = await pay(shop, bought, await token(shop, cards.declined));
    assert.equal(status, 402);
  }
}

test('66. the sixth refusal of one session: 429, and Stripe is not called', async t => {
  const {shop, clock} = await startWithClock(t);
  const bought = await order(shop);
  await tryCards(shop, bought);
  clock.now += 1000;
  const before = shop.calls.length;

  const good = await token(shop);
  const page = await pay(shop, bought, good);
  const json = await payInPage(shop, await order(shop), {stripe_token: good});

  assert.deepEqual([page.status, json.status, json.answer.status], [429, 429, 'error']);
  assert.equal(page.headers.get('retry-after'), String(refusalWindow / 1000 - 1));
  assert.match(await page.text(), /Too many cards were refused/);
  assert.equal(shop.calls.length, before);
  assert.equal((await shop.orders.find(bought.id))?.status, 'open');
});

test('66. after the window the same customer pays', async t => {
  const {shop, clock} = await startWithClock(t);
  const bought = await order(shop);
  await tryCards(shop, bought);

  clock.now += refusalWindow - 1;
  assert.equal((await pay(shop, bought, await token(shop))).status, 429);
  clock.now += 1;
  assert.equal((await pay(shop, bought, await token(shop))).status, 303);
});

test('66. whoever throws the cookie away is known by the address', async t => {
  const {shop} = await startWithClock(t);
  await tryCards(shop, await order(shop));

  const visitor = await visit(shop);
  const bought = await order(shop, 'widget', visitor);

  assert.equal((await pay(shop, bought, await token(shop), {}, {visitor})).status, 429);
});

test('66. whoever changes the address is known by the session; others pay meanwhile', async t => {
  const {shop} = await startWithClock(t);
  const here = {origin: 'https://shop.example'};
  const proxied = await startShop(t, {change: parts => ({...parts, ...here, orders: shop.orders})});
  const visitor = await visit(proxied);
  const from = (address: string) => ({
    visitor,
    headers: {origin: here.origin, 'x-forwarded-for': address},
  });
  const bought = await post(proxied, '/orders', {product: 'widget'}, from('2001:db8:1::1'));
  const path = bought.headers.get('location') ?? '';
  const statuses: number[] = [];
  for (let line = 0; line <= refusalLimit; line++) {
    const stripe_token = await token(proxied, cards.declined);
    const sender = from(`2001:db8:${line}::1`);
    statuses.push((await post(proxied, `${path}/charge`, {stripe_token}, sender)).status);
  }

  assert.deepEqual(statuses, [...Array.from({length: refusalLimit}, () => 402), 429]);
  assert.equal((await pay(shop, await order(shop), await token(shop))).status, 303);
});

test('66. a hundred cards at once: no more than the limit reach Stripe', async t => {
  const {shop} = await startWithClock(t);
  const bought = await Promise.all(Array.from({length: 100}, () => order(shop)));
  const tokens = await Promise.all(bought.map(() => token(shop, cards.declined)));

  const responses = await Promise.all(bought.map((each, at) => pay(shop, each, tokens[at] ?? '')));

  const tried = shop.calls.filter(({path}) => path === '/v1/payment_intents').length;
  assert.ok(tried <= refusalLimit, String(tried));
  assert.deepEqual([...new Set(responses.map(({status}) => status))].toSorted(), [402, 429]);
});

test('66. payments are not counted: a customer may buy as often as they like', async t => {
  const {shop} = await startWithClock(t);

  for (let bought = 0; bought <= refusalLimit; bought++) {
    assert.equal((await pay(shop, await order(shop), await token(shop))).status, 303);
  }
});

test('66. a shop whose keys Stripe does not take counts nobody’s cards', async t => {
  const {shop} = await startWithClock(t);
  const bought = await order(shop);
  shop.wire = () =>
    Promise.resolve(Response.json({error: {type: 'invalid_request_error'}}, {status: 401}));
  for (let tried = 0; tried <= refusalLimit; tried++) {
    assert.equal((await pay(shop, bought, await token(shop))).status, 503);
  }
  shop.wire = (_path, send) => send();

  assert.equal((await pay(shop, bought, await token(shop))).status, 303);
});

test('66. a stolen card is told from no other', async t => {
  const {shop} = await startWithClock(t);

  const {answer} = await payInPage(shop, await order(shop), {
    stripe_token: await token(shop, cards.stolen),
  });

  assert.deepEqual(answer, {
    status: 'refused',
    code: 'card_declined',
    message: 'This card was declined.',
  });
});

test('66. afterwards no card, token or key is in the log or the database', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  t.after(() => rm(folder, {recursive: true}));
  const url = `file:${join(folder, 'shop.db')}`;
  const shop = await startShop(t, {url, webhooks: true});
  const bought = await order(shop);
  await tryCards(shop, bought, 3);
  await pay(shop, bought, 'tok_neverMade', {stripe_email: 'ada@example.com'});
  await get(shop, `/orders/${bought.id}?token=tok_neverMade`);
  await get(shop, '/orders/4242424242424242');
  await post(shop, '/orders/tok_neverMade/charge', {stripe_token: 'tok_neverMade'});
  await post(shop, '/webhooks/stripe', {id: 'tok_neverMade'});

  const database = await contentsOf(url);
  const log = shop.log.join('\n');

  assert.ok(database.includes(bought.id) && database.includes('card_declined'));
  assert.match(log, /POST \/orders\/[-\w]+\/charge 402/);
  assert.doesNotMatch(log, /tok_|pm_|[sprk]k_(?:test|live)|whsec_|_secret_|\d{13,19}|@/);
  for (const number of Object.values(cards)) assert.ok(!database.includes(number), number);
  assert.doesNotMatch(database, /tok_|[sr]k_(?:test|live)|whsec_|_secret_/);
});

test('66. the log keeps an order’s id, whose digits may look like a card’s number', async t => {
  const {shop} = await startWithClock(t);

  await get(shop, '/orders/90149694-ee12-4242-8242-424242fc6a76');
  await get(shop, '/orders/4242-4242-4242-4242');

  assert.deepEqual(
    shop.log.slice(-2).map(line => line.split(' ')[1]),
    ['/orders/90149694-ee12-4242-8242-424242fc6a76', '/orders/[hidden]'],
  );
});

/** Every row of every table. */
async function contentsOf(url: string): Promise<string> {
  const client = createClient({url});
  const {rows: tables} = await client.execute(
    `SELECT name FROM sqlite_master WHERE type = 'table'`,
  );
  const contents = await Promise.all(
    tables.map(async ({name}) => (await client.execute(`SELECT * FROM ${name as string}`)).rows),
  );
  client.close();
  return JSON.stringify(contents);
}
