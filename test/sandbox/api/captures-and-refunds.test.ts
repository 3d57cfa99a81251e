import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {idOf, inPage, refusal, type Setup, setUp} from './setup.js';

const authorize = ({stripe}: Setup) =>
  stripe.charges.create({amount: 1000, currency: 'usd', source: 'tok_visa', capture: false});

const held = ({stripe}: Setup) =>
  stripe.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    payment_method: 'pm_card_visa',
    capture_method: 'manual',
    confirm: true,
    ...inPage,
  });

describe('a capture', () => {
  it('takes what was authorized, once', async t => {
    const setup = await setUp(t);
    const {id} = await authorize(setup);
    const taken = await setup.stripe.charges.capture(id);
    assert.deepEqual([taken.captured, taken.amount_captured], [true, 1000]);
    const error = await refusal(setup.stripe.charges.capture(id));
    assert.equal(error.code, 'charge_already_captured');
  });

  it('cannot take more', async t => {
    const setup = await setUp(t);
    const {id} = await authorize(setup);
    const error = await refusal(setup.stripe.charges.capture(id, {amount: 1001}));
    assert.deepEqual([error.code, error.param], ['amount_too_large', 'amount']);
  });

  it('of an intent takes a part and releases the rest', async t => {
    const setup = await setUp(t);
    const {id, latest_charge} = await held(setup);
    const intent = await setup.stripe.paymentIntents.capture(id, {amount_to_capture: 300});
    assert.deepEqual(
      [intent.status, intent.amount_received, intent.amount_capturable],
      ['succeeded', 300, 0],
    );
    const charge = await setup.stripe.charges.retrieve(idOf(latest_charge));
    assert.deepEqual([charge.amount_captured, charge.amount_refunded], [300, 700]);
    const error = await refusal(setup.stripe.paymentIntents.capture(id));
    assert.equal(error.code, 'payment_intent_unexpected_state');
  });

  it('of an intent’s charge goes through the intent', async t => {
    const setup = await setUp(t);
    const {latest_charge} = await held(setup);
    await refusal(setup.stripe.charges.capture(idOf(latest_charge)));
  });

  it('is over when the intent is canceled', async t => {
    const setup = await setUp(t);
    const {id, latest_charge} = await held(setup);
    await setup.stripe.paymentIntents.cancel(id);
    const charge = await setup.stripe.charges.retrieve(idOf(latest_charge));
    assert.deepEqual([charge.refunded, charge.captured], [true, false]);
    await refusal(setup.stripe.paymentIntents.capture(id));
  });
});

describe('a refund', () => {
  it('gives back parts until nothing is left', async t => {
    const {stripe} = await setUp(t);
    const {id: charge} = await stripe.charges.create({
      amount: 1000,
      currency: 'usd',
      source: 'tok_visa',
    });
    await stripe.refunds.create({charge, amount: 300, metadata: {why: 'late'}});
    const part = await stripe.charges.retrieve(charge);
    assert.deepEqual([part.refunded, part.amount_refunded], [false, 300]);
    const tooMuch = await refusal(stripe.refunds.create({charge, amount: 701}));
    assert.equal(tooMuch.code, 'charge_refund_amount_too_large');
    await stripe.refunds.create({charge});
    assert.equal((await stripe.charges.retrieve(charge)).refunded, true);
    const {data} = await stripe.refunds.list({charge});
    assert.deepEqual(
      data.map(({amount}) => amount),
      [700, 300],
    );
    assert.equal((await stripe.refunds.retrieve(data[1].id)).metadata?.why, 'late');
    assert.equal((await refusal(stripe.refunds.create({charge}))).code, 'charge_already_refunded');
  });

  it('is found by its intent', async t => {
    const setup = await setUp(t);
    const {stripe} = setup;
    const {id} = await held(setup);
    await refusal(stripe.refunds.create({payment_intent: id}));
    await stripe.paymentIntents.capture(id);
    const refund = await stripe.refunds.create({payment_intent: id});
    assert.deepEqual([refund.payment_intent, refund.amount], [id, 1000]);
  });

  it('of what never was charged is refused', async t => {
    const {stripe} = await setUp(t);
    assert.equal((await refusal(stripe.refunds.create({charge: 'ch_x'}))).code, 'resource_missing');
    await refusal(stripe.refunds.create({amount: 100}));
    const declined = await refusal(
      stripe.charges.create({amount: 1000, currency: 'usd', source: 'tok_visa_chargeDeclined'}),
    );
    const charge = String(declined.charge);
    assert.equal((await refusal(stripe.refunds.create({charge}))).code, 'charge_not_refundable');
  });

  it('of what an intent has authorized is refused: the intent is canceled instead', async t => {
    const setup = await setUp(t);
    const {id, latest_charge} = await held(setup);
    const error = await refusal(setup.stripe.refunds.create({charge: idOf(latest_charge)}));
    assert.equal(error.code, 'charge_not_refundable');
    assert.equal((await setup.stripe.paymentIntents.capture(id)).status, 'succeeded');
  });

  it('is shown on the charge with the nine before it', async t => {
    const {stripe} = await setUp(t);
    const charge = await stripe.charges.create({amount: 1000, currency: 'usd', source: 'tok_visa'});
    const ids: string[] = [];
    for (let count = 0; count < 11; count += 1) {
      ids.unshift((await stripe.refunds.create({charge: charge.id, amount: 1})).id);
    }
    const {refunds} = await stripe.charges.retrieve(charge.id);
    assert.deepEqual(
      refunds?.data.map(({id}) => id),
      ids.slice(0, 10),
    );
    assert.equal(refunds?.has_more, true);
  });
});
