import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, refusal, setUp} from './setup.js';

describe('charges', () => {
  it('a token is charged', async t => {
    const {stripe, origin} = await setUp(t);
    const token = await stripe.tokens.create({card: card()});
    const charge = await stripe.charges.create({
      amount: 999,
      currency: 'JPY',
      source: token.id,
      description: 'Widget',
      metadata: {order: '7'},
      receipt_email: 'ada@example.com',
    });
    assert.match(charge.id, /^ch_[0-9A-Za-z]{24}$/);
    assert.equal(charge.amount, 999);
    assert.equal(charge.amount_captured, 999);
    assert.equal(charge.currency, 'jpy');
    assert.equal(charge.status, 'succeeded');
    assert.equal(charge.paid, true);
    assert.equal(charge.captured, true);
    assert.equal(charge.description, 'Widget');
    assert.deepEqual(charge.metadata, {order: '7'});
    assert.equal(charge.receipt_email, 'ada@example.com');
    assert.equal(charge.payment_method, token.card?.id);
    assert.equal(charge.source?.id, token.card?.id);
    assert.equal(charge.payment_method_details?.card?.checks?.cvc_check, 'pass');
    assert.equal(charge.outcome?.network_status, 'approved_by_network');
    assert.equal(charge.receipt_url, `${origin}/receipts/${charge.id}`);
  });

  it('a charge can be looked up; one that does not exist is missing', async t => {
    const {stripe} = await setUp(t);
    const charge = await stripe.charges.create({amount: 50, currency: 'usd', source: 'tok_visa'});
    assert.equal((await stripe.charges.retrieve(charge.id)).id, charge.id);
    const error = await refusal(stripe.charges.retrieve('ch_x'));
    assert.equal(error.statusCode, 404);
    assert.equal(error.code, 'resource_missing');
    assert.equal(error.message, "No such charge: 'ch_x'");
  });

  it('charges are listed newest first, up to a limit', async t => {
    const {stripe} = await setUp(t);
    for (const amount of [100, 200, 300]) {
      await stripe.charges.create({amount, currency: 'usd', source: 'tok_visa'});
    }
    const some = await stripe.charges.list({limit: 2});
    assert.deepEqual(
      some.data.map(charge => charge.amount),
      [300, 200],
    );
    assert.equal(some.has_more, true);
    const all = await stripe.charges.list();
    assert.deepEqual(
      all.data.map(charge => charge.amount),
      [300, 200, 100],
    );
    assert.equal(all.has_more, false);
    assert.equal((await refusal(stripe.charges.list({limit: 101}))).param, 'limit');
  });

  it('a charge may be left uncaptured', async t => {
    const {stripe} = await setUp(t);
    const charge = await stripe.charges.create({
      amount: 50,
      currency: 'usd',
      source: 'tok_visa',
      capture: false,
    });
    assert.equal(charge.captured, false);
    assert.equal(charge.amount_captured, 0);
    assert.equal(charge.paid, true);
  });

  const brands = [
    ['tok_visa', 'Visa', 'visa', 'credit'],
    ['tok_visa_debit', 'Visa', 'visa', 'debit'],
    ['tok_mastercard', 'MasterCard', 'mastercard', 'credit'],
    ['tok_mastercard_prepaid', 'MasterCard', 'mastercard', 'prepaid'],
    ['tok_amex', 'American Express', 'amex', 'credit'],
    ['tok_discover', 'Discover', 'discover', 'credit'],
    ['tok_diners', 'Diners Club', 'diners', 'credit'],
    ['tok_jcb', 'JCB', 'jcb', 'credit'],
    ['tok_unionpay', 'UnionPay', 'unionpay', 'credit'],
  ] as const;

  it('ready-made tokens of each brand are a new card at each charge', async t => {
    const {stripe} = await setUp(t);
    for (const [source, title, name, funding] of brands) {
      const first = await stripe.charges.create({amount: 50, currency: 'usd', source});
      const second = await stripe.charges.create({amount: 50, currency: 'usd', source});
      assert.notEqual(first.source?.id, second.source?.id);
      assert.equal(first.source?.object === 'card' && first.source.brand, title);
      assert.equal(first.payment_method_details?.card?.brand, name);
      assert.equal(first.payment_method_details.card.funding, funding);
    }
  });

  it('a charge needs a source or a customer', async t => {
    const {stripe} = await setUp(t);
    const error = await refusal(stripe.charges.create({amount: 50, currency: 'usd'}));
    assert.equal(error.statusCode, 400);
    assert.equal(error.message, 'Must provide source or customer.');
  });
});
