import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inPage, refusal, type Setup, setUp} from './setup.js';

const make = ({stripe}: Setup, payment_method = 'pm_card_visa') =>
  stripe.testHelpers.confirmationTokens.create({payment_method});

const confirm = ({stripe}: Setup, confirmation_token: string, more = {}) =>
  stripe.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    confirm: true,
    confirmation_token,
    ...inPage,
    ...more,
  });

describe('a confirmation token', () => {
  it('shows its card, and lasts for twelve hours', async t => {
    const {id, ...token} = await make(await setUp(t));
    assert.match(id, /^ctoken_/);
    assert.equal(token.payment_method_preview?.card?.last4, '4242');
    assert.equal((token.expires_at ?? 0) - token.created, 12 * 60 * 60);
    assert.equal(token.use_stripe_sdk, true);
  });

  it('confirms one intent, and is used up by it', async t => {
    const setup = await setUp(t);
    const {id} = await make(setup);
    const intent = await confirm(setup, id);
    assert.equal(intent.status, 'succeeded');
    const used = await setup.stripe.confirmationTokens.retrieve(id);
    assert.deepEqual([used.payment_intent, used.expires_at], [intent.id, null]);
    assert.match((await refusal(confirm(setup, id))).message, /already been used/);
  });

  it('is used up by a decline', async t => {
    const setup = await setUp(t);
    const {id} = await make(setup, 'pm_card_visa_chargeDeclined');
    assert.equal((await refusal(confirm(setup, id))).code, 'card_declined');
    assert.match((await refusal(confirm(setup, id))).message, /already been used/);
  });

  it('expires', async t => {
    const setup = await setUp(t);
    const {id} = await make(setup);
    setup.control.expire(id);
    assert.match((await refusal(confirm(setup, id))).message, /has expired/);
  });

  it('says what a request does not: how to use the card later, and where to go back to', async t => {
    const setup = await setUp(t);
    const {id} = await setup.stripe.testHelpers.confirmationTokens.create({
      payment_method: 'pm_card_authenticationRequired',
      setup_future_usage: 'off_session',
      return_url: 'http://shop.localhost/token',
    });
    const intent = await confirm(setup, id, {use_stripe_sdk: false});
    assert.equal(intent.setup_future_usage, 'off_session');
    assert.equal(intent.next_action?.redirect_to_url?.return_url, 'http://shop.localhost/token');
  });

  it('is refused beside another way to pay, and by an intent that is not confirmed', async t => {
    const setup = await setUp(t);
    const {id} = await make(setup);
    const twice = await refusal(confirm(setup, id, {payment_method: 'pm_card_visa'}));
    assert.match(twice.message, /^Received both payment_method and confirmation_token/);
    const early = await refusal(confirm(setup, id, {confirm: false}));
    assert.equal(early.param, 'confirmation_token');
    assert.equal((await confirm(setup, id)).status, 'succeeded');
  });

  it('is unknown by any other name', async t => {
    const setup = await setUp(t);
    assert.equal((await refusal(confirm(setup, 'ctoken_x'))).code, 'resource_missing');
    const reading = await refusal(setup.stripe.confirmationTokens.retrieve('ctoken_x'));
    assert.equal(reading.statusCode, 404);
  });
});
