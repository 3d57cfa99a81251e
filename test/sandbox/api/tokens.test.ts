import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, clientOf, refusal, setUp} from './setup.js';

describe('tokens', () => {
  it('a card becomes a token that shows no more of it than Stripe does', async t => {
    const {stripe, origin} = await setUp(t);
    const {number, ...rest} = card();
    const token = await stripe.tokens.create({
      card: {...rest, number: '4242 4242-4242 4242', name: 'Ada', address_zip: '12345'},
    });
    assert.match(token.id, /^tok_[0-9A-Za-z]{24}$/);
    assert.match(token.card?.id ?? '', /^card_[0-9A-Za-z]{24}$/);
    assert.equal(token.used, false);
    assert.equal(token.type, 'card');
    assert.equal(token.card?.brand, 'Visa');
    assert.equal(token.card.last4, '4242');
    assert.equal(token.card.name, 'Ada');
    assert.equal(token.card.cvc_check, 'unchecked');
    assert.equal(token.card.address_zip_check, 'unchecked');
    assert.equal(token.card.address_line1_check, null);
    const read = await fetch(`${origin}/v1/tokens/${token.id}`, {
      headers: {authorization: 'Bearer sk_test_123'},
    });
    assert.equal((await read.text()).includes(number), false);
  });

  it('a browser makes tokens with a publishable key in the form', async t => {
    const {post} = await setUp(t);
    const {number, exp_month, cvc} = card();
    const body = new URLSearchParams({
      key: 'pk_test_123',
      'card[number]': number,
      'card[exp_month]': exp_month,
      'card[exp_year]': '49',
      'card[cvc]': cvc,
      payment_user_agent: 'stripe.js/0; stripe-js-v3/0',
      time_on_page: '1',
      guid: 'NA',
    });
    const response = await post('/v1/tokens', String(body), {authorization: ''});
    assert.equal(response.status, 200);
    const token = (await response.json()) as {card: {exp_year: number}};
    assert.equal(token.card.exp_year, 2049);
  });

  it('a publishable key does not read tokens', async t => {
    const {stripe, origin} = await setUp(t);
    const {id} = await stripe.tokens.create({card: card()});
    const error = await refusal(clientOf(origin, 'pk_test_123').tokens.retrieve(id));
    assert.equal(error.statusCode, 401);
    assert.equal(error.code, 'secret_key_required');
  });

  it('a token can be looked up, and says whether it was used', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.tokens.create({card: card()});
    assert.equal((await stripe.tokens.retrieve(id)).used, false);
    await stripe.charges.create({amount: 100, currency: 'usd', source: id});
    assert.equal((await stripe.tokens.retrieve(id)).used, true);
  });

  it('a token works once, wherever it is used', async t => {
    const {stripe} = await setUp(t);
    const uses = {
      charge: (source: string) => stripe.charges.create({amount: 100, currency: 'usd', source}),
      customer: (source: string) => stripe.customers.create({source}),
      paymentMethod: (token: string) => stripe.paymentMethods.create({type: 'card', card: {token}}),
    };
    for (const first of Object.values(uses)) {
      for (const second of Object.values(uses)) {
        const {id} = await stripe.tokens.create({card: card()});
        await first(id);
        const error = await refusal(second(id));
        assert.equal(error.statusCode, 400);
        assert.equal(error.code, 'token_already_used');
        assert.equal(error.message, `You cannot use a Stripe token more than once: ${id}.`);
      }
    }
  });

  it('a declined charge uses the token up too', async t => {
    const {stripe} = await setUp(t);
    const {id} = await stripe.tokens.create({card: card('4000000000000002')});
    await refusal(stripe.charges.create({amount: 100, currency: 'usd', source: id}));
    const error = await refusal(stripe.charges.create({amount: 100, currency: 'usd', source: id}));
    assert.equal(error.code, 'token_already_used');
  });

  it('an unknown token is missing: 404 in the address, 400 as a parameter', async t => {
    const {stripe} = await setUp(t);
    const looked = await refusal(stripe.tokens.retrieve('tok_x'));
    assert.equal(looked.statusCode, 404);
    assert.equal(looked.message, "No such token: 'tok_x'");
    const charged = await refusal(
      stripe.charges.create({amount: 100, currency: 'usd', source: 'tok_x'}),
    );
    assert.equal(charged.statusCode, 400);
    assert.equal(charged.code, 'resource_missing');
    assert.equal(charged.param, 'source');
    const bridged = await refusal(
      stripe.paymentMethods.create({type: 'card', card: {token: 'tok_x'}}),
    );
    assert.equal(bridged.param, 'card[token]');
  });

  it('cards with the same number have the same fingerprint', async t => {
    const {stripe} = await setUp(t);
    const one = await stripe.tokens.create({card: card()});
    const same = await stripe.tokens.create({card: {...card(), exp_month: '1'}});
    const other = await stripe.tokens.create({card: card('5555555555554444')});
    assert.match(one.card?.fingerprint ?? '', /^\w{16}$/);
    assert.equal(one.card?.fingerprint, same.card?.fingerprint);
    assert.notEqual(one.card?.fingerprint, other.card?.fingerprint);
  });
});
