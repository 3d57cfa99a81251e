import assert from 'node:assert/strict';
import {request} from 'node:http';
import {test} from 'node:test';
import {chargesFor, get, order, pay, post, startShop, token, visit} from './shop.js';

test('53. a price changed in the page: the order’s price is charged', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const fields = {'data-amount': '1', amount: '1', stripe_amount: '1', currency: 'usd'};

  await pay(shop, bought, await token(shop), fields);

  const [charge] = await chargesFor(shop, bought);
  assert.deepEqual([charge?.amount, charge?.currency], [999, 'jpy']);
});

test('54. another session’s order: 404 everywhere, and Stripe is not called', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const visitor = await visit(shop);

  for (const page of ['', '/declined', '/return']) {
    assert.equal((await get(shop, `/orders/${bought.id}${page}`, {visitor})).status, 404, page);
  }
  for (const action of ['charge', 'check', 'leave']) {
    const fields = {stripe_token: await token(shop)};
    const response = await post(shop, `/orders/${bought.id}/${action}`, fields, {visitor});
    assert.equal(response.status, 404, action);
  }
  assert.deepEqual(shop.calls, []);
});

const forgeries: Record<string, {csrf?: string; headers?: Record<string, string>}> = {
  'no proof': {csrf: ''},
  'a proof of the same length': {csrf: 'a'.repeat(64)},
  'another site, by its headers': {headers: {'sec-fetch-site': 'cross-site'}},
  'a neighbouring site': {headers: {'sec-fetch-site': 'same-site'}},
  'another origin': {headers: {origin: 'https://evil.example'}},
  'a hidden origin': {headers: {origin: 'null'}},
  'no cookie': {headers: {cookie: ''}},
  'another’s cookie': {headers: {cookie: `session=${'a'.repeat(64)}`}},
};

for (const [name, {csrf, headers = {}}] of Object.entries(forgeries)) {
  test(`56. a form with ${name}: 403, and Stripe is not called`, async t => {
    const shop = await startShop(t);
    const bought = await order(shop);
    const proof = {csrf: csrf ?? shop.visitor.csrf};

    const response = await pay(shop, bought, await token(shop), proof, {headers});

    assert.equal(response.status, 403);
    assert.deepEqual(shop.calls, []);
  });
}

test('56. another session’s proof: 403', async t => {
  const shop = await startShop(t);
  const {csrf} = await visit(shop);
  const bought = await order(shop);

  assert.equal((await pay(shop, bought, await token(shop), {csrf})).status, 403);
  assert.deepEqual(shop.calls, []);
});

test('56. a form from our own pages, as browsers send it: charged', async t => {
  const shop = await startShop(t);
  const headers = {'sec-fetch-site': 'same-origin', origin: shop.origin};

  const response = await pay(shop, await order(shop), await token(shop), {}, {headers});

  assert.equal(response.status, 303);
});

test('56. the session’s cookie is out of scripts’ and other sites’ reach', async t => {
  const shop = await startShop(t);
  const [cookie = ''] = (await fetch(shop.origin)).headers.getSetCookie();

  assert.match(cookie, /^session=[\da-f]{64}; Max-Age=\d+; Path=\/;.* HttpOnly; SameSite=Lax$/);
  assert.equal((await get(shop, '/')).headers.getSetCookie().length, 0);
});

test('56. under https, the cookie is the host’s own and secure', async t => {
  const origin = 'https://shop.example';
  const shop = await startShop(t, {change: parts => ({...parts, origin})});
  const {headers} = await fetch(shop.origin);
  const [cookie = ''] = headers.getSetCookie();

  assert.match(cookie, /^__Host-session=[\da-f]{64}; .*Path=\/;.* HttpOnly; Secure; SameSite=Lax$/);
  assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}/);
});

const places = [
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '%0d%0aLocation: //evil',
];

test('57. a place to return to, in the form or the address: ignored', async t => {
  const shop = await startShop(t);
  for (const place of places) {
    const bought = await order(shop);
    const query = `?return_url=${encodeURIComponent(place)}&redirect_status=succeeded`;
    const fields = {stripe_token: await token(shop), return_url: place, location: place};
    const paid = await post(shop, `/orders/${bought.id}/charge${query}`, fields);
    const back = await get(shop, `/orders/${bought.id}/return${query}`);

    assert.equal(paid.headers.get('location'), `/orders/${bought.id}`);
    assert.equal(back.headers.get('location'), `/orders/${bought.id}`);
  }
});

test('57. by another name than the shop’s own: 400, and no bank sends anybody there', async t => {
  const shop = await startShop(t);
  const {port} = new URL(shop.origin);
  const statusBy = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({host: '127.0.0.1', port, headers: {host}}, response => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  for (const host of ['evil.example', `localhost.evil.example:${port}`, 'localhost@evil.example']) {
    assert.equal(await statusBy(host), 400, host);
  }
  for (const host of [`localhost:${port}`, `shop.localhost:${port}`, `127.0.0.1:${port}`]) {
    assert.equal(await statusBy(host), 200, host);
  }
});
