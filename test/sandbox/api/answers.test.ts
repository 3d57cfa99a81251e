import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {errorOf, refusal, setUp} from './setup.js';

describe('answers', () => {
  it('carry a request id of their own and the API version that was asked for', async t => {
    const {stripe, post} = await setUp(t);
    const one = await stripe.customers.create();
    const two = await stripe.customers.create();
    assert.match(one.lastResponse.requestId, /^req_[0-9A-Za-z]{24}$/);
    assert.notEqual(one.lastResponse.requestId, two.lastResponse.requestId);
    assert.equal(one.lastResponse.apiVersion, stripe.getApiField('version'));
    const older = await post('/v1/customers', '', {'stripe-version': '2024-06-20'});
    assert.equal(older.headers.get('stripe-version'), '2024-06-20');
  });

  it('to failures say where to read on, and leave out what does not apply', async t => {
    const {post, origin} = await setUp(t);
    const response = await post('/v1/charges', 'amount=100&currency=usd&source=tok_x');
    const id = response.headers.get('request-id');
    assert.deepEqual(await errorOf(response), {
      type: 'invalid_request_error',
      message: "No such token: 'tok_x'",
      code: 'resource_missing',
      param: 'source',
      doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
      request_log_url: `${origin}/#${id}`,
    });
  });

  it('at addresses that do not exist are 404 in the words of Stripe', async t => {
    const {origin, post} = await setUp(t);
    const headers = {authorization: 'Bearer sk_test_123'};
    for (const path of ['/v1/nothing', '/v1/charges/', '/v1/customers/cus_x/nothing']) {
      const response = await fetch(origin + path, {headers});
      assert.equal(response.status, 404, path);
      const {message} = await errorOf(response);
      assert.ok(String(message).startsWith(`Unrecognized request URL (GET: ${path}).`));
    }
    const removed = await fetch(`${origin}/v1/charges`, {method: 'DELETE', headers});
    assert.equal(removed.status, 404);
    assert.equal((await post('/v1/nothing', '', {authorization: ''})).status, 401);
  });

  it('to the SDK are errors of its own classes', async t => {
    const {stripe} = await setUp(t);
    const missing = await refusal(stripe.customers.retrieve('cus_x'));
    assert.equal(missing.type, 'StripeInvalidRequestError');
    assert.equal(missing.requestId, missing.headers?.['request-id']);
  });
});
