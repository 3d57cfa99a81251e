import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type Stripe from 'stripe';
import {authenticate, cards, token} from './customer.js';
import {recipes} from './recipes.js';
import {
  charges,
  order,
  post,
  requests,
  startShop,
  type Answer,
  type Field,
  type Shop,
} from './shop.js';

const done = {status: 200, body: {status: 'done', location: '/thanks'}};
const unknown = {status: 202, body: {status: 'unknown'}};
const badRequest = {status: 400, body: {status: 'error', message: 'bad request'}};
const confirming = '/v1/payment_intents/*/confirm';

/** What each recipe does, by a sandbox that is new for each case. */
const cases: Readonly<Record<string, (shop: Shop) => Promise<void>>> = {
  async 'a token pays the order'(shop) {
    assert.deepEqual(await post(shop, {stripe_token: await token(shop)}), done);
    const [charge, ...others] = await charges(shop);
    assert.deepEqual(others, []);
    assert.equal(charge?.amount, order.amount);
    assert.equal(charge.currency, order.currency);
    assert.equal(charge.metadata.order_id, order.id);
  },

  async 'a payment method pays the order'(shop) {
    const {id} = await shop.stripe.paymentMethods.create({
      type: 'card',
      card: {token: await token(shop)},
    });
    await pays(shop, {stripe_payment_method: id});
  },

  async 'what else pay-button posts changes nothing'(shop) {
    const stripe_token = await token(shop);
    const stripe_email = 'ada@example.com';
    await pays(shop, {stripe_token, stripe_token_type: 'card', stripe_email});
  },

  async 'the amount is that of the order, whatever the form says'(shop) {
    const stripe_token = await token(shop);
    await pays(shop, {stripe_token, amount: '1', currency: 'usd', 'metadata[order_id]': '1002'});
  },

  async 'a declined card is refused with its code, and another one pays'(shop) {
    const {status, body} = await post(shop, {stripe_token: await token(shop, cards.declined)});
    assert.equal(status, 402);
    assert.deepEqual(body, {
      status: 'refused',
      code: 'card_declined',
      message: 'Your card was declined.',
    });
    assert.deepEqual(await charges(shop), []);
    await pays(shop, {stripe_token: await token(shop)});
  },

  async 'a spent or unknown token is refused'(shop) {
    const stripe_token = await token(shop);
    await shop.stripe.charges.create({amount: 500, currency: 'usd', source: stripe_token});
    const spent = await post(shop, {stripe_token});
    assert.deepEqual([spent.status, spent.body.code], [402, 'token_already_used']);
    const none = await post(shop, {stripe_token: 'tok_none'});
    assert.deepEqual([none.status, none.body.code], [402, 'resource_missing']);
    assert.deepEqual(
      (await charges(shop)).map(charge => charge.amount),
      [500],
    );
  },

  async '3-D Secure, completed: the second post is done'(shop) {
    const intent = await asked(
      shop,
      await post(shop, {stripe_token: await token(shop, cards.authenticated)}),
    );
    await authenticate(intent, 'complete');
    await pays(shop, {stripe_payment_intent: intent.id});
  },

  async '3-D Secure, failed: the second post is refused, and another card pays'(shop) {
    const intent = await asked(
      shop,
      await post(shop, {stripe_token: await token(shop, cards.authenticated)}),
    );
    await authenticate(intent, 'fail');
    const {status, body} = await post(shop, {stripe_payment_intent: intent.id});
    assert.equal(status, 402);
    assert.equal(body.status, 'refused');
    assert.equal(body.code, 'payment_intent_authentication_failure');
    assert.match(String(body.message), /unable to authenticate/);
    assert.deepEqual(await charges(shop), []);
    await pays(shop, {stripe_token: await token(shop)});
  },

  async '3-D Secure, passed over: the second post asks again'(shop) {
    const first = await post(shop, {stripe_token: await token(shop, cards.authenticated)});
    const {id} = await asked(shop, first);
    assert.deepEqual(await post(shop, {stripe_payment_intent: id}), first);
    assert.deepEqual(await charges(shop), []);
  },

  async 'the same post twice is one charge, and both are told that it is done'(shop) {
    const stripe_token = await token(shop);
    await pays(shop, {stripe_token});
    await pays(shop, {stripe_token});
  },

  async 'the same token with another address is the same payment'(shop) {
    const stripe_token = await token(shop);
    await pays(shop, {stripe_token, stripe_email: 'ada@example.com'});
    await pays(shop, {stripe_token, stripe_email: 'eve@example.com'});
  },

  async 'an order whose price has changed since is not refused: it may be paid'(shop) {
    const error = {type: 'idempotency_error', message: 'Keys are for the same parameters.'};
    shop.sandbox.control.fault({
      path: '/v1/payment_intents',
      kind: 'status',
      status: 400,
      body: {error},
    });
    assert.deepEqual(await post(shop, {stripe_token: await token(shop)}), unknown);
    assert.deepEqual(await charges(shop), []);
  },

  async 'a paid order is not charged to a second card'(shop) {
    await pays(shop, {stripe_token: await token(shop)});
    await pays(shop, {stripe_token: await token(shop)});
  },

  async 'ten cards at once are one charge, and nobody is refused'(shop) {
    const tokens = await Promise.all(Array.from({length: 10}, () => token(shop)));
    const answers = await Promise.all(tokens.map(stripe_token => post(shop, {stripe_token})));
    const told = answers.map(({body}) => body.status);
    assert.deepEqual(
      told.filter(status => status !== 'done' && status !== 'unknown'),
      [],
    );
    assert.ok(told.includes('done'));
    assert.equal((await charges(shop)).length, 1);
  },

  async 'an intent of another order, amount or currency does not pay'(shop) {
    const metadata = {order_id: order.id};
    const {amount, currency} = order;
    const others = [
      {amount, currency, metadata: {order_id: '1002'}},
      {amount, currency},
      {amount: 500, currency, metadata},
      {amount, currency: 'usd', metadata},
    ];
    for (const other of others) {
      const {id} = await shop.stripe.paymentIntents.create({
        ...other,
        payment_method: 'pm_card_visa',
        confirm: true,
        automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
      });
      const {status, body} = await post(shop, {stripe_payment_intent: id});
      assert.deepEqual([status, body.status], [402, 'refused']);
    }
    assert.equal((await charges(shop)).length, others.length);
    assert.deepEqual(await post(shop, {stripe_token: await token(shop)}), done);
    assert.equal((await charges(shop)).length, others.length + 1);
  },

  async 'an intent that nobody has tried to pay is refused'(shop) {
    const {amount, currency, id: order_id} = order;
    const {id} = await shop.stripe.paymentIntents.create({amount, currency, metadata: {order_id}});
    const {status, body} = await post(shop, {stripe_payment_intent: id});
    assert.deepEqual([status, body.status], [402, 'refused']);
  },

  async 'what is no token is a bad request, and Stripe is not called'(shop) {
    const wrong: Field[][] = [
      [],
      [['stripe_token', '']],
      [['stripe_token', 'tok_']],
      [['stripe_token', 'tok_a b']],
      [['stripe_token', 'tok_a\n']],
      [['stripe_token', '\ntok_a']],
      [['stripe_token', 'tok_ä']],
      [['stripe_token', 'tok_a/../b']],
      [['stripe_token', 'pm_card_visa']],
      [['stripe_payment_method', 'tok_visa']],
      [['stripe_source', 'src_a']],
      [['stripe_confirmation_token', 'ctoken_a']],
      [['stripe_payment_intent', '../charges']],
      [['stripe_payment_intent', 'pi_a/cancel']],
      [['stripe_token[]', 'tok_visa']],
      [['stripe_token[id]', 'tok_visa']],
      [['card[number]', cards.good]],
      [
        ['stripe_token', 'tok_visa'],
        ['stripe_payment_method', 'pm_card_visa'],
      ],
    ];
    for (const fields of wrong) {
      assert.deepEqual(await post(shop, fields), badRequest, JSON.stringify(fields));
    }
    assert.deepEqual(requests(shop), []);
  },

  async 'a field that is there twice is one charge at most'(shop) {
    const twice: Field[] = [
      ['stripe_token', await token(shop)],
      ['stripe_token', await token(shop)],
    ];
    // PHP and Ruby read the last one alone.
    const {status} = await post(shop, twice);
    assert.ok(status === 400 || status === 200, `${status}`);
    assert.equal((await charges(shop)).length, status === 200 ? 1 : 0);
  },

  async 'an order that there is not is a bad request, and Stripe is not called'(shop) {
    for (const id of ['1002', '', '__proto__', 'constructor', '1001 ', '1']) {
      assert.deepEqual(await post(shop, {stripe_token: 'tok_visa'}, id), badRequest, id);
    }
    assert.deepEqual(requests(shop), []);
  },

  async 'an answer that is lost is unknown, and the next post settles it with one charge'(shop) {
    const {control} = shop.sandbox;
    for (const kind of ['cut-after', 'truncated', 'not-json'] as const) {
      control.reset();
      control.fault({path: confirming, kind});
      assert.deepEqual(await post(shop, {stripe_token: await token(shop)}), unknown, kind);
      control.clear();
      await pays(shop, {stripe_token: await token(shop)});
    }
  },

  async 'a request that does not get there is unknown, and may be sent again'(shop) {
    const {control} = shop.sandbox;
    const stripe_token = await token(shop);
    control.fault({path: '/v1/payment_intents*', kind: 'cut-before'});
    assert.deepEqual(await post(shop, {stripe_token}), unknown);
    assert.deepEqual(await charges(shop), []);
    control.clear();
    await pays(shop, {stripe_token});
  },

  async 'trouble at Stripe is unknown'(shop) {
    const {control} = shop.sandbox;
    for (const status of [401, 409, 429, 500, 503]) {
      control.fault({path: confirming, kind: 'status', status});
      assert.deepEqual(await post(shop, {stripe_token: await token(shop)}), unknown, `${status}`);
      control.clear();
    }
    await pays(shop, {stripe_token: await token(shop)});
  },

  async 'GET charges nothing'(shop) {
    const response = await fetch(`${shop.address}?order=${order.id}&stripe_token=tok_visa`);
    assert.ok([400, 404, 405].includes(response.status), `${response.status}`);
    assert.deepEqual(requests(shop), []);
  },

  // The last case, so that the log is that of all of them. A server logs the address of a GET by itself.
  async 'no token, secret or key is in the log'(shop) {
    assert.doesNotMatch(await shop.said(/^/), /_secret_|tok_(?!visa)|sk_test/);
  },
};

for (const recipe of recipes) {
  describe(`${recipe.name}: ${recipe.file}`, () => {
    const {skip} = recipe;
    let shop: Shop;
    before(async () => {
      if (skip === false) shop = await startShop(recipe);
    });
    beforeEach(() => shop?.sandbox.control.reset());
    after(() => shop?.close());
    for (const [name, check] of Object.entries(cases)) it(name, {skip}, () => check(shop));
  });
}

/** Posts what must pay the order, and looks at what was charged for it until now. */
async function pays(shop: Shop, fields: Readonly<Record<string, string>>): Promise<void> {
  assert.deepEqual(await post(shop, fields), done);
  const made = (await charges(shop)).map(({amount, currency}) => ({amount, currency}));
  assert.deepEqual(made, [{amount: order.amount, currency: order.currency}]);
}

/** The intent whose authentication the page is asked for. */
async function asked({stripe}: Shop, {status, body}: Answer): Promise<Stripe.PaymentIntent> {
  assert.equal(status, 200);
  const {client_secret: secret, ...rest} = body;
  assert.deepEqual(rest, {status: 'action_required'});
  const [id] = String(secret).split('_secret_');
  const intent = await stripe.paymentIntents.retrieve(id ?? '');
  assert.equal(intent.client_secret, secret);
  return intent;
}
