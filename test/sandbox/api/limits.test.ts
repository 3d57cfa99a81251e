import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import Stripe from 'stripe';
import {errorOf, refusal, setUp} from './setup.js';

describe('the rate limit', () => {
  it('refuses what goes over it, in Stripe’s words', async t => {
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    const {stripe} = await setUp(t, {requestsPerSecond: 2});
    await stripe.customers.list();
    await stripe.customers.list();
    const error = await refusal(stripe.customers.list());
    assert.ok(error instanceof Stripe.errors.StripeRateLimitError);
    assert.equal(error.code, 'rate_limit');
    assert.equal(error.headers?.['stripe-rate-limited-reason'], 'global-rate');
    t.mock.timers.setTime(Date.now() + 1000);
    assert.deepEqual((await stripe.customers.list()).data, []);
  });
});

describe('the API version', () => {
  it('must be one of Stripe’s', async t => {
    const {post} = await setUp(t);
    const wrong = await post('/v1/customers', '', {'stripe-version': '2099-01-01.fantasy'});
    assert.equal(wrong.status, 400);
    assert.match(String((await errorOf(wrong)).message), /^Invalid Stripe API version/);
    const older = await post('/v1/customers', '', {'stripe-version': '2020-08-27'});
    assert.equal(older.status, 200);
    assert.equal(older.headers.get('stripe-version'), '2020-08-27');
  });
});

describe('a Connect account', () => {
  it('is named in the answer', async t => {
    const {stripe} = await setUp(t);
    const {lastResponse} = await stripe.customers.create({}, {stripeAccount: 'acct_123'});
    assert.equal(lastResponse.stripeAccount, 'acct_123');
  });
});

describe('a body', () => {
  it('that is no UTF-8 is refused', async t => {
    const {origin} = await setUp(t);
    const response = await fetch(`${origin}/v1/customers`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer sk_test_123',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3d, 0xff]),
    });
    assert.equal(response.status, 400);
    assert.equal((await errorOf(response)).type, 'invalid_request_error');
  });
});
