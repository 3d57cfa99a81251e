import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {createShop} from '../../demo/shop/app.js';
import {Orders} from '../../demo/shop/orders.js';
import {stripeProvider} from '../../demo/shop/provider.js';
import {get, listen, post, startShop} from './shop.js';

/** The playground, or another page, of a shop that charges at Stripe. No request goes there. */
async function pageAtStripe(
  t: TestContext,
  mode: 'test' | 'live',
  path = '/playground',
): Promise<Response> {
  const orders = await Orders.open(':memory:');
  t.after(() => orders.close());
  const provider = stripeProvider({
    secret: `sk_${mode}_abc123`,
    publishable: `pk_${mode}_abc123`,
  });
  const origin = await listen(t, createShop({provider, orders, log: () => {}}));
  return fetch(origin + path);
}

test('at Stripe it has the merchant’s publishable key, and no script of the sandbox', async t => {
  const text = await (await pageAtStripe(t, 'test')).text();
  assert.ok(text.includes('<pay-button data-key="pk_test_abc123">'));
  assert.match(text, /name="data-key"\s+value="pk_test_abc123"/);
  assert.doesNotMatch(text, /sk_|sandbox/);
});

test('there is none where real cards are charged', async t => {
  assert.equal((await pageAtStripe(t, 'live')).status, 404);
});

test('the shop’s front leads to it where there is one', async t => {
  const link = /<a href="\/playground">/;
  assert.match(await (await pageAtStripe(t, 'test', '/')).text(), link);
  assert.doesNotMatch(await (await pageAtStripe(t, 'live', '/')).text(), link);
});

test('what is posted is shown as text, each value with its name, and leads back as it came', async t => {
  const shop = await startShop(t);
  const fields = new URLSearchParams([
    ['stripe_token', 'tok_1'],
    ['stripe_token', '<b>2</b>'],
    ['__proto__', 'polluted'],
  ]);
  const response = await post(shop, '/playground?data-name=%22%3E%3Cscript%3E', fields);
  const text = await response.text();
  assert.equal(response.headers.get('cache-control'), 'no-store');
  for (const shown of ['tok_1', '&lt;b&gt;2&lt;/b&gt;', 'polluted']) {
    assert.ok(text.includes(`<code>${shown}</code>`), shown);
  }
  assert.doesNotMatch(text, /<script|<b>/);
  assert.ok(text.includes('href="/playground?data-name=%22%3E%3Cscript%3E"'));
  assert.deepEqual(shop.calls, []);
});

test('no page has script or style in it', async t => {
  const shop = await startShop(t);
  const text = await (await get(shop, '/playground')).text();
  assert.doesNotMatch(text, /<script>|<style|\s(?:style|on\w+)=/);
});
