import assert from 'node:assert/strict';
import {request} from 'node:http';
import {describe, it} from 'node:test';
import {errorOf, setUp} from './setup.js';

/** The status of what is asked for by another name of this computer. */
function statusFor(origin: string, path: string, name: string): Promise<number | undefined> {
  const {port} = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request(origin + path, {headers: {host: `${name}:${port}`}});
    asked.on('error', reject);
    asked.on('response', answer => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.end();
  });
}

describe('pages of other origins', () => {
  const foreign: readonly Record<string, string>[] = [
    {'sec-fetch-site': 'cross-site'},
    {'sec-fetch-site': 'same-site'},
    {origin: 'http://localhost:4242'},
    {origin: 'null'},
  ];

  it('cannot use a secret key', async t => {
    const {post, stripe} = await setUp(t);
    for (const headers of foreign) {
      const response = await post('/v1/customers', '', headers);
      assert.equal(response.status, 403);
      assert.match(String((await errorOf(response)).message), /secret key/);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
    assert.deepEqual((await stripe.customers.list()).data, []);
  });

  it('may use a publishable key, and pages of the sandbox both', async t => {
    const {origin, post} = await setUp(t);
    const authorization = 'Bearer pk_test_123';
    const token = 'type=card&card[token]=tok_visa';
    const headers = {authorization, origin: 'http://localhost:4242'};
    assert.equal((await post('/v1/payment_methods', token, headers)).status, 200);
    const own = {origin, 'sec-fetch-site': 'same-origin'};
    assert.equal((await post('/v1/customers', '', own)).status, 200);
  });

  it('cannot have the sandbox command itself by a webhook', async t => {
    const {origin, post, stripe} = await setUp(t);
    const address = `${origin.replace('localhost', '127.0.0.1')}/_sandbox/reset`;
    const refused = await post('/v1/webhook_endpoints', `url=${address}&enabled_events[]=*`);
    assert.equal((await errorOf(refused)).code, 'url_invalid');
    const elsewhere = {url: 'http://localhost:1/', enabled_events: ['*' as const]};
    const {id} = await stripe.webhookEndpoints.create(elsewhere);
    const moved = await post(`/v1/webhook_endpoints/${id}`, `url=${address}`);
    assert.equal((await errorOf(moved)).code, 'url_invalid');
  });

  it('find that the control takes nothing from a delivery', async t => {
    const {origin} = await setUp(t);
    const json = {'content-type': 'application/json'};
    for (const headers of [
      {...json, 'stripe-signature': 't=1,v1=0'},
      {...json, 'user-agent': 'Stripe/1.0 (pay-button sandbox, not Stripe)'},
    ]) {
      const response = await fetch(`${origin}/_sandbox/reset`, {
        method: 'POST',
        headers,
        body: '{}',
      });
      assert.equal(response.status, 403);
    }
  });

  it('find nothing under a name of their own for this computer', async t => {
    const {origin} = await setUp(t);
    for (const path of [
      '/',
      '/v1/charges',
      '/v3/',
      '/frames/field.html?type=card',
      '/_sandbox/journal',
    ]) {
      assert.equal(await statusFor(origin, path, 'evil.example'), 403, path);
    }
    assert.equal(await statusFor(origin, '/v1/charges', 'sandbox.localhost'), 401);
  });
});
