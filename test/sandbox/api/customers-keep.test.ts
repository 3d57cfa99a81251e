import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type Stripe from 'stripe';
import {idOf, inPage, refusal, setUp} from './setup.js';

describe('what customers keep', () => {
  it('are cards and sources, listed, charged by name, and given up', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.customers.create();
    const visa = await stripe.customers.createSource(id, {source: 'tok_visa'});
    const amex = await stripe.customers.createSource(id, {source: 'tok_amex'});
    const {data} = await stripe.customers.listSources(id);
    assert.deepEqual(
      data.map(each => each.id),
      [amex.id, visa.id],
    );
    assert.equal(
      ((await stripe.customers.retrieve(id)) as Stripe.Customer).default_source,
      visa.id,
    );
    const charge = await stripe.charges.create({
      amount: 1000,
      currency: 'usd',
      customer: id,
      source: amex.id,
    });
    assert.equal((charge.source as Stripe.Card).last4, '0005');

    const {sources} = (await stripe.customers.retrieve(id, {
      expand: ['sources'],
    })) as Stripe.Customer;
    assert.deepEqual(
      sources?.data.map(each => each.id),
      [amex.id, visa.id],
    );

    await stripe.customers.deleteSource(id, visa.id);
    assert.equal(
      ((await stripe.customers.retrieve(id)) as Stripe.Customer).default_source,
      amex.id,
    );
    const gone = await refusal(
      stripe.charges.create({amount: 1000, currency: 'usd', customer: id, source: visa.id}),
    );
    assert.equal(gone.code, 'missing');
  });

  it('are payment methods, attached once and detached for good', async t => {
    const {stripe} = await setUp(t);
    const [first, second] = await Promise.all([
      stripe.customers.create(),
      stripe.customers.create(),
    ]);
    const {id} = await stripe.paymentMethods.create({type: 'card', card: {token: 'tok_visa'}});
    const attached = await stripe.paymentMethods.attach(id, {customer: first.id});
    assert.equal(attached.customer, first.id);
    assert.deepEqual(
      (await stripe.paymentMethods.list({customer: first.id})).data.map(each => each.id),
      [id],
    );
    await refusal(stripe.paymentMethods.attach(id, {customer: second.id}));
    await stripe.paymentMethods.detach(id);
    assert.match(
      (await refusal(stripe.paymentMethods.attach(id, {customer: first.id}))).message,
      /^This PaymentMethod was previously used without being attached/,
    );
  });

  it('go with the customer', async t => {
    const {stripe} = await setUp(t);
    const {id, default_source} = await stripe.customers.create({source: 'tok_visa'});
    await stripe.customers.del(id);
    const method = await stripe.paymentMethods.retrieve(idOf(default_source));
    assert.equal(method.customer, null);
    const charging = stripe.charges.create({amount: 1000, currency: 'usd', customer: id});
    assert.equal((await refusal(charging)).code, 'resource_missing');
  });
});

describe('an update of an intent', () => {
  it('changes what it names, while it is not paid', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentIntents.create({
      amount: 1000,
      currency: 'usd',
      metadata: {a: '1', b: '2'},
      ...inPage,
    });
    const updated = await stripe.paymentIntents.update(id, {
      amount: 1500,
      payment_method: 'pm_card_visa',
      metadata: {a: '', c: '3'},
    });
    assert.deepEqual(
      [updated.amount, updated.status, updated.metadata],
      [1500, 'requires_confirmation', {b: '2', c: '3'}],
    );
    await stripe.paymentIntents.confirm(id);
    const late = await refusal(stripe.paymentIntents.update(id, {amount: 1}));
    assert.equal(late.code, 'payment_intent_unexpected_state');
    const noted = await stripe.paymentIntents.update(id, {description: 'paid', metadata: ''});
    assert.deepEqual([noted.description, noted.metadata], ['paid', {}]);
  });
});
