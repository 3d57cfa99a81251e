import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createShop} from '../../demo/shop/app.js';
import {get, listen, post, startShop, visit} from './shop.js';

/** Tries an experiment. Gives the answers to its charges, and what the source was between them. */
async function attempt(t: Parameters<typeof startShop>[0], experiment: string) {
  const shop = await startShop(t);
  const response = await post(shop, '/reuse', {experiment});
  assert.equal(response.status, 200);
  const page = await response.text();
  const steps = [...page.matchAll(/<h3>([^<]+)<\/h3>[^]*?<code>([^<]+)<\/code>/g)];
  const charges = steps.filter(([, what]) => what?.startsWith('Charge')).map(([, , said]) => said);
  const looks = steps.filter(([, what]) => what?.startsWith('Look')).map(([, , said]) => said);
  return {charges, looks};
}

test('a token is charged once; the second time Stripe says so', async t => {
  const {charges} = await attempt(t, 'token');
  assert.equal(charges.length, 2);
  assert.match(charges[0] ?? '', /^ch_\w+ · succeeded$/);
  assert.match(
    charges[1] ?? '',
    /400 · invalid_request_error · token_already_used: You cannot use/,
  );
});

test('a single-use source is consumed by its first charge', async t => {
  const {charges, looks} = await attempt(t, 'single-use-source');
  assert.match(charges[0] ?? '', /succeeded/);
  assert.match(looks[0] ?? '', /single_use · consumed/);
  assert.match(charges[1] ?? '', /400 .*consumed/);
});

test('a reusable source is consumed too, where no customer keeps it', async t => {
  const {charges, looks} = await attempt(t, 'reusable-source');
  assert.match(charges[0] ?? '', /succeeded/);
  assert.match(looks[0] ?? '', /reusable · consumed/);
  assert.match(charges[1] ?? '', /400 .*The reusable source you provided is consumed/);
});

test('a reusable source that a customer keeps is charged again', async t => {
  const {charges, looks} = await attempt(t, 'attached-source');
  assert.match(looks[0] ?? '', /reusable · chargeable/);
  assert.match(charges[0] ?? '', /succeeded/);
  assert.match(charges[1] ?? '', /succeeded/);
});

test('the page works without scripts, and takes no other experiment', async t => {
  const shop = await startShop(t);

  const page = await (await get(shop, '/reuse')).text();
  assert.doesNotMatch(page, /<script/);
  assert.equal(page.match(/<form action="\/reuse" method="post">/g)?.length, 4);
  assert.equal((await post(shop, '/reuse', {experiment: 'all'})).status, 400);
});

test('with real keys there is nothing to try', async t => {
  const shop = await startShop(t);
  const provider = {...shop.parts.provider, isSandbox: false};
  const origin = await listen(t, createShop({...shop.parts, provider}));
  const visitor = await visit({origin});
  const before = shop.calls.length;

  const real = {...shop, origin, visitor};
  assert.doesNotMatch(await (await get(real, '/reuse')).text(), /name="experiment"/);
  assert.equal((await post(real, '/reuse', {experiment: 'token'})).status, 400);
  assert.equal(shop.calls.length, before);
});
