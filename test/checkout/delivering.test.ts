import {expect} from '@open-wc/testing';
import {Checkout} from '../../src/checkout/checkout.js';
import type {Delivery, DeliveryAnswer} from '../../src/checkout/delivery.js';
import type {CheckoutState} from '../../src/checkout/state.js';
import {readOptions} from '../../src/checkout/options.js';
import {PayError} from '../../src/errors.js';
import {deferred} from '../helpers/deferred.js';
import {answering, charged, delivery} from '../helpers/stub-delivery.js';
import {declined, product, StubGateway} from '../helpers/stub-gateway.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {catchTimers} from '../helpers/timers.js';

const nothingTyped = {email: '', postalCode: '', billing: undefined, shipping: undefined};
const look = {color: '', placeholderColor: '', errorColor: '', fontFamily: '', fontSize: ''};

function unknown(): DeliveryAnswer {
  const error = new PayError('unknown_outcome', 'network', 'No clear answer.');
  return {name: 'unknown', error};
}

function refused(): DeliveryAnswer {
  return {name: 'refused', error: declined()};
}

/** The checkout is in that state, and everyone has heard of it. */
async function reached(checkout: Checkout, name: CheckoutState['name']): Promise<void> {
  while (checkout.state.name !== name) {
    await new Promise(resolve => checkout.addEventListener('change', resolve, {once: true}));
  }
}

/** A checkout whose card is on its way to the merchant's server, which answers as the test says. */
async function paid(delivery: Delivery, gateway = new StubGateway()) {
  const element = document.createElement('div');
  element.setAttribute('data-key', 'pk_test_1');
  const checkout = new Checkout(readOptions(element, gateway), gateway, delivery);
  const states: CheckoutState['name'][] = [];
  checkout.addEventListener('change', () => states.push(checkout.state.name));
  const node = () => document.createElement('div');
  await checkout.start({
    places: {number: node(), expiry: node(), cvc: node()},
    look,
    loadAddressBook: () => Promise.reject(new Error('not asked for')),
    seen: Promise.resolve(),
  });
  gateway.completeCard();
  const pay = () => {
    const paying = checkout.pay(nothingTyped);
    gateway.succeed();
    return paying;
  };
  return {checkout, gateway, states, pay};
}

type Stage = Awaited<ReturnType<typeof paid>>;

/** How a checkout gets to a state, and what can be done there. */
const stages: readonly {
  readonly name: CheckoutState['name'];
  readonly pays: boolean;
  readonly needsFields: boolean;
  readonly delivery?: Delivery;
  go(this: void, stage: Stage): unknown;
}[] = [
  {name: 'opening', pays: false, needsFields: true, go: () => {}},
  {
    name: 'unavailable',
    pays: false,
    needsFields: true,
    go: ({gateway}) => gateway.say({type: 'failed', cause: undefined}),
  },
  {name: 'ready', pays: true, needsFields: true, go: ready},
  {
    name: 'refused',
    pays: true,
    needsFields: true,
    go: stage => {
      ready(stage);
      stage.gateway.say({
        type: 'change',
        field: 'cvc',
        complete: false,
        error: {code: 'incomplete_cvc', message: 'Half.'},
      });
    },
  },
  {
    name: 'tokenizing',
    pays: false,
    needsFields: true,
    go: stage => {
      ready(stage);
      void stage.checkout.pay(nothingTyped);
    },
  },
  {
    name: 'delivering',
    pays: false,
    needsFields: false,
    delivery: delivery(() => new Promise(() => {})),
    go: ready,
  },
  {
    name: 'authenticating',
    pays: false,
    needsFields: false,
    delivery: delivery(async (_, {authenticate}) => {
      await authenticate('pi_1_secret_2');
      return {name: 'paid', isLeaving: true};
    }),
    go: ready,
  },
  {
    name: 'unconfirmed',
    pays: false,
    needsFields: false,
    delivery: answering(unknown()),
    go: ready,
  },
  {
    name: 'leaving',
    pays: false,
    needsFields: false,
    delivery: answering({name: 'leaving'}),
    go: ready,
  },
  {name: 'done', pays: false, needsFields: false, delivery: charged, go: ready},
  {name: 'closed', pays: false, needsFields: false, go: ({checkout}) => checkout.close('page')},
];

function ready({gateway}: Stage): void {
  for (const field of gateway.inputs.keys()) gateway.say({type: 'ready', field});
}

describe('a checkout that delivers its payment', () => {
  for (const {name, pays, needsFields, delivery, go} of stages) {
    const arrive = async () => {
      const gateway = new StubGateway();
      gateway.ready = false;
      const stage = await paid(delivery ?? charged, gateway);
      go(stage);
      if (delivery) void stage.pay();
      await reached(stage.checkout, name);
      return stage;
    };

    it(`makes a token: ${pays}, while ${name}`, async () => {
      const {checkout, gateway} = await arrive();
      const before = gateway.calls.tokenize;
      void checkout.pay(nothingTyped);
      expect(gateway.calls.tokenize - before).to.equal(pays ? 1 : 0);
      checkout.close('page');
    });

    it(`needs its fields: ${needsFields}, while ${name}`, async () => {
      const {checkout, gateway} = await arrive();
      gateway.say({type: 'failed', cause: new Error('frame')});
      expect(checkout.state.name).to.equal(needsFields ? 'unavailable' : name);
      checkout.close('page');
    });
  }

  it('is done only when the server has charged the card', async () => {
    const server = deferred();
    const {checkout, states, pay} = await paid(
      delivery(() => server.promise.then(() => ({name: 'paid', isLeaving: false}))),
    );
    const paying = pay();
    await reached(checkout, 'delivering');
    server.resolve();
    await paying;
    expect(states.slice(-4)).to.deep.equal(['tokenizing', 'delivering', 'done', 'closed']);
    expect(await checkout.result).to.have.nested.property('paid.product', product);
  });

  it('takes another card, made anew, where the server refuses the first', async () => {
    const answers: DeliveryAnswer[] = [refused(), {name: 'paid', isLeaving: true}];
    const asked: unknown[] = [];
    const {checkout, gateway, pay} = await paid(
      delivery(payment => {
        asked.push(payment);
        return Promise.resolve(answers.shift()!);
      }),
    );
    await pay();
    expect(checkout.state).to.have.nested.property('errors.number.code', 'card_declined');
    await pay();
    expect(checkout.state.name).to.equal('done');
    expect(gateway.calls.tokenize).to.equal(2);
    expect(asked).to.have.length(2);
    expect(asked[0]).not.to.equal(asked[1]);
  });

  it('asks once more for the same payment where nobody knows what became of it', async () => {
    const answers: DeliveryAnswer[] = [unknown(), unknown(), {name: 'paid', isLeaving: true}];
    const asked: unknown[] = [];
    const {checkout, gateway, states, pay} = await paid(
      delivery(payment => {
        asked.push(payment);
        return Promise.resolve(answers.shift()!);
      }),
    );
    await pay();
    expect(checkout.state.name).to.equal('unconfirmed');
    // Not another payment: that might be a second charge.
    await checkout.pay(nothingTyped);
    expect(gateway.calls.tokenize).to.equal(1);
    await checkout.retry();
    expect(checkout.state.name).to.equal('unconfirmed');
    await checkout.retry();
    expect(checkout.state.name).to.equal('done');
    expect(new Set(asked).size).to.equal(1);
    expect(states.filter(state => state === 'delivering')).to.have.length(3);
  });

  it('lets the bank ask, and goes on with the id of the payment', async () => {
    const intents: string[] = [];
    const {checkout, gateway, states, pay} = await paid(
      delivery(async (_payment, {authenticate}) => {
        intents.push(await authenticate('pi_1_secret_2'));
        return {name: 'paid', isLeaving: true};
      }),
    );
    const paying = pay();
    await reached(checkout, 'authenticating');
    gateway.authenticated('pi_1');
    await paying;
    expect(gateway.secrets).to.deep.equal(['pi_1_secret_2']);
    expect(intents).to.deep.equal(['pi_1']);
    const last = ['delivering', 'authenticating', 'delivering', 'done'];
    expect(states.slice(-4)).to.deep.equal(last);
  });

  it('lets the customer try again where the bank said no', async () => {
    const code = 'payment_intent_authentication_failure';
    const {checkout, gateway, pay} = await paid(
      delivery(async (_payment, {authenticate}) => {
        await authenticate('pi_1_secret_2');
        return {name: 'paid', isLeaving: true};
      }),
    );
    const paying = pay();
    await reached(checkout, 'authenticating');
    gateway.notAuthenticated(new PayError(code, 'customer', 'No.'));
    await paying;
    expect(checkout.state).to.have.nested.property('errors.form.code', code);
  });

  it('does not know what became of a payment whose delivery broke down, and says why in the console', async () => {
    const {checkout, pay} = await paid(delivery(() => Promise.reject(new TypeError('broken'))));
    const errors = listenToConsole('error');
    await pay();
    errors.restore();
    expect(errors.said.join()).to.include('broken');
    expect(checkout.state).to.have.nested.property('error.code', 'unknown_outcome');
    checkout.close('escape');
    expect(checkout.state).to.deep.equal({name: 'closed', reason: 'escape'});
  });

  it('does not know either where the delivery throws at once', async () => {
    const {checkout, pay} = await paid({
      deliver() {
        throw new TypeError('broken');
      },
    });
    const errors = listenToConsole('error');
    await pay();
    errors.restore();
    expect(checkout.state.name).to.equal('unconfirmed');
    checkout.close('page');
  });

  it('aborts what it has given to the delivery when it closes', async () => {
    let signal: AbortSignal | undefined;
    const {checkout, pay} = await paid(
      delivery((_, context) => {
        ({signal} = context);
        return new Promise(() => {});
      }),
    );
    void pay();
    await reached(checkout, 'delivering');
    expect(signal?.aborted).to.equal(false);
    checkout.close('page');
    expect(signal?.aborted).to.equal(true);
  });

  for (const reason of ['page', 'escape'] as const) {
    it(`says that its payment is out of its hands, where it is closed by ${reason} before the answer`, async () => {
      const {checkout, pay} = await paid(answering(unknown()));
      await pay();
      checkout.close(reason);
      const closed = {name: 'closed', reason: reason === 'page' ? 'handled' : reason};
      expect(checkout.state).to.deep.equal(closed);
      expect(await checkout.result).to.have.nested.property('handled.product', product);
    });
  }

  it('says that there is no payment, where it is closed after a refusal', async () => {
    const {checkout, pay} = await paid(answering(refused()));
    await pay();
    checkout.close('page');
    expect(await checkout.result).to.deep.equal({closed: 'page'});
  });

  it('is not closed by the customer while the server may be charging, but after a long wait', async () => {
    const timers = catchTimers();
    const server = deferred();
    const {checkout, pay} = await paid(
      delivery(() => server.promise.then(() => ({name: 'paid', isLeaving: false}))),
    );
    void pay();
    await reached(checkout, 'delivering');
    timers.restore();
    checkout.close('escape');
    expect(checkout.state.name).to.equal('delivering');
    timers.run(10_000);
    checkout.close('escape');
    expect(checkout.state).to.deep.equal({name: 'closed', reason: 'escape'});
    server.resolve();
    // The server may have charged the card all the same.
    expect(await checkout.result).to.have.property('handled');
    expect(checkout.state.name).to.equal('closed');
  });
});
