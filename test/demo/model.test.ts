import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import fc from 'fast-check';
import type Stripe from 'stripe';
import {askAgain} from '../../demo/shop/charging/charge.js';
import {hearOf} from '../../demo/shop/charging/events.js';
import {repairOrders} from '../../demo/shop/charging/repair.js';
import {
  answerBank,
  cards,
  chargesFor,
  get,
  order,
  payInPage,
  post,
  startShop,
  token,
  visit,
  type RunningShop,
} from './shop.js';
import {FaultyWire, type Fault, type Target} from './wire.js';
import type {Order} from '../../demo/shop/orders/order.js';

const runs = 100;

/** Milliseconds. Requests are held for less time than the shop takes for impossible. */
const minute = 60 * 1000;
const hour = 60 * minute;
const day = 25 * hour;

/** What can happen to an order, in any order. */
const deeds = {
  payWithGoodCard: game => game.pay(cards.good),
  payWithDeclinedCard: game => game.pay(cards.declined),
  payWithCardThatAsks: game => game.pay(cards.asks),
  navigateWithCardThatAsks: game => game.navigate(cards.asks),
  payClassically: game => game.pay(cards.good, {api: 'charges'}),
  payWithKeptCard: game => game.payWithKeptCard(),
  agree: game => game.answerBank('complete'),
  disagree: game => game.answerBank('fail'),
  postIntent: game => game.postIntent(),
  comeBack: game => game.send('return'),
  check: game => game.send('check'),
  leave: game => game.send('leave'),
  hearOfFirst: game => game.hearOf(0),
  hearOfLast: game => game.hearOf(-1),
  hearOfSecondLast: game => game.hearOf(-2),
  payWithSecret: game => game.payWithSecret(),
  release: game => game.release(),
  crash: game => game.crash(0),
  crashForADay: game => game.crash(day),
} satisfies Record<string, (game: Game) => Promise<unknown>>;

function ofKind(start: string): (keyof typeof deeds)[] {
  return (Object.keys(deeds) as (keyof typeof deeds)[]).filter(name => name.startsWith(start));
}

const moves = fc.record({
  deed: fc.oneof(
    {weight: 2, arbitrary: fc.constantFrom(...ofKind('pay'))},
    {weight: 3, arbitrary: fc.constantFrom(...ofKind(''))},
  ),
  fault: fc.oneof(
    {weight: 3, arbitrary: fc.constant<Fault>('none')},
    {
      weight: 2,
      arbitrary: fc.constantFrom<Fault>(
        'lose-request',
        'lose-answer',
        'error',
        'hold-request',
        'hold-answer',
      ),
    },
  ),
  target: fc.oneof(
    {weight: 2, arbitrary: fc.constant<Target>('charge')},
    {weight: 1, arbitrary: fc.constantFrom<Target>('first other', 'second other')},
  ),
});

/** One order, its customer, their bank, Stripe's webhooks and the shop's process. */
class Game {
  readonly #shop: RunningShop;
  readonly #order: Order;
  readonly #wire: FaultyWire;
  readonly #underWay: Promise<unknown>[] = [];

  constructor(shop: RunningShop, bought: Order, wire: FaultyWire) {
    this.#shop = shop;
    this.#order = bought;
    this.#wire = wire;
  }

  async pay(number: string, fields: Record<string, string> = {}) {
    const stripe_token = await token(this.#shop, number);
    return this.#start(payInPage(this.#shop, this.#order, {stripe_token, ...fields}));
  }

  async navigate(number: string) {
    return this.send('charge', {stripe_token: await token(this.#shop, number), save: 'yes'});
  }

  async payWithKeptCard() {
    const [card] = await this.#shop.orders.customers.savedCards(this.#order.session);
    if (card) await this.#start(payInPage(this.#shop, this.#order, {saved_card: card.id}));
  }

  send(address: string, fields?: Record<string, string>) {
    const path = `/orders/${this.#order.id}/${address}`;
    return this.#start(
      address === 'return' ? get(this.#shop, path) : post(this.#shop, path, fields),
    );
  }

  /** Answers the oldest question that a bank has about this order. */
  async answerBank(outcome: 'complete' | 'fail') {
    const waiting = (await this.#intents()).find(({status}) => status === 'requires_action');
    const action = waiting?.next_action;
    const here = action?.use_stripe_sdk as unknown as {stripe_js: string} | undefined;
    const url = action?.redirect_to_url?.url ?? here?.stripe_js;
    if (url) await answerBank(url, outcome);
  }

  async postIntent() {
    for (const {id} of await this.#intents()) {
      await this.#start(payInPage(this.#shop, this.#order, {stripe_payment_intent: id}));
    }
  }

  async hearOf(at: number) {
    const {data} = await this.#shop.stripe.events.list({limit: 100});
    const ours = data.toReversed().filter(({data: {object}}) => {
      const {metadata} = object as {metadata?: Record<string, string>};
      return metadata?.order_id === this.#order.id;
    });
    const event = ours.at(at);
    if (event) await this.#start(hearOf(this.#shop.parts, event));
  }

  /** The browser pays an intent whose secret it was told, by itself and with another card. */
  async payWithSecret() {
    for (const {id, client_secret: secret} of await this.#intents()) {
      const attempt = await this.#shop.orders.findAttempt(this.#order.id, {intent: id});
      // It was told only of those that had to be authenticated.
      if (!attempt || secret === null) continue;
      const body = new URLSearchParams({
        key: 'pk_test_sandbox',
        client_secret: secret,
        payment_method: 'pm_card_visa',
        return_url: this.#shop.origin,
      });
      const path = `/v1/payment_intents/${id}/confirm`;
      await fetch(this.#shop.sandbox.origin + path, {method: 'POST', body});
    }
  }

  release() {
    this.#wire.release();
    return Promise.resolve();
  }

  /** The process is gone with all that it was waiting for, and after a while another one starts. */
  async crash(pause: number) {
    this.#wire.drop();
    this.#underWay.length = 0;
    mock.timers.tick(pause);
    await this.#start(repairOrders(this.#shop.parts));
  }

  /** All is well again: what is under way ends, and who is in doubt asks. */
  async end() {
    this.#wire.release();
    await Promise.all(this.#underWay);
    const attempt = await this.#shop.orders.currentAttempt(this.#order.id);
    const {status} = await this.standing();
    if (attempt && status !== 'paid') await askAgain(this.#shop.parts, attempt);
  }

  async standing() {
    const [found, charges] = await Promise.all([
      this.#shop.orders.find(this.#order.id),
      chargesFor(this.#shop, this.#order),
    ]);
    return {status: found?.status, charges: charges.length};
  }

  #start<T>(act: Promise<T>): Promise<T> {
    this.#underWay.push(act);
    return act;
  }

  async #intents(): Promise<Stripe.PaymentIntent[]> {
    const {data} = await this.#shop.stripe.paymentIntents.list({limit: 100});
    return data.toReversed().filter(({metadata}) => metadata.order_id === this.#order.id);
  }
}

test('whatever happens in whatever order: one charge at most, and paid if and only if there is one', async t => {
  // Shop and sandbox have one clock.
  mock.timers.enable({apis: ['Date'], now: Date.now()});
  t.after(() => mock.timers.reset());
  const shop = await startShop(t);
  const ends = {open: 0, action: 0, paid: 0};

  await fc.assert(
    fc.asyncProperty(fc.array(moves, {minLength: 1, maxLength: 12}), async played => {
      // Out of the window of the last run's refusals.
      mock.timers.tick(2 * hour);
      shop.visitor = await visit(shop);
      const wire = new FaultyWire(shop);
      const game = new Game(shop, await order(shop), wire);
      for (const {deed, fault, target} of played) {
        mock.timers.tick(minute);
        await wire.with(fault, target, () => deeds[deed](game));
        const {status, charges} = await game.standing();
        assert.ok(charges <= 1, 'charged twice');
        if (status === 'paid') assert.equal(charges, 1, 'paid without a charge');
      }

      await game.end();

      const {status, charges} = await game.standing();
      assert.equal(charges, status === 'paid' ? 1 : 0, `${status} with ${charges} charges`);
      assert.ok(status === 'open' || status === 'action' || status === 'paid', status);
      ends[status]++;
      wire.end();
    }),
    {numRuns: runs},
  );

  // The game can be won, lost and left.
  for (const [status, count] of Object.entries(ends)) assert.ok(count > 0, status);
});
