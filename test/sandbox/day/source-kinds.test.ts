import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type Stripe from 'stripe';
import {card, fromBrowser, press, refusal, setUp} from '../api/setup.js';
import {cardSource, chargeOf, pendingSource, shop} from './sources.js';

describe('a 3-D Secure source', () => {
  it('lets a card be charged that cannot be charged alone', async t => {
    const setup = await setUp(t);
    const {stripe} = setup;
    const asked = await cardSource(setup, 'reusable', '4000002760003184');
    assert.equal(asked.card?.three_d_secure, 'required');
    // Stripe's API takes `three_d_secure`, which the SDK's types leave out.
    const params: Stripe.SourceCreateParams & {three_d_secure: {card: string}} = {
      type: 'three_d_secure',
      amount: 1000,
      currency: 'usd',
      three_d_secure: {card: asked.id},
      redirect: {return_url: shop},
    };
    const source = await stripe.sources.create(params);
    assert.deepEqual([source.status, source.usage], ['pending', 'single_use']);
    await press(source.redirect?.url ?? '', 'complete');
    assert.equal((await chargeOf(setup, source.id)).paid, true);
    assert.equal((await refusal(chargeOf(setup, asked.id))).code, 'authentication_required');
  });
});

describe('the usage of a source', () => {
  it('is refused where its type does not have it', async t => {
    const setup = await setUp(t);
    const error = await refusal(
      setup.stripe.sources.create({
        type: 'ideal',
        amount: 1000,
        currency: 'eur',
        usage: 'reusable',
        redirect: {return_url: shop},
      }),
    );
    assert.equal(error.param, 'usage');
  });

  it('is what the request says where its type has both', async t => {
    const setup = await setUp(t);
    assert.equal((await pendingSource(setup, 'reusable')).usage, 'reusable');
    assert.equal((await pendingSource(setup)).usage, 'single_use');
  });
});

describe('a source in a browser', () => {
  it('is made with a publishable key, and read with its client secret alone', async t => {
    const {origin} = await setUp(t);
    const {number, exp_month, exp_year, cvc} = card();
    const {body} = await fromBrowser(origin, '/v1/sources', {
      type: 'card',
      'card[number]': number,
      'card[exp_month]': exp_month,
      'card[exp_year]': exp_year,
      'card[cvc]': cvc,
    });
    const read = (secret: string) =>
      fetch(`${origin}/v1/sources/${body.id}?key=pk_test_123&client_secret=${secret}`);
    assert.equal((await read(String(body.client_secret))).status, 200);
    assert.equal((await read('src_client_secret_wrong')).status, 400);
  });
});
