import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type Stripe from 'stripe';
import {isCurrency} from '../../../src/checkout/money.js';
import {currencies} from '../../../src/sandbox/api/currencies.js';
import {card, inPage, refusal, setUp} from './setup.js';

const refused = [
  [49, 'usd', 'amount_too_small', 'Amount must be at least 50 usd'],
  [29, 'gbp', 'amount_too_small', 'Amount must be at least 30 gbp'],
  [49, 'jpy', 'amount_too_small', 'Amount must be at least 50 jpy'],
  [17499, 'HUF', 'amount_too_small', 'Amount must be at least 17500 huf'],
  [150, 'isk', 'invalid_charge_amount', 'Amounts in isk must be multiples of 100'],
  [5124, 'kwd', 'invalid_charge_amount', 'Amounts in kwd must be multiples of 10'],
  [1e12, 'usd', 'amount_too_large', 'Amount must be no more than 999999999999'],
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

describe('American Express', () => {
  const most = 999_999_999;

  for (const [what, pay] of [
    ['charge', (stripe: Stripe, amount: number) => charge(stripe, amount, 'tok_amex')],
    ['payment intent', (stripe: Stripe, amount: number) => confirm(stripe, amount, 'pm_card_amex')],
  ] as const) {
    it(`takes amounts of nine digits, by ${what}`, async t => {
      const {stripe} = await setUp(t);
      assert.equal((await pay(stripe, most)).amount, most);
      const error = await refusal(pay(stripe, most + 1));
      assert.deepEqual([error.statusCode, error.code], [400, 'amount_too_large']);
    });
  }

  it('is alone with that', async t => {
    const {stripe} = await setUp(t);
    assert.equal((await charge(stripe, most + 1, 'tok_visa')).amount, most + 1);
  });
});

describe('currencies', () => {
  it('are all taken by the widget, which leaves it to Stripe to refuse others', () => {
    assert.deepEqual(
      currencies.filter(code => !isCurrency(code)),
      [],
    );
  });
});

function charge(stripe: Stripe, amount: number, source: string) {
  return stripe.charges.create({amount, currency: 'usd', source});
}

function confirm(stripe: Stripe, amount: number, method: string) {
  const options = {...inPage, confirm: true, payment_method: method};
  return stripe.paymentIntents.create({amount, currency: 'usd', ...options});
}
