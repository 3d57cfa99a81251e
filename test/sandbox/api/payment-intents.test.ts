import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, refusal, setUp} from './setup.js';

const neverAway = {automatic_payment_methods: {enabled: true, allow_redirects: 'never'}} as const;
const orderParams = {amount: 999, currency: 'jpy', ...neverAway} as const;

describe('payment intents', () => {
  it("take the money in one call, with the token of the customer's browser", async t => {
    const {stripe} = await setUp(t);
    const token = await stripe.tokens.create({card: {...card(), name: 'Ada'}});
    // The SDK's types have no card here, which the API takes.
    const payment_method_data = {type: 'card', card: {token: token.id}} as const;
    const intent = await stripe.paymentIntents.create({
      ...orderParams,
      confirm: true,
      error_on_requires_action: true,
      description: 'Widget',
      metadata: {order: '7'},
      receipt_email: 'ada@example.com',
      payment_method_data,
      expand: ['latest_charge', 'payment_method'],
    });
    assert.match(intent.id, /^pi_[0-9A-Za-z]{24}$/);
    assert.ok(intent.client_secret?.startsWith(`${intent.id}_secret_`));
    assert.equal(intent.status, 'succeeded');
    assert.equal(intent.amount_received, 999);
    assert.ok(typeof intent.latest_charge === 'object' && intent.latest_charge);
    assert.ok(typeof intent.payment_method === 'object' && intent.payment_method);
    assert.equal(intent.latest_charge.payment_intent, intent.id);
    assert.equal(intent.latest_charge.payment_method, intent.payment_method.id);
    assert.equal(intent.latest_charge.description, 'Widget');
    assert.deepEqual(intent.latest_charge.metadata, {order: '7'});
    assert.equal(intent.latest_charge.receipt_email, 'ada@example.com');
    assert.equal(intent.payment_method.billing_details.name, 'Ada');
    assert.equal(intent.payment_method.card?.checks?.cvc_check, 'pass');
    assert.equal((await stripe.tokens.retrieve(token.id)).used, true);
  });

  it('wait for a payment method, then for confirmation', async t => {
    const {stripe} = await setUp(t);
    const bare = await stripe.paymentIntents.create(orderParams);
    assert.equal(bare.status, 'requires_payment_method');
    assert.equal(bare.latest_charge, null);
    const chosen = await stripe.paymentIntents.create({
      ...orderParams,
      payment_method: 'pm_card_visa',
    });
    assert.equal(chosen.status, 'requires_confirmation');
    assert.equal((await stripe.paymentIntents.confirm(chosen.id)).status, 'succeeded');
    const confirmed = await stripe.paymentIntents.confirm(bare.id, {
      payment_method: 'pm_card_visa',
    });
    assert.equal(confirmed.status, 'succeeded');
    assert.equal((await stripe.paymentIntents.retrieve(bare.id)).status, 'succeeded');
  });

  it('are not confirmed without a payment method', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentIntents.create(orderParams);
    const error = await refusal(stripe.paymentIntents.confirm(id));
    assert.equal(error.statusCode, 400);
    assert.equal(error.code, 'payment_intent_unexpected_state');
  });

  it('survive a decline, and are paid with the next card', async t => {
    const {stripe} = await setUp(t);
    const declined = await refusal(
      stripe.paymentIntents.create({
        ...orderParams,
        confirm: true,
        payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds',
      }),
    );
    assert.equal(declined.type, 'StripeCardError');
    assert.equal(declined.decline_code, 'insufficient_funds');
    const intent = declined.payment_intent;
    assert.equal(intent?.status, 'requires_payment_method');
    assert.equal(intent.payment_method, null);
    assert.equal(intent.latest_charge, declined.charge);
    assert.equal(intent.last_payment_error?.decline_code, 'insufficient_funds');
    assert.equal(intent.last_payment_error.payment_method?.id, declined.payment_method?.id);

    const paid = await stripe.paymentIntents.confirm(intent.id, {payment_method: 'pm_card_visa'});
    assert.equal(paid.status, 'succeeded');
    assert.equal(paid.last_payment_error, null);
    const charges = await stripe.charges.list();
    assert.deepEqual(
      charges.data.map(charge => [charge.status, charge.payment_intent]),
      [
        ['succeeded', intent.id],
        ['failed', intent.id],
      ],
    );
  });

  it('are paid once', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentIntents.create({
      ...orderParams,
      confirm: true,
      payment_method: 'pm_card_visa',
    });
    const error = await refusal(
      stripe.paymentIntents.confirm(id, {payment_method: 'pm_card_visa'}),
    );
    assert.equal(error.code, 'payment_intent_unexpected_state');
    assert.match(error.message, /already succeeded/);
    assert.equal(error.payment_intent?.id, id);
    assert.equal((await stripe.charges.list()).data.length, 1);
  });

  it('are canceled while they are unpaid, and then stay so', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.paymentIntents.create(orderParams);
    const canceled = await stripe.paymentIntents.cancel(id, {cancellation_reason: 'abandoned'});
    assert.equal(canceled.status, 'canceled');
    assert.equal(canceled.cancellation_reason, 'abandoned');
    assert.ok(canceled.canceled_at);
    const again = await refusal(stripe.paymentIntents.cancel(id));
    assert.match(again.message, /^You cannot cancel this PaymentIntent because it has a status of/);
    const confirmed = await refusal(
      stripe.paymentIntents.confirm(id, {payment_method: 'pm_card_visa'}),
    );
    assert.equal(confirmed.code, 'payment_intent_unexpected_state');
  });

  it('need a return_url unless redirects are ruled out, and leave the token unused', async t => {
    const {stripe} = await setUp(t);
    const token = await stripe.tokens.create({card: card()});
    const order = {
      amount: 999,
      currency: 'jpy',
      confirm: true,
      payment_method_data: {type: 'card', card: {token: token.id}},
    } as const;
    const error = await refusal(stripe.paymentIntents.create(order));
    assert.equal(error.statusCode, 400);
    assert.match(error.message, /^A `return_url` must be specified/);
    assert.equal((await stripe.tokens.retrieve(token.id)).used, false);
    const paid = await stripe.paymentIntents.create({...order, return_url: 'http://localhost/'});
    assert.equal(paid.status, 'succeeded');
  });

  it('do not exist under an unknown id', async t => {
    const {stripe} = await setUp(t);
    const error = await refusal(stripe.paymentIntents.retrieve('pi_x'));
    assert.equal(error.statusCode, 404);
    assert.equal(error.message, "No such payment_intent: 'pi_x'");
    assert.equal(error.param, 'intent');
  });
});
