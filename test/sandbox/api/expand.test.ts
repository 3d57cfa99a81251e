import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {refusal, setUp} from './setup.js';

describe('expand', () => {
  it('puts objects in the place of their ids, and leaves what is stored alone', async t => {
    const {stripe} = await setUp(t);
    const customer = await stripe.customers.create({source: 'tok_visa', name: 'Ada'});
    const order = {amount: 100, currency: 'usd', customer: customer.id};
    const charge = await stripe.charges.create({...order, expand: ['customer.default_source']});
    assert.ok(typeof charge.customer === 'object' && charge.customer && !charge.customer.deleted);
    assert.equal(charge.customer.name, 'Ada');
    const source = charge.customer.default_source;
    assert.ok(typeof source === 'object' && source?.object === 'card');
    assert.equal(source.last4, '4242');
    assert.equal((await stripe.charges.retrieve(charge.id)).customer, customer.id);
  });

  it('reaches into lists and through several objects', async t => {
    const {stripe} = await setUp(t);
    await stripe.paymentIntents.create({
      amount: 100,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_visa',
      return_url: 'http://localhost/',
    });
    const {data} = await stripe.charges.list({expand: ['data.payment_intent.payment_method']});
    const intent = data[0]?.payment_intent;
    assert.ok(typeof intent === 'object' && intent);
    assert.ok(typeof intent.payment_method === 'object' && intent.payment_method);
    assert.equal(intent.payment_method.card?.last4, '4242');
  });

  it('leaves null where there is nothing', async t => {
    const {stripe} = await setUp(t);
    const order = {amount: 100, currency: 'usd', source: 'tok_visa'};
    const charge = await stripe.charges.create({...order, expand: ['customer', 'payment_intent']});
    assert.equal(charge.customer, null);
    assert.equal(charge.payment_intent, null);
  });

  it('is refused, and nothing charged, where a property holds no object', async t => {
    const {stripe} = await setUp(t);
    const order = {amount: 100, currency: 'usd', source: 'tok_visa'};
    for (const name of ['foo', 'amount', 'constructor', 'customer.email']) {
      const error = await refusal(stripe.charges.create({...order, expand: [name]}));
      assert.equal(error.statusCode, 400);
      assert.equal(error.message, `This property cannot be expanded (${name}).`);
    }
    const deep = 'payment_intent.latest_charge.payment_intent.latest_charge.customer';
    assert.match(
      (await refusal(stripe.charges.create({...order, expand: [deep]}))).message,
      /4 levels/,
    );
    assert.deepEqual((await stripe.charges.list()).data, []);
  });
});
