import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {refusalOf} from '../../../src/stripe-js/cards/card-entry.js';
import {card, refusal, setUp} from './setup.js';

const now = new Date(2026, 5, 15);
const good = {number: '4242424242424242', expMonth: '6', expYear: '26', cvc: '123'};

const refusedParams = [
  ['no digits', {number: 'abcd'}, 'invalid_number', 'number'],
  ['a wrong check digit', {number: '4242424242424241'}, 'incorrect_number', 'number'],
  ['too few digits', {number: '42424242424242'}, 'incorrect_number', 'number'],
  ['month 0', {expMonth: '0'}, 'invalid_expiry_month', 'exp_month'],
  ['month 13', {expMonth: '13'}, 'invalid_expiry_month', 'exp_month'],
  ['a word for a month', {expMonth: 'June'}, 'invalid_expiry_month', 'exp_month'],
  ['last month', {expMonth: '5'}, 'invalid_expiry_month', 'exp_month'],
  ['last year', {expYear: '25'}, 'invalid_expiry_year', 'exp_year'],
  ['last century', {expYear: '1999'}, 'invalid_expiry_year', 'exp_year'],
  ['a year too far away', {expYear: '2077'}, 'invalid_expiry_year', 'exp_year'],
  ['a year of three digits', {expYear: '202'}, 'invalid_expiry_year', 'exp_year'],
  ['a CVC of two digits', {cvc: '12'}, 'invalid_cvc', 'cvc'],
  ['a CVC of four digits', {cvc: '1234'}, 'invalid_cvc', 'cvc'],
  ['a CVC with a letter', {cvc: '12a'}, 'invalid_cvc', 'cvc'],
] as const;

describe('a card as it is typed in', () => {
  for (const [what, change, code, param] of refusedParams) {
    it(`${what} is refused with ${code}`, () => {
      const refused = refusalOf({...good, ...change}, now);
      assert.equal(refused?.code, code);
      assert.equal(refused.param, param);
    });
  }

  const taken = [
    ['a card in its last month', {}],
    ['a month with a zero before it', {expMonth: '06'}],
    ['a year in full', {expYear: '2076'}],
    ['a number with spaces', {number: '4242 4242 4242 4242'}],
    ['no CVC', {cvc: undefined}],
    ['four digits of American Express', {number: '378282246310005', cvc: '1234'}],
    ['three digits of American Express', {number: '378282246310005', cvc: '123'}],
    ['fourteen digits of Diners Club', {number: '36227206271667'}],
    ['nineteen digits of UnionPay', {number: '6205500000000000004'}],
  ] as const;

  for (const [what, change] of taken) {
    it(`${what}: nothing is wrong with it`, () => {
      assert.equal(refusalOf({...good, ...change}, now), undefined);
    });
  }

  it('a mistyped card is a card error when it is tokenized', async t => {
    const {stripe} = await setUp(t);
    const error = await refusal(stripe.tokens.create({card: card('4242424242424241')}));
    assert.equal(error.type, 'StripeCardError');
    assert.equal(error.statusCode, 402);
    assert.equal(error.code, 'incorrect_number');
    assert.equal(error.param, 'number');
    assert.equal(error.message, 'Your card number is incorrect.');
    assert.equal(error.doc_url, 'https://stripe.com/docs/error-codes/incorrect-number');
  });

  it('a number that is no test card is refused, so that no real card is taken', async t => {
    const {stripe} = await setUp(t);
    const error = await refusal(stripe.tokens.create({card: card('4111111111111111')}));
    assert.equal(error.statusCode, 402);
    assert.equal(error.code, 'card_declined');
    assert.equal(error.decline_code, 'test_mode_live_card');
  });
});
