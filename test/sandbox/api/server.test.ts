import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {startSandbox} from '../../../src/sandbox/index.js';
import {setUp} from './setup.js';

describe('a sandbox', () => {
  it('says on its pages that it is not Stripe, and loads nothing else', async t => {
    const {origin, stripe} = await setUp(t);
    const {receipt_url} = await stripe.charges.create({
      amount: 100,
      currency: 'usd',
      source: 'tok_visa',
    });
    for (const url of [origin, receipt_url ?? '']) {
      const page = await fetch(url);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /This is not Stripe\./);
      assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    }
    assert.equal((await fetch(`${origin}/receipts/ch_x`)).status, 404);
  });

  it('shares no state with another one', async t => {
    const one = await setUp(t);
    const two = await setUp(t);
    assert.notEqual(one.origin, two.origin);
    await one.stripe.charges.create({amount: 100, currency: 'usd', source: 'tok_visa'});
    assert.deepEqual((await two.stripe.charges.list()).data, []);
  });

  it('is refused a port that is taken', async t => {
    const {origin} = await setUp(t);
    const port = Number(new URL(origin).port);
    await assert.rejects(startSandbox({port}), {code: 'EADDRINUSE'});
  });

  it('ends open connections when it closes', async () => {
    const sandbox = await startSandbox({port: 0});
    await fetch(sandbox.origin);
    await sandbox.close();
    await assert.rejects(fetch(sandbox.origin));
  });
});
