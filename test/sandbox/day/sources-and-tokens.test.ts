import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {press, refusal, setUp} from '../api/setup.js';
import {cardSource, chargeOf, pendingSource, shop, statusOf, tokenOf} from './sources.js';

describe('a token', () => {
  it('has neither status nor usage, and pays once', async t => {
    const setup = await setUp(t);
    const token = await tokenOf(setup);
    assert.equal('status' in token, false);
    assert.equal('usage' in token, false);
    assert.equal((await chargeOf(setup, token.id)).status, 'succeeded');
    assert.equal((await setup.stripe.tokens.retrieve(token.id)).used, true);
    const error = await refusal(chargeOf(setup, token.id));
    assert.equal(error.code, 'token_already_used');
  });

  it('is used up by a source as well', async t => {
    const setup = await setUp(t);
    const {id} = await tokenOf(setup);
    await setup.stripe.sources.create({type: 'card', token: id});
    assert.equal((await refusal(chargeOf(setup, id))).code, 'token_already_used');
  });
});

describe('a reusable source', () => {
  it('is chargeable when made, and consumed by a charge without a customer', async t => {
    const setup = await setUp(t);
    const source = await cardSource(setup);
    assert.deepEqual(
      [source.status, source.usage, source.flow],
      ['chargeable', 'reusable', 'none'],
    );
    const charge = await chargeOf(setup, source.id);
    assert.equal(charge.source?.id, source.id);
    assert.equal(await statusOf(setup, source), 'consumed');
    assert.match(
      (await refusal(chargeOf(setup, source.id))).message,
      /^The reusable source you provided is consumed because it was previously charged without/,
    );
  });

  it('stays chargeable for a customer, as often as it is charged', async t => {
    const setup = await setUp(t);
    const source = await cardSource(setup);
    const customer = await setup.stripe.customers.create();
    await setup.stripe.customers.createSource(customer.id, {source: source.id});
    for (const amount of [1000, 2000]) {
      const {paid} = await setup.stripe.charges.create({
        amount,
        currency: 'usd',
        customer: customer.id,
        source: source.id,
      });
      assert.equal(paid, true);
    }
    assert.equal(await statusOf(setup, source), 'chargeable');
    const error = await refusal(chargeOf(setup, source.id));
    assert.equal(error.param, 'source');
  });

  it('is consumed by being detached', async t => {
    const setup = await setUp(t);
    const source = await cardSource(setup);
    const customer = await setup.stripe.customers.create({source: source.id});
    await setup.stripe.customers.deleteSource(customer.id, source.id);
    assert.equal(await statusOf(setup, source), 'consumed');
    assert.match(
      (await refusal(chargeOf(setup, source.id))).message,
      /was detached from a customer/,
    );
    const attaching = setup.stripe.customers.createSource(customer.id, {source: source.id});
    assert.equal((await refusal(attaching)).code, 'invalid_source_usage');
  });

  it('is refused by a PaymentIntent in other words once it is consumed', async t => {
    const setup = await setUp(t);
    const source = await cardSource(setup);
    const pay = () =>
      setup.stripe.paymentIntents.create({
        amount: 1000,
        currency: 'usd',
        confirm: true,
        payment_method: source.id,
        return_url: shop,
      });
    assert.equal((await pay()).status, 'succeeded');
    assert.equal(await statusOf(setup, source), 'consumed');
    assert.equal(
      (await refusal(pay())).message,
      'The provided source has already been used to make another payment. You cannot reuse ' +
        'sources without attaching them to a Customer object first.',
    );
  });
});

describe('a single-use source', () => {
  it('is consumed by its charge, and not charged again', async t => {
    const setup = await setUp(t);
    const source = await cardSource(setup, 'single_use');
    assert.equal(source.usage, 'single_use');
    await chargeOf(setup, source.id);
    assert.equal(await statusOf(setup, source), 'consumed');
    assert.equal((await refusal(chargeOf(setup, source.id))).code, 'invalid_source_usage');
  });

  it('cannot be attached', async t => {
    const setup = await setUp(t);
    const source = await cardSource(setup, 'single_use');
    const error = await refusal(setup.stripe.customers.create({source: source.id}));
    assert.equal(error.code, 'invalid_source_usage');
    assert.equal(await statusOf(setup, source), 'chargeable');
  });
});

describe('a source that waits for its customer', () => {
  for (const [outcome, status] of [
    ['complete', 'chargeable'],
    ['fail', 'failed'],
  ] as const) {
    it(`is pending, then ${status}, when they choose to ${outcome}`, async t => {
      const setup = await setUp(t);
      const source = await pendingSource(setup);
      assert.equal(source.status, 'pending');
      assert.match((await refusal(chargeOf(setup, source.id))).message, /its status is pending/);
      const back = await press(source.redirect?.url ?? '', outcome);
      const address = new URL(back.headers.get('location') ?? '');
      assert.equal(address.origin + address.pathname, shop);
      assert.equal(address.searchParams.get('source'), source.id);
      assert.equal(await statusOf(setup, source), status);
      // Deciding again changes nothing.
      await press(source.redirect?.url ?? '', outcome === 'fail' ? 'complete' : 'fail');
      assert.equal(await statusOf(setup, source), status);
    });
  }

  it('is consumed by its charge', async t => {
    const setup = await setUp(t);
    const source = await pendingSource(setup);
    await press(source.redirect?.url ?? '', 'complete');
    const charge = await chargeOf(setup, source.id);
    assert.equal(charge.payment_method_details?.type, 'alipay');
    assert.equal(await statusOf(setup, source), 'consumed');
  });

  it('is canceled when nobody comes in time', async t => {
    const setup = await setUp(t);
    const source = await pendingSource(setup);
    t.mock.timers.enable({apis: ['Date'], now: Date.now() + 6 * 60 * 60 * 1000});
    assert.equal(await statusOf(setup, source), 'canceled');
    await press(source.redirect?.url ?? '', 'complete');
    assert.equal(await statusOf(setup, source), 'canceled');
  });

  it('is canceled by the control, without waiting', async t => {
    const setup = await setUp(t);
    const source = await pendingSource(setup);
    assert.equal(setup.control.expire(source.id), true);
    assert.equal(await statusOf(setup, source), 'canceled');
  });

  it('can be attached once it is chargeable, where its usage allows', async t => {
    const setup = await setUp(t);
    const customer = await setup.stripe.customers.create();
    const source = await pendingSource(setup, 'reusable');
    await press(source.redirect?.url ?? '', 'complete');
    await setup.stripe.customers.createSource(customer.id, {source: source.id});
    assert.equal((await chargeOf(setup, source.id, customer.id)).customer, customer.id);
    assert.equal(await statusOf(setup, source), 'chargeable');
  });
});
