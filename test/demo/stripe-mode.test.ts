import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {createShop} from '../../demo/shop/app.js';
import {Orders} from '../../demo/shop/orders.js';
import {stripeProvider} from '../../demo/shop/provider.js';
import {listen, visit} from './shop.js';

type Mode = 'test' | 'live';

/** The page of an open order in a shop that charges at Stripe. No request goes there. */
async function payPage(t: TestContext, mode: Mode): Promise<Response> {
  const orders = await Orders.open(':memory:');
  t.after(() => orders.close());
  const provider = stripeProvider({
    secret: `sk_${mode}_abc123`,
    publishable: `pk_${mode}_abc123`,
  });
  const origin = await listen(t, createShop({provider, orders, log: () => {}}));
  const visitor = await visit({origin});
  const headers = {cookie: visitor.cookie};
  const body = new URLSearchParams({csrf: visitor.csrf, product: 'widget'});
  const ordered = await fetch(`${origin}/orders`, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
  });
  return fetch(origin + ordered.headers.get('location'), {headers});
}

test('the button loads Stripe.js itself, which the policy admits', async t => {
  const response = await payPage(t, 'test');
  const page = await response.text();

  assert.deepEqual(page.match(/<script.*?>/g), ['<script src="/pay-button.js" async>']);
  assert.ok(page.includes('data-key="pk_test_abc123"'));
  assert.doesNotMatch(page, /sk_|sandbox/);
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.ok(policy.includes("script-src 'self' https://js.stripe.com https://*.js.stripe.com;"));
  assert.ok(policy.includes("connect-src 'self' https://api.stripe.com;"));
});

test('cards to try are shown in test mode only', async t => {
  const inTest = await (await payPage(t, 'test')).text();
  const live = await (await payPage(t, 'live')).text();

  assert.match(inTest, /Test mode at Stripe/);
  assert.doesNotMatch(live, /Test mode|4242/);
});
