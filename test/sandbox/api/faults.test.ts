import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import Stripe from 'stripe';
import {clientOf, refusal, type Setup, setUp} from './setup.js';

const path = '/v1/customers';

/** How many customers were made. */
const made = async ({stripe}: Setup) => (await stripe.customers.list()).data.length;

describe('a fault on demand', () => {
  it('answers with any status, as often as it is told, and does nothing', async t => {
    const setup = await setUp(t);
    const {control, stripe} = setup;
    const classes = [
      [402, Stripe.errors.StripeCardError],
      [409, Stripe.errors.StripeAPIError],
      [429, Stripe.errors.StripeRateLimitError],
      [500, Stripe.errors.StripeAPIError],
    ] as const;
    for (const [status, ErrorClass] of classes) {
      control.fault({method: 'POST', path, kind: 'status', status, times: 2});
      for (const name of ['a', 'b']) {
        const error = await refusal(stripe.customers.create({name}));
        assert.ok(error instanceof ErrorClass);
        assert.equal(error.statusCode, status);
      }
      assert.equal(
        await made(setup),
        classes.findIndex(([each]) => each === status),
      );
      await stripe.customers.create();
    }
  });

  it('cuts the connection before anything was done', async t => {
    const setup = await setUp(t);
    setup.control.fault({method: 'POST', path, kind: 'cut-before'});
    const error = await refusal(setup.stripe.customers.create());
    assert.ok(error instanceof Stripe.errors.StripeConnectionError);
    setup.control.clear();
    assert.equal(await made(setup), 0);
  });

  it('cuts the connection after it was done, and the SDK gets the same object by asking again', async t => {
    const setup = await setUp(t);
    const {port} = new URL(setup.origin);
    const retrying = new Stripe('sk_test_123', {
      host: 'localhost',
      port,
      protocol: 'http',
      maxNetworkRetries: 1,
    });
    setup.control.fault({method: 'POST', path, kind: 'cut-after', times: 1});
    const {id, lastResponse} = await retrying.customers.create();
    assert.equal(lastResponse.headers['idempotent-replayed'], 'true');
    assert.deepEqual(
      (await setup.stripe.customers.list()).data.map(each => each.id),
      [id],
    );
  });

  for (const kind of ['truncated', 'not-json'] as const) {
    it(`spoils an answer (${kind}) to what was done`, async t => {
      const setup = await setUp(t);
      setup.control.fault({method: 'POST', path, kind, times: 1});
      await assert.rejects(setup.stripe.customers.create(), Stripe.errors.StripeError);
      assert.equal(await made(setup), 1);
    });
  }

  it('stands in the journal with the status that was sent before the connection was cut', async t => {
    const {control, post} = await setUp(t);
    const errors = t.mock.method(console, 'error');
    control.fault({path: '/v1/charges', kind: 'truncated'});
    control.fault({path, kind: 'cut-after'});
    const declined = 'amount=1000&currency=usd&source=tok_visa_chargeDeclined';
    const broken = await post('/v1/charges', declined);
    await assert.rejects(broken.text(), TypeError);
    await assert.rejects(post(path, ''), TypeError);
    const statuses = control.journal.requests.map(({fault, status}) => [fault, status]);
    assert.deepEqual(statuses, [
      ['truncated', 402],
      ['cut-after', null],
    ]);
    assert.equal(errors.mock.callCount(), 0);
  });

  it('never answers', async t => {
    const setup = await setUp(t);
    setup.control.fault({method: 'POST', path, kind: 'never', times: 1});
    const leaving = new AbortController();
    const asking = fetch(setup.origin + path, {method: 'POST', signal: leaving.signal});
    // The next answer shows that the first request is waiting.
    await setup.stripe.customers.list();
    leaving.abort();
    await assert.rejects(asking, {name: 'AbortError'});
    assert.equal(await made(setup), 0);
  });

  it('holds requests until they are released; one with the same key is told to wait', async t => {
    const {control, origin, stripe} = await setUp(t);
    control.fault({method: 'POST', path, kind: 'latency', times: 1});
    const options = {idempotencyKey: 'one'};
    const first = stripe.customers.create({}, options);
    while (control.faults.held === 0) await stripe.customers.list();
    const overlapping = await refusal(clientOf(origin).customers.create({}, options));
    assert.deepEqual([overlapping.statusCode, overlapping.code], [409, 'idempotency_key_in_use']);
    control.release();
    const {id} = await first;
    assert.equal((await stripe.customers.create({}, options)).id, id);
  });

  it('holds requests for a time', async t => {
    const {control, stripe} = await setUp(t);
    control.fault({method: 'POST', path, kind: 'latency', ms: 1, times: 1});
    assert.match((await stripe.customers.create()).id, /^cus_/);
    assert.deepEqual(control.faults.list(), []);
  });

  it('befalls what browsers load as well', async t => {
    const {control, origin} = await setUp(t);
    control.fault({path: '/frames/*', kind: 'status', status: 503});
    assert.equal((await fetch(`${origin}/frames/field.html?type=card`)).status, 503);
    control.clear();
    control.fault({path: '/v3/', kind: 'cut-before'});
    await assert.rejects(fetch(`${origin}/v3/`), TypeError);
  });

  it('is found by many wildcards at once', async t => {
    const {control, origin} = await setUp(t);
    control.fault({path: `/${'a*'.repeat(40)}b`, kind: 'status', status: 503});
    assert.equal((await fetch(`${origin}/${'a'.repeat(2000)}c`)).status, 404);
    assert.equal((await fetch(`${origin}/${'a'.repeat(2000)}b`)).status, 503);
    control.clear();
    control.fault({path: '/a*a', kind: 'status', status: 503});
    assert.equal((await fetch(`${origin}/a`)).status, 404);
    assert.equal((await fetch(`${origin}/a.a`)).status, 503);
  });

  it('leaves the request its id, and the journal what was asked', async t => {
    const {control, stripe} = await setUp(t);
    control.fault({method: 'POST', path, kind: 'status', status: 500, times: 1});
    const refused = await refusal(stripe.customers.create({name: 'Ada'}));
    // Not once alone: on a connection that was used before, the SDK asks again.
    control.fault({method: 'POST', path, kind: 'cut-before'});
    await refusal(stripe.customers.create({name: 'Bob'}));
    const [answered, cut] = control.journal.requests;
    assert.match(String(refused.requestId), /^req_/);
    assert.equal(answered.id, refused.requestId);
    assert.deepEqual([answered.params, cut.params], [{name: 'Ada'}, {name: 'Bob'}]);
    assert.deepEqual([answered.error?.type, cut.error], ['api_error', null]);
    assert.match(String(cut.key), /^sk_test_/);
    assert.equal((await stripe.customers.list()).data.length, 0);
  });
});
