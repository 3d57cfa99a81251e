import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type Stripe from 'stripe';
import type {Order} from '../../demo/shop/orders/order.js';
import {
  cards,
  chargesFor,
  get,
  order,
  pay,
  post,
  startShop,
  token,
  type RunningShop,
} from './shop.js';
import {losingAnswers, pass, type Wire} from './stripe-client.js';

const loseAnswers = losingAnswers('/v1/payment_intents');
const loseRequests: Wire = (path, send) =>
  path === '/v1/payment_intents' ? Promise.reject(new TypeError('connection lost')) : send();
const silence: Wire = () => Promise.reject(new TypeError('connection lost'));

/** Stripe charges another amount than it was asked to. */
const chargeWrongly: Wire = async (path, send) => {
  const response = await send();
  if (path !== '/v1/payment_intents') return response;
  const intent = (await response.json()) as Stripe.PaymentIntent;
  return Response.json({...intent, amount_received: 1});
};

/** A form that is posted to an order, or a page that is asked for. */
type Route = 'charge, same' | 'charge, other' | 'check';

interface Row {
  /** How the order was paid before, if it was: with which card, and what happened on the way. */
  readonly before?: {readonly card: string; readonly wire: Wire};
  /** The fault on the way to Stripe. */
  readonly wire?: Wire;
  /**
   * The answers to each route, as a page and as JSON, and whether Stripe is asked. `order` stands
   * for the address of the order's page, `bank` for the bank's.
   */
  readonly answers: Record<Route, readonly [page: string, json: string, isAsked: boolean]>;
  /** The charges afterwards, whichever of the routes it was. */
  readonly charges: Record<Route, number>;
}

const once = {'charge, same': 1, 'charge, other': 1, check: 1};
const never = {'charge, same': 0, 'charge, other': 0, check: 0};
const done = ['303 to order', '200 done at order', true] as const;
const doneAlready = ['303 to order', '200 done at order', false] as const;
const wait = ['409 We do not know yet', '202 unknown at order', false] as const;
const doubt = ['202 We do not know yet', '202 unknown at order', true] as const;
const declined = ['402 Not paid', '402 refused card_declined', true] as const;
const declinedBefore = ['402 Not paid', '402 refused card_declined', false] as const;
const held = ['202 We have to look at this', '202 unknown at order', false] as const;

const table: Record<string, Row> = {
  'open, and new': {
    answers: {
      'charge, same': done,
      'charge, other': done,
      check: ['303 to order', '409 error', false],
    },
    charges: {...once, check: 0},
  },
  'open, after a decline': {
    before: {card: cards.declined, wire: pass},
    answers: {'charge, same': declinedBefore, 'charge, other': done, check: declinedBefore},
    charges: {...never, 'charge, other': 1},
  },
  'unknown, and charged': {
    before: {card: cards.good, wire: loseAnswers},
    answers: {'charge, same': done, 'charge, other': wait, check: done},
    charges: once,
  },
  'unknown, and declined': {
    before: {card: cards.declined, wire: loseAnswers},
    answers: {'charge, same': declined, 'charge, other': wait, check: declined},
    charges: never,
  },
  'unknown, and never arrived': {
    before: {card: cards.good, wire: loseRequests},
    answers: {'charge, same': done, 'charge, other': wait, check: done},
    charges: {...once, 'charge, other': 0},
  },
  'unknown, charged, and Stripe still out of reach': {
    before: {card: cards.good, wire: loseAnswers},
    wire: silence,
    answers: {'charge, same': doubt, 'charge, other': wait, check: doubt},
    charges: once,
  },
  'unknown, and the bank asks': {
    before: {card: cards.asks, wire: loseAnswers},
    answers: {
      'charge, same': ['303 to bank', '200 action_required', true],
      'charge, other': wait,
      check: ['303 to bank', '200 action_required', true],
    },
    charges: never,
  },
  action: {
    before: {card: cards.asks, wire: pass},
    answers: {
      'charge, same': ['303 to bank', '200 action_required', true],
      'charge, other': done,
      check: ['303 to bank', '200 action_required', true],
    },
    charges: {...never, 'charge, other': 1},
  },
  'action, and Stripe out of reach': {
    before: {card: cards.asks, wire: pass},
    wire: silence,
    answers: {'charge, same': doubt, 'charge, other': doubt, check: doubt},
    charges: never,
  },
  paid: {
    before: {card: cards.good, wire: pass},
    answers: {'charge, same': doneAlready, 'charge, other': doneAlready, check: doneAlready},
    charges: once,
  },
  held: {
    before: {card: cards.good, wire: chargeWrongly},
    answers: {'charge, same': held, 'charge, other': held, check: held},
    charges: once,
  },
};

for (const [status, {before, wire = pass, answers, charges}] of Object.entries(table)) {
  describe(`an order that is ${status}`, () => {
    for (const route of ['charge, same', 'charge, other', 'check'] as const) {
      const [page, json, isAsked] = answers[route];
      for (const [accept, expected] of [
        ['text/html', page],
        ['application/json', json],
      ] as const) {
        test(`${route} credential, ${accept}: ${expected}`, async t => {
          const shop = await startShop(t);
          const bought = await order(shop);
          const credential = await token(shop, before?.card);
          if (before) {
            shop.wire = before.wire;
            // As a page, so that a bank has an address of its own.
            await pay(shop, bought, credential);
          }
          const other = await token(shop);
          shop.wire = wire;
          const calls = shop.calls.length;

          const headers = {accept};
          const response =
            route === 'check'
              ? await post(shop, `/orders/${bought.id}/check`, {}, {headers})
              : await pay(
                  shop,
                  bought,
                  route === 'charge, same' ? credential : other,
                  {},
                  {headers},
                );

          assert.equal(await described(shop, response, bought), expected);
          assert.equal(shop.calls.length > calls, isAsked, 'asked');
          assert.equal((await chargesFor(shop, bought)).length, charges[route], 'charges');
        });
      }
    }
  });
}

test('an order that is not known to be paid has a page with a way to check it, without end', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  shop.wire = loseAnswers;
  await pay(shop, bought, await token(shop));
  shop.wire = silence;

  const path = `/orders/${bought.id}`;
  const form = `action="${path}/check"`;
  for (let time = 1; time <= 3; time++) {
    assert.ok((await (await get(shop, path)).text()).includes(form));
    assert.ok((await (await post(shop, `${path}/check`)).text()).includes(form));
  }
  shop.wire = pass;

  assert.equal((await post(shop, `${path}/check`)).headers.get('location'), path);
  assert.match(await (await get(shop, path)).text(), /Thank you/);
});

test('the same form fifty times while nobody knows: Stripe is asked by one at a time', async t => {
  const shop = await startShop(t);
  const bought = await order(shop);
  const credential = await token(shop);
  shop.wire = loseAnswers;
  await pay(shop, bought, credential);
  let asking = 0;
  let most = 0;
  shop.wire = async (_path, send) => {
    most = Math.max(most, ++asking);
    const response = await send();
    asking--;
    return response;
  };

  const responses = await Promise.all(
    Array.from({length: 50}, () => pay(shop, bought, credential)),
  );

  assert.equal(most, 1);
  assert.ok(responses.some(({status}) => status === 303));
  assert.ok(responses.every(({status}) => status === 303 || status === 409));
  assert.equal((await chargesFor(shop, bought)).length, 1);
});

test('a saved card that was declined may be tried again: choosing it is a new wish', async t => {
  const shop = await startShop(t);
  const first = await order(shop);
  await pay(shop, first, await token(shop), {save: 'yes'});
  const [card] = await shop.orders.customers.savedCards(first.session);
  assert.ok(card);
  const bought = await order(shop);
  shop.wire = async (path, send) =>
    path === '/v1/payment_intents'
      ? Response.json({error: {type: 'card_error', code: 'card_declined'}}, {status: 402})
      : send();
  const fields = {saved_card: card.id};
  assert.equal((await post(shop, `/orders/${bought.id}/charge`, fields)).status, 402);
  shop.wire = pass;

  assert.equal((await post(shop, `/orders/${bought.id}/charge`, fields)).status, 303);
});

/** An answer in a line: its status, and what it says or where it leads to. */
async function described(shop: RunningShop, response: Response, {id}: Order): Promise<string> {
  const {status, headers} = response;
  const path = `/orders/${id}`;
  const location = headers.get('location');
  if (location !== null) {
    if (location === path) return `${status} to order`;
    return `${status} to ${location.startsWith(shop.sandbox.origin) ? 'bank' : location}`;
  }
  const body = await response.text();
  if (!headers.get('content-type')?.includes('json')) {
    return `${status} ${/<h1>([^<]+)<\/h1>/.exec(body)?.[1] ?? body}`;
  }
  const answer = JSON.parse(body) as {status: string; code?: string; location?: string};
  const place = answer.location === path ? 'at order' : answer.location;
  return [status, answer.status, answer.code, place].filter(Boolean).join(' ');
}
