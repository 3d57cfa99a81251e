import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ApiError} from '../../../src/sandbox/api/errors.js';
import {IdempotencyKeys} from '../../../src/sandbox/api/idempotency.js';
import {errorOf, refusal, setUp} from './setup.js';

const chargeParams = 'amount=100&currency=usd&source=tok_visa';
const key = {'idempotency-key': 'order-7'};

describe('idempotency keys', () => {
  it('give the first answer again, without another charge', async t => {
    const {post, stripe} = await setUp(t);
    const first = await post('/v1/charges', chargeParams, key);
    const again = await post('/v1/charges', 'source=tok_visa&currency=usd&amount=100', key);
    assert.equal(first.headers.get('idempotent-replayed'), null);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.equal(again.headers.get('original-request'), first.headers.get('request-id'));
    assert.notEqual(again.headers.get('request-id'), first.headers.get('request-id'));
    assert.equal(await again.text(), await first.text());
    assert.equal((await stripe.charges.list()).data.length, 1);
  });

  it('give a decline again, with its status', async t => {
    const {post, stripe} = await setUp(t);
    const form = 'amount=100&currency=usd&source=tok_visa_chargeDeclined';
    const first = await errorOf(await post('/v1/charges', form, key));
    const again = await post('/v1/charges', form, key);
    assert.equal(again.status, 402);
    assert.deepEqual(await errorOf(again), first);
    assert.equal((await stripe.charges.list()).data.length, 1);
  });

  it('are refused with other parameters', async t => {
    const {stripe} = await setUp(t);
    const order = {amount: 100, currency: 'usd', source: 'tok_visa'};
    await stripe.charges.create(order, {idempotencyKey: 'order-7'});
    const error = await refusal(
      stripe.charges.create({...order, amount: 200}, {idempotencyKey: 'order-7'}),
    );
    assert.equal(error.type, 'StripeIdempotencyError');
    assert.equal(error.statusCode, 400);
    assert.match(error.message, /same parameters .* other than 'order-7'/);
  });

  it('are refused at another address', async t => {
    const {post} = await setUp(t);
    await post('/v1/charges', chargeParams, key);
    const error = await errorOf(await post('/v1/customers', 'name=Ada', key));
    assert.equal(error.type, 'idempotency_error');
    assert.match(String(error.message), /same endpoint .*'\/v1\/charges'/);
  });

  it('stay free when the parameters are wrong', async t => {
    const {post} = await setUp(t);
    for (const wrong of ['amount=100', `${chargeParams}&foo=1`, `${chargeParams}&expand[]=foo`]) {
      assert.equal((await post('/v1/charges', wrong, key)).status, 400);
    }
    const right = await post('/v1/charges', chargeParams, key);
    assert.equal(right.status, 200);
    assert.equal(right.headers.get('idempotent-replayed'), null);
  });

  it('stay free when the parameters do not fit together', async t => {
    const {post} = await setUp(t);
    const card = 'type=card&token=tok_visa';
    for (const [path, wrong, right] of [
      ['/v1/charges', 'amount=1&currency=usd&source=tok_visa', chargeParams],
      ['/v1/charges', 'amount=100&currency=usd', chargeParams],
      ['/v1/payment_intents', 'amount=1&currency=usd', 'amount=100&currency=usd'],
      [
        '/v1/payment_intents',
        'amount=100&currency=usd&off_session=true',
        'amount=100&currency=usd',
      ],
      ['/v1/sources', `${card}&usage=single_use`.replace('card', 'ideal'), card],
      ['/v1/sources', 'amount=100', card],
      [
        '/v1/webhook_endpoints',
        'url=http://localhost:1/',
        'url=http://localhost:1/&enabled_events[]=*',
      ],
    ] as const) {
      const free = {'idempotency-key': `${path} ${wrong}`};
      assert.equal((await post(path, wrong, free)).status, 400, wrong);
      assert.equal((await post(path, right, free)).status, 200, right);
    }
  });

  it('belong to the kind of key that used them first', async t => {
    const {post} = await setUp(t);
    const form = 'type=card&card[token]=tok_visa';
    await post('/v1/payment_methods', form, key);
    const browser = {...key, authorization: 'Bearer pk_test_123'};
    const error = await errorOf(await post('/v1/payment_methods', form, browser));
    assert.equal(error.type, 'idempotency_error');
  });

  it('have at most 255 characters', async t => {
    const {post} = await setUp(t);
    const longest = {'idempotency-key': 'k'.repeat(255)};
    assert.equal((await post('/v1/charges', chargeParams, longest)).status, 200);
    const tooLong = {'idempotency-key': 'k'.repeat(256)};
    assert.equal((await post('/v1/charges', chargeParams, tooLong)).status, 400);
  });

  it('are in use from the start of a request to its answer', () => {
    const keys = new IdempotencyKeys();
    const begin = () => keys.begin('order-7', '/v1/charges', chargeParams);
    assert.equal(begin(), undefined);
    assert.throws(begin, (error: unknown) => {
      assert.ok(error instanceof ApiError);
      assert.equal(error.status, 409);
      assert.equal(error.body.code, 'idempotency_key_in_use');
      return true;
    });
    const answer = {status: 200, body: '{}', requestId: 'req_1'} as const;
    keys.finish('order-7', answer);
    assert.equal(begin(), answer);
  });
});
