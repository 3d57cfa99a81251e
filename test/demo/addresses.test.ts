import assert from 'node:assert/strict';
import {test} from 'node:test';
import {get, order, startShop} from './shop.js';

test('the front shows every product with its price', async t => {
  const shop = await startShop(t);

  const page = await (await get(shop, '/')).text();

  for (const text of ['eee', '¥999', 'House espresso', '€12.90', '€24.00', '$18.00']) {
    assert.ok(page.includes(text), text);
  }
});

test('what a page links to is there', async t => {
  const shop = await startShop(t);
  const {id} = await order(shop);
  const pages = await Promise.all(
    ['/', `/orders/${id}`].map(async path => (await get(shop, path)).text()),
  );

  const links = new Set(pages.join().match(/(?<=(src|href|data-image)=")\/[^"]+/g));

  assert.ok(links.has('/pay-button.js') && links.has('/images/widget.svg'));
  for (const link of links) assert.equal((await get(shop, link)).status, 200, link);
});

test('unknown addresses and orders: 404', async t => {
  const shop = await startShop(t);

  for (const path of ['/nothing', '/orders/nothing', '/orders/nothing/else']) {
    assert.equal((await get(shop, path)).status, 404, path);
  }
});

test('58. addresses that take a form only: 405', async t => {
  const shop = await startShop(t);
  const {id} = await order(shop);

  for (const path of ['/orders', `/orders/${id}/charge`, `/orders/${id}/check`, '/cards/remove']) {
    const response = await get(shop, path);
    assert.equal(response.status, 405, path);
    assert.equal(response.headers.get('allow'), 'POST');
  }
});

test('an address that cannot be read: 400', async t => {
  const shop = await startShop(t);

  assert.equal((await get(shop, '/orders/%zz')).status, 400);
});

test('an order is kept by no cache', async t => {
  const shop = await startShop(t);
  const {id} = await order(shop);

  for (const path of [`/orders/${id}`, '/orders/nothing']) {
    assert.equal((await get(shop, path)).headers.get('cache-control'), 'no-store', path);
  }
});

test('26. every answer carries a strict policy, and may be framed by nobody', async t => {
  const shop = await startShop(t);

  for (const path of ['/', '/shop.css', '/nothing']) {
    const {headers} = await get(shop, path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self' http:\/\/localhost:\d+;/);
    assert.match(policy, /style-src 'self';/);
    assert.match(
      policy,
      /form-action 'self' http:\/\/localhost:\d+; base-uri 'none'; object-src 'none'; frame-ancestors 'none'/,
    );
    assert.doesNotMatch(policy, /unsafe|stripe\.com/);
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
    assert.equal(headers.get('x-powered-by'), null);
  }
});
