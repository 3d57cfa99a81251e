import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, refusal, setUp} from './setup.js';

const refused = [
  [49, 'usd', 'amount_too_small', 'Amount must be at least 50 usd'],
  [29, 'gbp', 'amount_too_small', 'Amount must be at least 30 gbp'],
  [49, 'jpy', 'amount_too_small', 'Amount must be at least 50 jpy'],
  [17499, 'HUF', 'amount_too_small', 'Amount must be at least 17500 huf'],
  [150, 'isk', 'invalid_charge_amount', 'Amounts in isk must be multiples of 100'],
  [5124, 'kwd', 'invalid_charge_amount', 'Amounts in kwd must be multiples of 10'],
] as const;

const taken = [
  [50, 'usd'],
  [30, 'gbp'],
  [17500, 'huf'],
  [500, 'isk'],
  [5120, 'kwd'],
  [1, 'vnd'],
] as const;

describe('amounts', () => {
  it('that the currency does not allow are refused, and leave the token unused', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.tokens.create({card: card()});
    for (const [amount, currency, code, message] of refused) {
      const charge = await refusal(stripe.charges.create({amount, currency, source: id}));
      const intent = await refusal(stripe.paymentIntents.create({amount, currency}));
      for (const error of [charge, intent]) {
        assert.equal(error.statusCode, 400);
        assert.equal(error.code, code);
        assert.equal(error.param, 'amount');
        assert.equal(error.message, message);
      }
    }
    assert.equal((await stripe.tokens.retrieve(id)).used, false);
  });

  it('that it allows are charged', async t => {
    const {stripe} = await setUp(t);
    for (const [amount, currency] of taken) {
      const charge = await stripe.charges.create({amount, currency, source: 'tok_visa'});
      assert.equal(charge.amount, amount);
    }
  });
});
