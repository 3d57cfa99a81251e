import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {getRequestListener} from '@hono/node-server';
import {stripeApi} from '../../../src/sandbox/api/api.js';
import {endpoint} from '../../../src/sandbox/api/endpoint.js';
import {Store} from '../../../src/sandbox/store/store.js';
import {listen} from '../listen.js';
import {errorOf} from './setup.js';

/** An API whose only endpoint has a bug; returns how to call it and how often it ran. */
async function brokenApi(test: TestContext) {
  let runs = 0;
  const broken = endpoint({
    method: 'POST',
    path: '/broken',
    returns: 'token',
    params: {},
    run: () => {
      runs += 1;
      throw new TypeError('a bug');
    },
  });
  const answer = getRequestListener(stripeApi([broken], new Store()).fetch);
  const origin = await listen(test, (request, response) => void answer(request, response));
  return {
    runs: () => runs,
    call: () =>
      fetch(`${origin}/broken`, {
        method: 'POST',
        headers: {authorization: 'Bearer sk_test_123', 'idempotency-key': 'order-7'},
      }),
  };
}

describe('a failure of the sandbox itself', () => {
  it('is an api_error, told to its own output and kept for the idempotency key', async t => {
    const log = t.mock.method(console, 'error', () => undefined);
    const {call, runs} = await brokenApi(t);
    const first = await call();
    assert.equal(first.status, 500);
    const error = await errorOf(first);
    assert.equal(error.type, 'api_error');
    assert.equal(JSON.stringify(error).includes('a bug'), false);
    assert.match(String(log.mock.calls[0]?.arguments[0]), /a bug/);

    const again = await call();
    assert.equal(again.status, 500);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.equal(runs(), 1);
  });
});
