import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {errorOf, inPage, refusal, setUp} from './setup.js';

const orderParams = {amount: 999, currency: 'jpy', ...inPage} as const;

describe('the options of payment intents', () => {
  it('have payment_method_types in the API versions that know them', async t => {
    const {post} = await setUp(t);
    const form = 'amount=1000&currency=usd&payment_method_types[]=card';
    const headers = {'stripe-version': '2026-08-26.dahlia; some_beta=v1'};
    const response = await post('/v1/payment_intents', form, headers);
    const intent = (await response.json()) as Record<string, unknown>;
    assert.deepEqual(
      [intent.payment_method_types, intent.automatic_payment_methods],
      [['card'], null],
    );
    const later = {'stripe-version': '2026-09-30.endive'};
    assert.equal((await post('/v1/payment_intents', form, later)).status, 400);
    const wrong = {'stripe-version': '2026-08-26.dahlia; some beta'};
    assert.equal((await post('/v1/payment_intents', form, wrong)).status, 400);
  });

  it('name the methods they allow, and what stands on the statement', async t => {
    const {stripe} = await setUp(t);
    const intent = await stripe.paymentIntents.create({
      ...orderParams,
      allowed_payment_method_types: ['card'],
      statement_descriptor_suffix: 'ORDER 7',
      payment_method: 'pm_card_visa',
    });
    assert.deepEqual(intent.allowed_payment_method_types, ['card']);
    const held = await stripe.paymentIntents.confirm(intent.id, {
      capture_method: 'manual',
      return_url: 'https://shop.example/',
    });
    assert.equal(held.status, 'requires_capture');
    const taken = await stripe.paymentIntents.capture(intent.id, {
      metadata: {order: '7'},
      statement_descriptor_suffix: 'ORDER 7B',
      expand: ['latest_charge'],
    });
    assert.equal(taken.metadata.order, '7');
    const {latest_charge: charge} = taken;
    assert.ok(charge && typeof charge === 'object');
    assert.equal(charge.statement_descriptor_suffix, 'ORDER 7B');
  });

  it('are not confirmed by a page when they wait for their server', async t => {
    const {stripe, post} = await setUp(t);
    const {id, client_secret} = await stripe.paymentIntents.create({
      ...orderParams,
      ...inPage,
      confirmation_method: 'manual',
      payment_method: 'pm_card_visa',
    });
    const path = `/v1/payment_intents/${id}/confirm`;
    const browser = {authorization: 'Bearer pk_test_123'};
    const error = await errorOf(await post(path, `client_secret=${client_secret}`, browser));
    assert.match(String(error.message), /confirmation_method set to manual/);
    assert.equal((await stripe.paymentIntents.confirm(id)).status, 'succeeded');
  });

  it('refuse what API version endive has removed', async t => {
    const {stripe} = await setUp(t);
    const params = {...orderParams, payment_method_types: ['card']};
    const error = await refusal(stripe.paymentIntents.create(params));
    assert.equal(error.code, 'payment_method_types_no_longer_supported');
  });
});
