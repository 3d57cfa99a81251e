import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type Stripe from 'stripe';
import {inPage, refusal, setUp} from './setup.js';

const typesOf = async (stripe: Stripe) =>
  (await stripe.events.list({limit: 100})).data.map(({type}) => type).reverse();

describe('events', () => {
  it('tell of all that happens to a payment, in order', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentIntents.create({
      amount: 1000,
      currency: 'usd',
      payment_method: 'pm_card_visa',
      capture_method: 'manual',
      confirm: true,
      ...inPage,
    });
    await stripe.paymentIntents.capture(id, {amount_to_capture: 800});
    await stripe.refunds.create({payment_intent: id});
    assert.deepEqual(await typesOf(stripe), [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'payment_intent.succeeded',
      'refund.created',
      'charge.refunded',
    ]);
  });

  it('tell of a decline', async t => {
    const {stripe} = await setUp(t);
    await refusal(
      stripe.paymentIntents.create({
        amount: 1000,
        currency: 'usd',
        payment_method: 'pm_card_visa_chargeDeclined',
        confirm: true,
        ...inPage,
      }),
    );
    assert.deepEqual(await typesOf(stripe), [
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
    ]);
  });

  it('keep the object as it was, and the request that did it', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.customers.create({name: 'Jenny'}, {idempotencyKey: 'jenny'});
    await stripe.customers.update(id, {name: 'Rosen'});
    const [updated, created] = (await stripe.events.list()).data;
    assert.equal((created.data.object as Stripe.Customer).name, 'Jenny');
    assert.equal((updated.data.object as Stripe.Customer).name, 'Rosen');
    assert.equal(created.request?.idempotency_key, 'jenny');
    assert.match(created.request.id ?? '', /^req_/);
    assert.equal((await stripe.events.retrieve(created.id)).id, created.id);
  });

  it('are found by type', async t => {
    const {stripe} = await setUp(t);
    await stripe.customers.create({source: 'tok_visa'});
    assert.equal((await stripe.events.list({type: 'customer.created'})).data.length, 1);
    const all = await stripe.events.list({type: 'customer.*'});
    assert.deepEqual(
      all.data.map(({type}) => type),
      ['customer.created', 'customer.source.created'],
    );
  });

  it('are found by several types', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.customers.create();
    await stripe.customers.update(id, {name: 'Ada'});
    await stripe.customers.del(id);
    const {data} = await stripe.events.list({types: ['customer.created', 'customer.deleted']});
    assert.deepEqual(
      data.map(({type}) => type),
      ['customer.deleted', 'customer.created'],
    );
  });
});
