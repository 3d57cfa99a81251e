import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type Stripe from 'stripe';
import {type ApiProxy, startApiProxy} from './api-proxy.js';
import {authenticate, cards, token} from './customer.js';
import {recipes} from './recipes.js';
import {
  browse,
  charges,
  newOrder,
  otherShop,
  post,
  price,
  requests,
  startShop,
  type Field,
  type PageAnswer,
  type Shop,
} from './shop.js';

const unknown = {status: 202, body: {status: 'unknown'}};
const badRequest = {
  status: 400,
  body: {
    status: 'error',
    message: 'No credential, not for this order, or from another site.',
  },
};
const creating = '/v1/payment_intents';
const confirming = '/v1/payment_intents/*/confirm';

/** What each recipe does, by a sandbox that is new for each case. */
const cases: Readonly<Record<string, (shop: Shop) => Promise<void>>> = {
  async 'a token pays the order'(shop) {
    const order = newOrder();
    await pays(shop, {order, stripe_token: await token(shop)});
    const [charge] = await charges(shop);
    assert.equal(charge?.metadata.order_id, order);
  },

  async 'a payment method pays the order'(shop) {
    await pays(shop, {order: newOrder(), stripe_payment_method: await method(shop)});
  },

  async 'what else pay-button posts changes nothing'(shop) {
    const stripe_token = await token(shop);
    const rest = {stripe_token_type: 'card', stripe_email: 'ada@example.com'};
    await pays(shop, {order: newOrder(), stripe_token, ...rest});
  },

  async 'the amount is that of the shop, whatever the form says'(shop) {
    const stripe_token = await token(shop);
    await pays(shop, {order: newOrder(), stripe_token, amount: '1', currency: 'usd'});
  },

  async 'without an order in the page, each credential is an order'(shop) {
    const stripe_token = await token(shop);
    await pays(shop, {stripe_token});
    await pays(shop, {stripe_token});
  },

  async 'a browser that has begun an order goes on with it'(shop) {
    const {headers} = await fetch(shop.address, {
      method: 'POST',
      body: new URLSearchParams({stripe_token: await token(shop, cards.declined)}),
      headers: {accept: 'application/json'},
    });
    const [cookie] = headers.getSetCookie();
    assert.match(cookie ?? '', /^order=[0-9a-f]{64};/);
    assert.match(cookie ?? '', /;\s*HttpOnly/i);
    assert.match(cookie ?? '', /;\s*SameSite=Lax/i);
    assert.doesNotMatch(cookie ?? '', /;\s*Secure/i);
    const kept = {cookie: cookie?.split(';')[0] ?? ''};
    const paid = await browse(shop.address, {stripe_token: await token(shop)}, kept);
    isThanks(shop, paid);
    const again = await browse(shop.address, {stripe_token: await token(shop)}, kept);
    assert.equal(again.status, 402);
    assert.match(again.html, /This order has been paid already\. Nothing was charged this time\./);
    assert.equal((await charges(shop)).length, 1);
    assert.equal((await intentsOf(shop)).length, 1);
  },

  async 'a declined card is refused with its code, and another one pays'(shop) {
    const order = newOrder();
    const answer = await post(shop, {order, stripe_token: await token(shop, cards.declined)});
    const message = 'Your card was declined.';
    assert.deepEqual(answer, {
      status: 402,
      body: {status: 'refused', code: 'card_declined', message},
    });
    assert.deepEqual(await charges(shop), []);
    await pays(shop, {order, stripe_token: await token(shop)});
  },

  async 'a token that was spent elsewhere is refused, in words for the customer'(shop) {
    const stripe_token = await token(shop);
    await shop.stripe.charges.create({amount: 500, currency: 'usd', source: stripe_token});
    const {status, body} = await post(shop, {order: newOrder(), stripe_token});
    const message = 'Please enter the card once more.';
    assert.equal(status, 402);
    assert.deepEqual(body, {status: 'refused', code: 'token_already_used', message});
    assert.equal((await charges(shop)).length, 1);
  },

  async '3-D Secure in the page, completed: the second post is done'(shop) {
    const order = newOrder();
    const intent = await asked(shop, order);
    await authenticate(intent, 'complete');
    await pays(shop, {order, stripe_payment_intent: intent.id});
  },

  async '3-D Secure in the page, failed: the second post is refused, and another card pays'(shop) {
    const order = newOrder();
    const intent = await asked(shop, order);
    await authenticate(intent, 'fail');
    const {status, body} = await post(shop, {order, stripe_payment_intent: intent.id});
    assert.equal(status, 402);
    assert.equal(body.status, 'refused');
    assert.equal(body.code, 'payment_intent_authentication_failure');
    assert.match(String(body.message), /unable to authenticate/);
    assert.deepEqual(await charges(shop), []);
    await pays(shop, {order, stripe_token: await token(shop)});
  },

  async '3-D Secure in the page, passed over: the second post asks again'(shop) {
    const order = newOrder();
    const {id, client_secret} = await asked(shop, order);
    const again = await post(shop, {order, stripe_payment_intent: id});
    assert.deepEqual(again, {status: 200, body: {status: 'action_required', client_secret}});
    assert.deepEqual(await charges(shop), []);
  },

  async 'the first post once more tells what the bank has made of it since'(shop) {
    for (const outcome of ['complete', 'fail'] as const) {
      shop.sandbox.control.reset();
      const order = newOrder();
      const stripe_token = await token(shop, cards.authenticated);
      await authenticate(await asked(shop, order, stripe_token), outcome);
      const {body} = await post(shop, {order, stripe_token});
      assert.equal(body.status, outcome === 'complete' ? 'done' : 'refused');
    }
  },

  async '3-D Secure by the bank’s page: the customer comes back to thanks'(shop) {
    const back = await throughBank(shop, await atBank(shop, newOrder()), 'complete');
    isThanks(shop, await browse(back));
    assert.equal((await charges(shop)).length, 1);
  },

  async '3-D Secure by the bank’s page, failed: the customer comes back to words, and another card pays'(
    shop,
  ) {
    const order = newOrder();
    const back = await throughBank(shop, await atBank(shop, order), 'fail');
    const page = await browse(back);
    assert.equal(page.status, 402);
    assert.match(page.html, /<h1>Not paid<\/h1>/);
    assert.match(page.html, /unable to authenticate/);
    assert.deepEqual(await charges(shop), []);
    await pays(shop, {order, stripe_token: await token(shop)});
  },

  async 'who comes back without an answer is sent to the bank again'(shop) {
    const order = newOrder();
    const bank = await atBank(shop, order);
    const intents = await intentsOf(shop);
    const query = new URLSearchParams({order, payment_intent: intents[0]?.id ?? ''});
    const page = await browse(`${shop.origin}/return?${query}`);
    assert.deepEqual([page.status, page.location], [303, bank]);
  },

  async 'coming back to an order with an intent of another one says nothing of either'(shop) {
    const [order, other] = [newOrder(), newOrder()];
    await atBank(shop, order);
    const intents = await intentsOf(shop);
    await pays(shop, {order: other, stripe_token: await token(shop)});
    for (const wrong of [other, newOrder(), '']) {
      const query = new URLSearchParams({order: wrong, payment_intent: intents[0]?.id ?? ''});
      const page = await browse(`${shop.origin}/return?${query}`);
      assert.deepEqual([page.status, page.location], [400, null]);
      assert.doesNotMatch(page.html, /_secret_/);
    }
  },

  async 'the same post twice is one charge, and both are told that it is done'(shop) {
    const posted = {order: newOrder(), stripe_token: await token(shop)};
    await pays(shop, posted);
    await pays(shop, posted);
  },

  async 'a second card is not charged for a paid order, and its holder is told so'(shop) {
    const order = newOrder();
    await pays(shop, {order, stripe_token: await token(shop)});
    for (const number of [cards.good, cards.declined, cards.authenticated]) {
      const stripe_token = await token(shop, number);
      const {status, body} = await post(shop, {order, stripe_token});
      const message = 'This order has been paid already. Nothing was charged this time.';
      assert.equal(status, 402);
      assert.deepEqual(body, {status: 'refused', code: 'order_paid', message});
      const page = await browse(shop.address, {order, stripe_token: await token(shop, number)});
      assert.equal(page.status, 402);
      assert.match(page.html, /<h1>Paid already<\/h1>/);
      assert.ok(page.html.includes(message), page.html);
    }
    assert.equal((await charges(shop)).length, 1);
  },

  async 'a decline is told as one after another card has paid'(shop) {
    const order = newOrder();
    const declined = {order, stripe_token: await token(shop, cards.declined)};
    await post(shop, declined);
    await pays(shop, {order, stripe_token: await token(shop)});
    const {body} = await post(shop, declined);
    const message = 'This order has been paid already. Your card was declined.';
    assert.deepEqual(body, {status: 'refused', code: 'order_paid', message});
  },

  async 'ten cards at once are one charge, and nobody is told something else'(shop) {
    const order = newOrder();
    const tokens = await Promise.all(Array.from({length: 10}, () => token(shop)));
    const answers = await Promise.all(
      tokens.map(stripe_token => post(shop, {order, stripe_token})),
    );
    const told = answers.map(({body}) => body.code ?? body.status);
    assert.deepEqual(
      told.filter(each => !['done', 'unknown', 'order_paid'].includes(String(each))),
      [],
    );
    assert.equal(told.filter(each => each === 'done').length, 1);
    assert.equal((await charges(shop)).length, 1);
  },

  async 'an intent that is not the order’s is a bad request, and its secret stays secret'(shop) {
    const mine = newOrder();
    const theirs = newOrder();
    const {id} = await asked(shop, theirs);
    await pays(shop, {order: mine, stripe_token: await token(shop)});
    const {id: foreign} = await shop.stripe.paymentIntents.create({
      ...price,
      metadata: {order_id: mine},
      payment_method: 'pm_card_visa',
      confirm: true,
      automatic_payment_methods: {enabled: true, allow_redirects: 'never'},
    });
    for (const intent of [id, foreign]) {
      assert.deepEqual(await post(shop, {order: mine, stripe_payment_intent: intent}), badRequest);
      assert.deepEqual(
        await post(shop, {order: newOrder(), stripe_payment_intent: intent}),
        badRequest,
      );
      assert.deepEqual(await post(shop, {stripe_payment_intent: intent}), badRequest);
    }
  },

  async 'what is no credential is a bad request, and Stripe is not called'(shop) {
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
      const posted: Field[] = [['order', newOrder()], ...fields];
      assert.deepEqual(await post(shop, posted), badRequest, JSON.stringify(fields));
      const page = await browse(shop.address, posted);
      assert.equal(page.status, 400);
      assert.match(page.html, /<h1>The shop could not take this payment<\/h1>/);
    }
    assert.deepEqual(requests(shop), []);
  },

  async 'a field that is there twice is one charge at most'(shop) {
    const twice: Field[] = [
      ['order', newOrder()],
      ['stripe_token', await token(shop)],
      ['stripe_token', await token(shop)],
    ];
    // PHP and Ruby read the last one alone.
    const {status} = await post(shop, twice);
    assert.ok(status === 400 || status === 200, `${status}`);
    assert.equal((await charges(shop)).length, status === 200 ? 1 : 0);
  },

  async 'an order that can be guessed is a bad request, and Stripe is not called'(shop) {
    const wrong = ['1001', ' ', '__proto__', 'constructor', `${newOrder()} `, `../${newOrder()}`];
    for (const order of wrong) {
      assert.deepEqual(await post(shop, {order, stripe_token: 'tok_visa'}), badRequest, order);
    }
    assert.deepEqual(requests(shop), []);
  },

  async 'an answer that is lost is unknown, and the same post asks what became of it'(shop) {
    const {control} = shop.sandbox;
    for (const kind of ['cut-before', 'cut-after', 'truncated', 'not-json'] as const) {
      for (const path of [creating, confirming]) {
        control.reset();
        const posted = {order: newOrder(), stripe_token: await token(shop)};
        control.fault({path, method: 'POST', kind});
        assert.deepEqual(await post(shop, posted), unknown, kind);
        control.clear();
        await pays(shop, posted);
      }
    }
  },

  async 'a page that asks learns of a lost answer in words, and its button asks again'(shop) {
    const {control} = shop.sandbox;
    const posted = {order: newOrder(), stripe_token: await token(shop)};
    control.fault({path: confirming, kind: 'cut-after'});
    const page = await browse(shop.address, posted);
    assert.equal(page.status, 202);
    assert.match(page.html, /<h1>We do not know yet whether you have paid<\/h1>/);
    assert.deepEqual(fieldsOf(page), posted);
    control.clear();
    isThanks(shop, await browse(shop.address, fieldsOf(page)));
    assert.equal((await charges(shop)).length, 1);
  },

  async 'a lost answer about the bank is unknown, and the page’s button asks again'(shop) {
    const order = newOrder();
    const back = await throughBank(shop, await atBank(shop, order), 'complete');
    shop.sandbox.control.fault({path: '/v1/payment_intents/*', method: 'GET', kind: 'cut-before'});
    const page = await browse(back);
    assert.equal(page.status, 202);
    shop.sandbox.control.clear();
    isThanks(shop, await browse(shop.address, fieldsOf(page)));
  },

  async 'trouble at Stripe is unknown'(shop) {
    const {control} = shop.sandbox;
    const order = newOrder();
    for (const status of [409, 429, 500, 503]) {
      control.fault({path: confirming, kind: 'status', status});
      const answer = await post(shop, {order, stripe_token: await token(shop)});
      assert.deepEqual(answer, unknown, `${status}`);
      control.clear();
    }
    await pays(shop, {order, stripe_token: await token(shop)});
  },

  async 'a request under a key of other contents is unknown: it may have been paid'(shop) {
    const error = {type: 'idempotency_error', message: 'Keys are for the same parameters.'};
    shop.sandbox.control.fault({path: creating, kind: 'status', status: 400, body: {error}});
    assert.deepEqual(
      await post(shop, {order: newOrder(), stripe_token: await token(shop)}),
      unknown,
    );
    assert.deepEqual(await charges(shop), []);
  },

  async 'what is wrong with the shop is an error, and never the card’s'(shop) {
    const {control} = shop.sandbox;
    const small = {
      type: 'invalid_request_error',
      code: 'amount_too_small',
      message: 'Amount must be at least 50 cents.',
    };
    const faults = [
      {status: 400, body: {error: small}},
      {status: 400},
      {status: 401},
      {status: 403},
      {status: 404},
    ];
    for (const fault of faults) {
      for (const path of [creating, confirming]) {
        const order = newOrder();
        control.fault({path, method: 'POST', kind: 'status', ...fault});
        const {status, body} = await post(shop, {order, stripe_token: await token(shop)});
        assert.deepEqual([status, body.status], [500, 'error'], JSON.stringify([path, fault]));
        assert.match(String(body.message), /^Stripe: \w+$/);
        const page = await browse(shop.address, {order, stripe_token: await token(shop)});
        assert.equal(page.status, 500);
        assert.match(page.html, /<h1>The shop could not take this payment<\/h1>/);
        control.clear();
      }
    }
    const {status, body} = await post(shop, {order: newOrder(), stripe_token: 'tok_none'});
    assert.deepEqual([status, body.status], [500, 'error']);
    assert.deepEqual(await charges(shop), []);
  },

  async 'an intent that somebody has canceled is an error'(shop) {
    const order = newOrder();
    await post(shop, {order, stripe_token: await token(shop, cards.declined)});
    const intents = await intentsOf(shop);
    await shop.stripe.paymentIntents.cancel(intents[0]?.id ?? '');
    const {body} = await post(shop, {order, stripe_token: await token(shop)});
    assert.equal(body.status, 'error');
  },

  async 'a refusal always has a code'(shop) {
    const error = {type: 'card_error', message: 'No.'};
    shop.sandbox.control.fault({path: confirming, kind: 'status', status: 402, body: {error}});
    const {body} = await post(shop, {order: newOrder(), stripe_token: await token(shop)});
    assert.deepEqual(body, {status: 'refused', code: 'card_declined', message: 'No.'});
  },

  async 'words of Stripe’s are text in a page, never HTML'(shop) {
    const error = {type: 'card_error', code: 'card_declined', message: '<img src=x> & more'};
    shop.sandbox.control.fault({path: confirming, kind: 'status', status: 402, body: {error}});
    const {html} = await browse(shop.address, {
      order: newOrder(),
      stripe_token: await token(shop),
    });
    assert.doesNotMatch(html, /<img/);
    assert.match(html, /&(lt|#60|#38)/);
  },

  async 'a page that posts is answered with pages'(shop) {
    const order = newOrder();
    const declined = await browse(shop.address, {
      order,
      stripe_token: await token(shop, cards.declined),
    });
    assert.equal(declined.status, 402);
    assert.match(declined.html, /Your card was declined\. This card was not charged\./);
    isThanks(shop, await browse(shop.address, {order, stripe_token: await token(shop)}));
    assert.match((await browse(`${shop.origin}/thanks`)).html, /<h1>Thank you<\/h1>/);
  },

  async 'who buys another one gets a new order'(shop) {
    const response = await fetch(`${shop.origin}/again`, {redirect: 'manual'});
    assert.ok([302, 303].includes(response.status));
    const {origin, pathname} = new URL(response.headers.get('location') ?? '', shop.origin);
    assert.equal(origin + pathname, `${shop.origin}/`);
    const [cookie = ''] = response.headers.getSetCookie();
    assert.match(cookie, /^order=(deleted)?;/);
    assert.match(cookie, /max-age=0|expires=[^;]*\b19(69|70)/i);
  },

  async 'another site’s page charges nothing, and leaves no order behind'(shop) {
    const headers = {'sec-fetch-site': 'cross-site', origin: 'https://eve.example'};
    const posted = [
      {stripe_token: 'tok_visa'},
      {order: newOrder(), stripe_token: 'tok_visa'},
    ] as const;
    for (const fields of posted) {
      const response = await fetch(shop.address, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers,
      });
      assert.ok([400, 403].includes(response.status), `${response.status}`);
      assert.deepEqual(response.headers.getSetCookie(), []);
    }
    assert.deepEqual(requests(shop), []);
  },

  async 'GET charges nothing'(shop) {
    const query = new URLSearchParams({order: newOrder(), stripe_token: 'tok_visa'});
    for (const address of [shop.address, `${shop.origin}/return`]) {
      const response = await fetch(`${address}?${query}`);
      assert.ok([400, 404, 405].includes(response.status), `${response.status}`);
    }
    assert.deepEqual(requests(shop), []);
  },

  // The last case, so that the log is that of all of them. A server logs the address of a GET by itself.
  async 'no token, secret or key is in the log'(shop) {
    const lines = (await shop.said(/^/)).split('\n');
    const own = lines.filter(line => !/GET |-> \/(return|charge)\?/.test(line)).join('\n');
    assert.match(own, /refused/);
    assert.doesNotMatch(own, /_secret_|tok_|sk_test/);
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

for (const recipe of recipes) {
  describe(`${recipe.name}, behind a proxy: ${recipe.file}`, () => {
    const {skip} = recipe;
    let shop: Shop;
    let proxy: ApiProxy;
    before(async () => {
      if (skip !== false) return;
      shop = await startShop(recipe, {
        apiOf: async ({origin}) => {
          proxy = await startApiProxy(origin);
          return proxy.origin;
        },
      });
    });
    after(() => Promise.all([shop?.close(), proxy?.close()]));

    it('an order is paid once, even after Stripe has forgotten the keys', {skip}, async () => {
      const order = newOrder();
      const stripe_token = await token(shop);
      await pays(shop, {order, stripe_token});
      proxy.forgetKeys();
      for (const each of [stripe_token, await token(shop)]) {
        const {body} = await post(shop, {order, stripe_token: each});
        assert.deepEqual([body.status, body.code], ['refused', 'order_paid']);
      }
      assert.equal((await charges(shop)).length, 1);
      assert.equal((await intentsOf(shop)).length, 1);
    });

    it('a card that is still being charged is unknown', {skip}, async () => {
      shop.sandbox.control.reset();
      const order = newOrder();
      const {id} = await asked(shop, order);
      proxy.intentStatus = 'processing';
      assert.deepEqual(await post(shop, {order, stripe_payment_intent: id}), unknown);
      proxy.intentStatus = undefined;
    });
  });
}

describe('Serverless, asked from another origin', () => {
  const recipe = recipes.find(({file}) => file === 'serverless.mjs');
  let shop: Shop;
  before(async () => {
    assert.ok(recipe);
    shop = await startShop(recipe, {env: {SHOP_ORIGIN: otherShop}});
  });
  beforeEach(() => shop.sandbox.control.reset());
  after(() => shop.close());

  const ask = (fields: Readonly<Record<string, string>>, origin: string) =>
    fetch(shop.address, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: {accept: 'application/json', origin, 'sec-fetch-site': 'cross-site'},
    });

  it('its shop may read the answer, and goes to the function’s thanks', async () => {
    const response = await ask({order: newOrder(), stripe_token: await token(shop)}, otherShop);
    assert.equal(response.headers.get('access-control-allow-origin'), otherShop);
    assert.deepEqual(await response.json(), {status: 'done', location: `${shop.origin}/thanks`});
  });

  it('OPTIONS allows its shop to post, and nobody else', async () => {
    for (const origin of [otherShop, 'https://eve.example']) {
      const headers = {origin, 'access-control-request-method': 'POST'};
      const response = await fetch(shop.address, {method: 'OPTIONS', headers});
      assert.equal(response.status, 204);
      assert.equal(response.headers.get('access-control-allow-origin'), otherShop);
      assert.match(response.headers.get('access-control-allow-methods') ?? '', /POST/);
    }
  });

  it('a page that does not name its order is told before anything is charged', async () => {
    const response = await ask({stripe_token: await token(shop)}, otherShop);
    assert.equal(response.status, 400);
    assert.deepEqual(await charges(shop), []);
  });
});

/** Posts what must pay an order, and looks at what was charged for that order until now. */
async function pays(shop: Shop, fields: Readonly<Record<string, string>>): Promise<void> {
  const {status, body} = await post(shop, fields);
  const {location} = body;
  assert.deepEqual([status, body], [200, {status: 'done', location}]);
  assert.equal(new URL(String(location), shop.origin).href, `${shop.origin}/thanks`);
  const made = (await charges(shop)).filter(
    ({metadata}) => fields.order === undefined || metadata.order_id === fields.order,
  );
  assert.deepEqual(
    made.map(({amount, currency}) => ({amount, currency})),
    [price],
  );
}

function isThanks({origin}: Shop, {status, location}: PageAnswer): void {
  assert.equal(status, 303);
  assert.equal(new URL(location ?? '', origin).href, `${origin}/thanks`);
}

async function method(shop: Shop): Promise<string> {
  const card = {token: await token(shop)};
  return (await shop.stripe.paymentMethods.create({type: 'card', card})).id;
}

async function intentsOf({stripe}: Shop): Promise<Stripe.PaymentIntent[]> {
  return (await stripe.paymentIntents.list({limit: 100})).data;
}

/** The intent whose authentication the page is asked for. */
async function asked(
  shop: Shop,
  order: string,
  stripe_token?: string,
): Promise<Stripe.PaymentIntent> {
  const posted = {order, stripe_token: stripe_token ?? (await token(shop, cards.authenticated))};
  const {status, body} = await post(shop, posted);
  assert.equal(status, 200);
  const {client_secret: secret, ...rest} = body;
  assert.deepEqual(rest, {status: 'action_required'});
  const [id] = String(secret).split('_secret_');
  const intent = await shop.stripe.paymentIntents.retrieve(id ?? '');
  assert.equal(intent.client_secret, secret);
  return intent;
}

/** Posts as a form does, and returns the bank's page that the browser is sent to. */
async function atBank(shop: Shop, order: string): Promise<string> {
  const stripe_token = await token(shop, cards.authenticated);
  const {status, location} = await browse(shop.address, {order, stripe_token});
  assert.equal(status, 303);
  assert.ok(location !== null && location.startsWith(`${shop.sandbox.origin}/3ds/`), `${location}`);
  return location;
}

/** Answers the bank's page, and returns where it sends the browser. */
async function throughBank(shop: Shop, bank: string, outcome: string): Promise<string> {
  const {location} = await browse(bank, {outcome});
  assert.ok(location !== null && location.startsWith(`${shop.origin}/return?`), `${location}`);
  return location;
}

/** The hidden fields of the page's form. */
function fieldsOf({html}: PageAnswer): Record<string, string> {
  const inputs = html.matchAll(
    /<input type=["']hidden["'] name=["'](\w+)["'] value=["']([\w-]+)["']/g,
  );
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}
