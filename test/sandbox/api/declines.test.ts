import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, inPage, refusal, setUp} from './setup.js';

const declines = [
  {
    number: '4000000000000002',
    id: 'visa_chargeDeclined',
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: 'Your card was declined.',
  },
  {
    number: '4000000000009995',
    id: 'visa_chargeDeclinedInsufficientFunds',
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  {
    number: '4000000000009987',
    id: 'visa_chargeDeclinedLostCard',
    code: 'card_declined',
    declineCode: 'lost_card',
    message: 'Your card was declined.',
  },
  {
    number: '4000000000009979',
    id: 'visa_chargeDeclinedStolenCard',
    code: 'card_declined',
    declineCode: 'stolen_card',
    message: 'Your card was declined.',
  },
  {
    number: '4000000000000069',
    id: 'chargeDeclinedExpiredCard',
    code: 'expired_card',
    param: 'exp_month',
    message: 'Your card has expired.',
  },
  {
    number: '4000000000000127',
    id: 'chargeDeclinedIncorrectCvc',
    code: 'incorrect_cvc',
    param: 'cvc',
    message: "Your card's security code is incorrect.",
  },
  {
    number: '4000000000000119',
    id: 'chargeDeclinedProcessingError',
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
] as const;

describe('declining test cards', () => {
  for (const decline of declines) {
    const {number, id, code, message} = decline;
    // The SDK reads a missing decline code as an empty one.
    const declineCode = 'declineCode' in decline ? decline.declineCode : '';
    const param = 'param' in decline ? decline.param : undefined;

    it(`${number} tokenizes, then its charge fails with ${declineCode || code}`, async t => {
      const {stripe} = await setUp(t);
      const token = await stripe.tokens.create({card: card(number)});
      for (const source of [token.id, `tok_${id}`]) {
        const error = await refusal(stripe.charges.create({amount: 999, currency: 'jpy', source}));
        assert.equal(error.type, 'StripeCardError');
        assert.equal(error.statusCode, 402);
        assert.equal(error.code, code);
        assert.equal(error.decline_code, declineCode);
        assert.equal(error.param, param);
        assert.equal(error.message, message);
        const charge = await stripe.charges.retrieve(error.charge ?? '');
        assert.equal(charge.status, 'failed');
        assert.equal(charge.paid, false);
        assert.equal(charge.failure_code, code);
        assert.equal(charge.failure_message, message);
        assert.equal(charge.outcome?.type, 'issuer_declined');
      }
    });

    it(`${number} cannot become a customer's card`, async t => {
      const {stripe} = await setUp(t);
      for (const card of [{source: `tok_${id}`}, {payment_method: `pm_card_${id}`}]) {
        const error = await refusal(stripe.customers.create(card));
        assert.equal(error.statusCode, 402);
        assert.equal(error.code, code);
        assert.equal(error.decline_code, declineCode);
        assert.equal(error.charge, undefined);
      }
    });

    it(`${number} fails when an intent is confirmed with it, however it comes`, async t => {
      const {stripe} = await setUp(t);
      const order = {amount: 999, currency: 'jpy', confirm: true, ...inPage};
      const helper = {payment_method: `pm_card_${id}`};
      const ways = [
        helper,
        {confirmation_token: (await stripe.testHelpers.confirmationTokens.create(helper)).id},
        {payment_method_data: {type: 'card', card: {token: `tok_${id}`}}},
      ] as const;
      for (const way of ways) {
        const error = await refusal(stripe.paymentIntents.create({...order, ...way}));
        assert.equal(error.statusCode, 402);
        assert.equal(error.code, code);
        assert.equal(error.decline_code, declineCode);
        assert.equal(error.param, param);
        assert.equal(error.message, message);
        assert.match(error.charge ?? '', /^ch_/);
        assert.match(error.payment_method?.id ?? '', /^pm_/);
        assert.equal(error.payment_intent?.status, 'requires_payment_method');
        assert.equal(error.payment_intent.last_payment_error?.code, code);
      }
    });
  }

  it('a wrong CVC shows in the failed charge', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.tokens.create({card: card('4000000000000127')});
    const error = await refusal(stripe.charges.create({amount: 100, currency: 'usd', source: id}));
    const charge = await stripe.charges.retrieve(error.charge ?? '');
    assert.equal(charge.payment_method_details?.card?.checks?.cvc_check, 'fail');
  });
});
