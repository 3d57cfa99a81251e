import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {card, errorOf, fromBrowser, inPage, type Setup, setUp} from './setup.js';

const newIntent = ({stripe}: Setup) =>
  stripe.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    metadata: {order: '7'},
    ...inPage,
  });

function typed(number?: string, prefix = 'payment_method_data[card]'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(card(number)).map(([name, value]) => [`${prefix}[${name}]`, value]),
  );
}

describe('a browser and a PaymentIntent', () => {
  it('sees a part of it, with its client secret', async t => {
    const setup = await setUp(t);
    const {id, client_secret: secret} = await newIntent(setup);
    const response = await fetch(
      `${setup.origin}/v1/payment_intents/${id}?key=pk_test_123&client_secret=${secret}`,
    );
    const seen = (await response.json()) as Record<string, unknown>;
    assert.equal(seen.status, 'requires_payment_method');
    for (const hidden of ['metadata', 'customer', 'latest_charge', 'amount_received']) {
      assert.equal(hidden in seen, false, hidden);
    }
  });

  it('sees nothing without the secret, or with a wrong one', async t => {
    const setup = await setUp(t);
    const {id} = await newIntent(setup);
    for (const secret of ['', `&client_secret=${id}_secret_wrong`]) {
      const address = `${setup.origin}/v1/payment_intents/${id}?key=pk_test_123${secret}`;
      const response = await fetch(address);
      assert.equal(response.status, 400);
      assert.equal((await errorOf(response)).param, 'client_secret');
    }
  });

  it('confirms it with a card, and is told of a decline without what it must not see', async t => {
    const setup = await setUp(t);
    const {id, client_secret} = await newIntent(setup);
    const confirm = (number?: string) =>
      fromBrowser(setup.origin, `/v1/payment_intents/${id}/confirm`, {
        client_secret: client_secret ?? '',
        use_stripe_sdk: 'true',
        'payment_method_data[type]': 'card',
        'payment_method_data[guid]': 'x',
        ...typed(number),
      });
    const declined = await confirm('4000000000000002');
    assert.equal(declined.status, 402);
    const {payment_intent: shown} = declined.body.error as {payment_intent: object};
    assert.equal('metadata' in shown, false);
    const paid = await confirm();
    assert.deepEqual([paid.status, paid.body.status], [200, 'succeeded']);
    assert.equal('metadata' in paid.body, false);
  });

  it('cannot say what only servers may', async t => {
    const setup = await setUp(t);
    const {id, client_secret} = await newIntent(setup);
    const {body, status} = await fromBrowser(setup.origin, `/v1/payment_intents/${id}/confirm`, {
      client_secret: client_secret ?? '',
      off_session: 'true',
    });
    assert.equal(status, 400);
    assert.equal((body.error as {code: string}).code, 'parameter_unknown');
  });

  it('cannot look further by expanding', async t => {
    const setup = await setUp(t);
    const {id, client_secret} = await newIntent(setup);
    const response = await fetch(
      `${setup.origin}/v1/payment_intents/${id}?key=pk_test_123&client_secret=${client_secret}` +
        '&expand[]=latest_charge',
    );
    assert.equal((await errorOf(response)).param, 'expand');
  });
});

describe('the number of a card', () => {
  it('makes a payment method in a browser, and is refused from a server', async t => {
    const {origin, post} = await setUp(t);
    const params = {type: 'card', ...typed(undefined, 'card')};
    const made = await fromBrowser(origin, '/v1/payment_methods', params);
    assert.equal(made.status, 200);
    const refused = await post('/v1/payment_methods', new URLSearchParams(params).toString());
    assert.match(String((await errorOf(refused)).message), /^Sending credit card numbers directly/);
  });
});
