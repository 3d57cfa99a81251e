import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {errorOf, setUp} from './setup.js';

const chargeParams = 'amount=100&currency=usd&source=tok_visa';

describe('API keys', () => {
  const basic = `Basic ${Buffer.from('sk_test_123:').toString('base64')}`;
  const accepted = ['Bearer sk_test_123', 'bearer rk_test_abcDEF', basic];

  it('are taken as Bearer, as Basic and from the form', async t => {
    const {post} = await setUp(t);
    for (const authorization of accepted) {
      assert.equal(
        (await post('/v1/charges', chargeParams, {authorization})).status,
        200,
        authorization,
      );
    }
    const inForm = await post('/v1/charges', `${chargeParams}&key=sk_test_123`, {
      authorization: '',
    });
    assert.equal(inForm.status, 200);
  });

  it('are needed', async t => {
    const {post} = await setUp(t);
    const response = await post('/v1/charges', chargeParams, {authorization: ''});
    assert.equal(response.status, 401);
    const {type, message} = await errorOf(response);
    assert.equal(type, 'invalid_request_error');
    assert.match(String(message), /^You did not provide an API key\./);
  });

  it('that are live or malformed are refused, and never repeated in full', async t => {
    const {post} = await setUp(t);
    const secret = 'sk_live_abcdefghijkl9876';
    for (const key of [secret, 'sk_test_', 'abcdefghijkl9876', 'xk_test_abcdefghijkl9876']) {
      for (const response of [
        await post('/v1/charges', chargeParams, {authorization: `Bearer ${key}`}),
        await post('/v1/charges', `${chargeParams}&key=${key}`, {authorization: ''}),
      ]) {
        assert.equal(response.status, 401, key);
        const {message} = await errorOf(response);
        assert.match(String(message), /^Invalid API Key provided: .*\*{20}(9876)?$/);
        assert.equal(String(message).includes('abcdefghijkl'), false);
      }
    }
  });

  it('that are publishable are refused where a secret one is needed', async t => {
    const {post} = await setUp(t);
    const response = await post('/v1/charges', chargeParams, {authorization: 'Bearer pk_test_123'});
    assert.equal(response.status, 401);
    const error = await errorOf(response);
    assert.equal(error.code, 'secret_key_required');
    assert.match(String(error.message), /cannot be made with a publishable API key/);
  });

  it('all open the same account', async t => {
    const {post, origin} = await setUp(t);
    const made = await post('/v1/charges', chargeParams, {authorization: 'Bearer sk_test_one'});
    const {id} = (await made.json()) as {id: string};
    const read = await fetch(`${origin}/v1/charges/${id}`, {
      headers: {authorization: 'Bearer sk_test_two'},
    });
    assert.equal(read.status, 200);
  });
});
