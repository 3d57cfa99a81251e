import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {endpoints} from '../../../src/sandbox/endpoints.js';
import {setUp} from './setup.js';

/** Parameters that the API knows somewhere. */
const names = [
  'amount',
  'amount_to_capture',
  'automatic_payment_methods',
  'billing_details',
  'card',
  'charge',
  'client_secret',
  'confirmation_token',
  'created',
  'currency',
  'customer',
  'enabled_events',
  'expand',
  'limit',
  'metadata',
  'owner',
  'payment_intent',
  'payment_method',
  'payment_method_data',
  'redirect',
  'shipping',
  'source',
  'starting_after',
  'three_d_secure',
  'token',
  'type',
  'url',
  'usage',
];

/** What follows a parameter's name. */
const oddities = [
  '[]=x',
  '[0][1][2]=x',
  '[constructor][prototype][x]=1',
  '[__proto__][x]=1',
  '=-1e999',
  '=%00',
  '=%F0%9F%92%B3',
  `=${'9'.repeat(400)}`,
  '[number]=4242424242424242&card[token]=tok_visa',
  '=javascript:alert(1)',
];

describe('odd parameters', () => {
  for (const {method, path} of endpoints) {
    it(`of ${method} ${path} are refused or ignored, and break nothing`, async t => {
      const log = t.mock.method(console, 'error', () => undefined);
      const {origin} = await setUp(t);
      const address = `${origin}/v1${path.replace(':id', '__proto__').replace(':subId', '%2e%2e')}`;
      const send = async (text: string) => {
        const isPost = method === 'POST';
        const response = await fetch(isPost ? address : `${address}?${text}`, {
          method,
          headers: {
            authorization: 'Bearer sk_test_123',
            ...(isPost && {'content-type': 'application/x-www-form-urlencoded'}),
          },
          ...(isPost && {body: text}),
        });
        assert.ok(response.status < 500, `${response.status} for ${text}`);
        return response;
      };
      for (const name of names) {
        const {error} = (await (await send(`${name}=`)).json()) as {error?: {code?: string}};
        // Of a parameter that is unknown here nothing more is read.
        if (error?.code === 'parameter_unknown') continue;
        for (const oddity of oddities) await send(name + oddity);
      }
      assert.equal(log.mock.callCount(), 0);
      assert.equal(Reflect.get({}, 'x'), undefined);
    });
  }
});
