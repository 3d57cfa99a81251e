import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, refusal, setUp} from './setup.js';

describe('customers', () => {
  it("a token's card becomes the customer's default source, charged again and again", async t => {
    const {stripe} = await setUp(t);
    const token = await stripe.tokens.create({card: card()});
    const customer = await stripe.customers.create({source: token.id, email: 'ada@example.com'});
    assert.match(customer.id, /^cus_[0-9A-Za-z]{24}$/);
    assert.equal(customer.email, 'ada@example.com');
    assert.equal(customer.default_source, token.card?.id);
    for (const amount of [100, 200]) {
      const charge = await stripe.charges.create({amount, currency: 'usd', customer: customer.id});
      assert.equal(charge.customer, customer.id);
      assert.equal(charge.source?.id, token.card?.id);
    }
  });

  it("a customer's card is charged by its id, and by no other customer", async t => {
    const {stripe} = await setUp(t);
    const owner = await stripe.customers.create({source: 'tok_visa'});
    const other = await stripe.customers.create({source: 'tok_visa'});
    const source = owner.default_source as string;
    const order = {amount: 100, currency: 'usd', source};
    const charge = await stripe.charges.create({...order, customer: owner.id});
    assert.equal(charge.source?.id, source);
    const error = await refusal(stripe.charges.create({...order, customer: other.id}));
    assert.equal(error.statusCode, 404);
    assert.equal(
      error.message,
      `Customer ${other.id} does not have a linked source with ID ${source}.`,
    );
  });

  it('a customer without a card cannot be charged', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.customers.create();
    const error = await refusal(
      stripe.charges.create({amount: 100, currency: 'usd', customer: id}),
    );
    assert.equal(error.statusCode, 402);
    assert.equal(error.code, 'missing');
  });

  it('an unknown customer is missing', async t => {
    const {stripe} = await setUp(t);
    const looked = await refusal(stripe.customers.retrieve('cus_x'));
    assert.equal(looked.statusCode, 404);
    assert.equal(looked.message, "No such customer: 'cus_x'");
    const charged = await refusal(
      stripe.charges.create({amount: 100, currency: 'usd', customer: 'cus_x'}),
    );
    assert.equal(charged.statusCode, 400);
    assert.equal(charged.param, 'customer');
  });

  it('an update changes what is sent, empties what is sent empty and keeps the rest', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.customers.create({
      name: 'Ada',
      email: 'ada@example.com',
      description: 'first',
      metadata: {plan: 'a', team: 'x'},
    });
    await stripe.customers.update(id, {email: '', name: 'Bob', metadata: {plan: 'b', team: ''}});
    const customer = await stripe.customers.retrieve(id);
    assert.ok(!customer.deleted);
    assert.equal(customer.name, 'Bob');
    assert.equal(customer.email, null);
    assert.equal(customer.description, 'first');
    assert.deepEqual(customer.metadata, {plan: 'b'});
    assert.deepEqual((await stripe.customers.update(id, {metadata: ''})).metadata, {});
  });

  it('an update with a token replaces the default source; a declined card leaves it', async t => {
    const {stripe} = await setUp(t);
    const {id, default_source} = await stripe.customers.create({source: 'tok_visa'});
    await refusal(stripe.customers.update(id, {source: 'tok_visa_chargeDeclined', name: 'Bob'}));
    const kept = await stripe.customers.retrieve(id);
    assert.ok(!kept.deleted);
    assert.equal(kept.default_source, default_source);
    assert.equal(kept.name, null);
    const updated = await stripe.customers.update(id, {source: 'tok_mastercard'});
    assert.notEqual(updated.default_source, default_source);
  });

  it('an unknown payment method makes no customer, and leaves the token unused', async t => {
    const {stripe} = await setUp(t);
    const token = await stripe.tokens.create({card: card()});
    const error = await refusal(
      stripe.customers.create({source: token.id, payment_method: 'pm_x'}),
    );
    assert.equal(error.code, 'resource_missing');
    assert.equal((await stripe.tokens.retrieve(token.id)).used, false);
  });

  it("a payment method becomes the customer's own", async t => {
    const {stripe} = await setUp(t);
    const method = await stripe.paymentMethods.create({type: 'card', card: {token: 'tok_visa'}});
    const customer = await stripe.customers.create({payment_method: method.id});
    const attached = await stripe.paymentMethods.retrieve(method.id);
    assert.equal(attached.customer, customer.id);
    assert.equal(customer.default_source, null);
  });

  it('are made with a ready-made payment method as their default', async t => {
    const {stripe} = await setUp(t);
    const {id, invoice_settings} = await stripe.customers.create({
      payment_method: 'pm_card_visa',
      invoice_settings: {default_payment_method: 'pm_card_visa'},
    });
    const [method] = (await stripe.customers.listPaymentMethods(id)).data;
    assert.equal(invoice_settings.default_payment_method, method?.id);
  });

  it('are not made, and nothing happens, when the default would not be theirs', async t => {
    const {stripe} = await setUp(t);
    const other = {default_payment_method: 'pm_card_mastercard'};
    await refusal(
      stripe.customers.create({payment_method: 'pm_card_visa', invoice_settings: other}),
    );
    assert.deepEqual((await stripe.events.list()).data, []);
  });

  it('choose among their cards, and say where to send what they buy', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.customers.create({source: 'tok_visa'});
    const card = await stripe.customers.createSource(id, {source: 'tok_mastercard'});
    const shipping = {name: 'Ada', address: {line1: '1 Lane', country: 'GB'}};
    const changed = await stripe.customers.update(id, {default_source: card.id, shipping});
    assert.equal(changed.default_source, card.id);
    assert.equal(changed.shipping?.address?.line1, '1 Lane');
    const error = await refusal(stripe.customers.update(id, {default_source: 'card_x'}));
    assert.equal(error.param, 'default_source');
  });

  it('keep no card beyond its time', async t => {
    const {stripe} = await setUp(t);
    const {id, default_source} = await stripe.customers.create({source: 'tok_visa'});
    const {id: method} = await stripe.paymentMethods.attach('pm_card_visa', {customer: id});
    const past = new Date();
    past.setMonth(past.getMonth() - 1, 1);
    const card = {exp_month: past.getMonth() + 1, exp_year: past.getFullYear()};
    for (const update of [
      stripe.paymentMethods.update(method, {card}),
      stripe.customers.updateSource(id, default_source as string, {
        exp_month: String(card.exp_month),
        exp_year: String(card.exp_year),
      }),
    ]) {
      assert.match(String((await refusal(update)).code), /^invalid_expiry_/);
    }
  });
});
