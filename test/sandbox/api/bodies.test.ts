import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
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
    assert.equal((await errorOf(response)).type, 'invalid_request_error');
  });

  it('with too many parameters are refused', async t => {
    const {post} = await setUp(t);
    const response = await post('/v1/charges', 'a=1&'.repeat(1001));
    assert.equal(response.status, 400);
    assert.equal((await errorOf(response)).message, 'Too many parameters.');
  });

  const broken = [
    '%',
    '%ZZ=%',
    'amount=%FF%FE&currency=%C0%80',
    '&&&===',
    '[[[[]]]]=1',
    'amount[][][]=1&currency[]=2',
    'amount[a][b][c][d][e][f][g][h]=1',
    'amount=1&amount[x]=2',
    'expand[]=&expand[x]=1',
    'metadata[]=1&metadata[][a]=2',
    '\u0000=\u0000',
  ];

  it('that make no sense are a bad request, and the next one is answered', async t => {
    const {post} = await setUp(t);
    for (const body of broken) {
      const response = await post('/v1/charges', body);
      assert.equal(response.status, 400, body);
      assert.equal((await errorOf(response)).type, 'invalid_request_error', body);
    }
    assert.equal((await post('/v1/charges', chargeParams)).status, 200);
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
