import assert from 'node:assert/strict';
import {request} from 'node:http';
import {describe, it} from 'node:test';
import type {JournalEntry} from '../../../src/sandbox/index.js';
import {errorOf, setUp} from './setup.js';

const chargeParams = 'amount=100&currency=usd&source=tok_visa';

describe('request bodies', () => {
  it('in any other encoding are refused', async t => {
    const {post} = await setUp(t);
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const response = await post('/v1/charges', '{"amount":100}', {'content-type': type});
      assert.equal(response.status, 400, type);
      const {message} = await errorOf(response);
      assert.match(String(message), /check that your POST content type is application\/x-www-form/);
    }
  });

  it('may name a charset', async t => {
    const {post} = await setUp(t);
    const type = 'Application/x-www-form-urlencoded; charset=utf-8';
    assert.equal((await post('/v1/charges', chargeParams, {'content-type': type})).status, 200);
  });

  it('over a mebibyte are refused', async t => {
    const {post} = await setUp(t);
    const response = await post(
      '/v1/charges',
      `${chargeParams}&description=${'x'.repeat(1024 * 1024)}`,
    );
    assert.equal(response.status, 413);
    assert.equal(response.headers.get('connection'), 'close');
    assert.equal((await errorOf(response)).type, 'invalid_request_error');
  });

  for (const length of [{'content-length': 100}, {'transfer-encoding': 'chunked'}]) {
    it(`that break off are no failure of the sandbox (${Object.keys(length)[0]})`, async t => {
      const {control, origin} = await setUp(t);
      const errors = t.mock.method(console, 'error');
      const told = new Promise<JournalEntry>(resolve => control.journal.listen(resolve));
      const headers = {'content-type': 'application/x-www-form-urlencoded', ...length};
      const sent = request(`${origin}/v1/tokens`, {method: 'POST', headers});
      sent.on('error', () => undefined);
      sent.write('key=pk_test_1', () => sent.destroy());
      const entry = await told;
      assert.ok(entry.type === 'request');
      assert.equal(entry.error?.type, 'invalid_request_error');
      assert.equal(errors.mock.callCount(), 0);
    });
  }

  it('with too many parameters are refused', async t => {
    const {post} = await setUp(t);
    const response = await post('/v1/charges', 'a=1&'.repeat(1001));
    assert.equal(response.status, 400);
    assert.equal((await errorOf(response)).message, 'Too many parameters.');
  });

  it('may have long lists', async t => {
    const {post} = await setUp(t);
    const types = '&enabled_events[]=charge.succeeded'.repeat(25);
    const response = await post('/v1/webhook_endpoints', `url=http://localhost:1/${types}`);
    const {enabled_events: kept} = (await response.json()) as {enabled_events: string[]};
    assert.equal(kept.length, 25);
  });

  const notText = /^Invalid request: a parameter is not percent-encoded UTF-8\.$/;

  /** What comes on top of a charge that would be made without it, and what is said of it. */
  const broken: readonly (readonly [body: string, message: RegExp])[] = [
    ['%', notText],
    ['%ZZ=%', notText],
    ['description=%FF%FE', notText],
    ['description=%C0%80', notText],
    ['[[[[]]]]=1', /^Received unknown parameter: /],
    ['amount[][][]=1', /^Invalid string$/],
    ['amount[a][b][c][d][e][f][g][h]=1', /^Invalid string$/],
    ['amount[x]=2', /^Invalid string$/],
    ['expand[x]=', /^You passed an empty string for 'expand'/],
    ['metadata[][a]=2', /^Invalid string$/],
    ['\u0000=\u0000', /^Received unknown parameter: /],
  ];

  it('that make no sense are a bad request, and the next one is answered', async t => {
    const {post} = await setUp(t);
    for (const [body, message] of broken) {
      const response = await post('/v1/charges', `${chargeParams}&${body}`);
      assert.equal(response.status, 400, body);
      const error = await errorOf(response);
      assert.equal(error.type, 'invalid_request_error', body);
      assert.match(String(error.message), message, body);
    }
    assert.equal((await post('/v1/charges', `${chargeParams}&&&`)).status, 200);
  });

  it('with bytes that are no text are a bad request', async t => {
    const {origin} = await setUp(t);
    const response = await fetch(`${origin}/v1/charges`, {
      method: 'POST',
      body: new Uint8Array([0xff, 0xfe, 0x3d, 0xc3, 0x28]),
      headers: {
        authorization: 'Bearer sk_test_123',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    assert.equal(response.status, 400);
  });
});
