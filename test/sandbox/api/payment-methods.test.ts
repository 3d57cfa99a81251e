import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, clientOf, refusal, setUp} from './setup.js';

const orderParams = {
  amount: 999,
  currency: 'jpy',
  confirm: true,
  return_url: 'http://localhost/',
} as const;

describe('payment methods', () => {
  it('are made of a token, with what was sent about the payer', async t => {
    const {stripe} = await setUp(t);
    const token = await stripe.tokens.create({
      card: {...card(), name: 'Ada', address_zip: '12345', address_city: 'London'},
    });
    const method = await stripe.paymentMethods.create({
      type: 'card',
      card: {token: token.id},
      billing_details: {email: 'ada@example.com', address: {city: 'Paris'}},
    });
    assert.match(method.id, /^pm_[0-9A-Za-z]{24}$/);
    assert.equal(method.customer, null);
    assert.equal(method.card?.brand, 'visa');
    assert.equal(method.card.last4, '4242');
    assert.equal(method.billing_details.name, 'Ada');
    assert.equal(method.billing_details.email, 'ada@example.com');
    assert.equal(method.billing_details.address?.city, 'Paris');
    assert.equal(method.billing_details.address.postal_code, '12345');
    assert.deepEqual(await stripe.paymentMethods.retrieve(method.id), method);
  });

  it('are made with a publishable key too, but not read with it', async t => {
    const {origin} = await setUp(t);
    const browser = clientOf(origin, 'pk_test_123');
    const {id} = await browser.paymentMethods.create({type: 'card', card: {token: 'tok_visa'}});
    assert.equal((await refusal(browser.paymentMethods.retrieve(id))).statusCode, 401);
  });

  it('pay once without a customer', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentMethods.create({type: 'card', card: {token: 'tok_visa'}});
    await stripe.paymentIntents.create({...orderParams, payment_method: id});
    const reused = await refusal(
      stripe.paymentIntents.create({...orderParams, payment_method: id}),
    );
    assert.equal(reused.statusCode, 400);
    assert.match(reused.message, /^The provided PaymentMethod was previously used/);
    const attached = await refusal(stripe.customers.create({payment_method: id}));
    assert.match(attached.message, /^This PaymentMethod was previously used without/);
  });

  it('are used up by a decline too', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentMethods.create({
      type: 'card',
      card: {token: 'tok_visa_chargeDeclined'},
    });
    const first = await refusal(stripe.paymentIntents.create({...orderParams, payment_method: id}));
    assert.equal(first.code, 'card_declined');
    const second = await refusal(
      stripe.paymentIntents.create({...orderParams, payment_method: id}),
    );
    assert.match(second.message, /may not be used again/);
  });

  it('of a customer pay again and again, for that customer alone', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentMethods.create({type: 'card', card: {token: 'tok_visa'}});
    const owner = await stripe.customers.create({payment_method: id});
    const other = await stripe.customers.create();
    const order = {...orderParams, payment_method: id};
    for (const amount of [100, 200]) {
      const paid = await stripe.paymentIntents.create({...order, amount, customer: owner.id});
      assert.equal(paid.status, 'succeeded');
      assert.equal(paid.customer, owner.id);
    }
    const anonymous = await refusal(stripe.paymentIntents.create(order));
    assert.match(anonymous.message, /belongs to a Customer/);
    const foreign = await refusal(stripe.paymentIntents.create({...order, customer: other.id}));
    assert.match(foreign.message, /^The customer does not have a payment method with the ID/);
  });

  it('belong to one customer', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentMethods.create({type: 'card', card: {token: 'tok_visa'}});
    await stripe.customers.create({payment_method: id});
    const error = await refusal(stripe.customers.create({payment_method: id}));
    assert.equal(error.statusCode, 400);
    assert.equal(error.code, 'payment_method_unexpected_state');
  });

  it("are what a customer's source is, too", async t => {
    const {stripe} = await setUp(t);
    const customer = await stripe.customers.create({source: 'tok_visa'});
    const source = customer.default_source as string;
    const paid = await stripe.paymentIntents.create({
      ...orderParams,
      customer: customer.id,
      payment_method: source,
    });
    assert.equal(paid.payment_method, source);
    assert.equal((await stripe.paymentMethods.retrieve(source)).customer, customer.id);
  });

  it('do not exist under an unknown id', async t => {
    const {stripe} = await setUp(t);
    const looked = await refusal(stripe.paymentMethods.retrieve('pm_x'));
    assert.equal(looked.statusCode, 404);
    const used = await refusal(
      stripe.paymentIntents.create({...orderParams, payment_method: 'pm_x'}),
    );
    assert.equal(used.statusCode, 400);
    assert.equal(used.code, 'resource_missing');
    assert.equal(used.message, "No such PaymentMethod: 'pm_x'");
  });
});
