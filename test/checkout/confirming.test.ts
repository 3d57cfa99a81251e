import {expect} from '@open-wc/testing';
import {Checkout} from '../../src/checkout/checkout.js';
import type {Confirm} from '../../src/checkout/confirm.js';
import type {CheckoutState} from '../../src/checkout/state.js';
import {readOptions} from '../../src/checkout/options.js';
import {PayError} from '../../src/errors.js';
import {deferred} from '../helpers/deferred.js';
import {declined, product, StubGateway} from '../helpers/stub-gateway.js';
import {catchTimers} from '../helpers/timers.js';

const nothingTyped = {email: '', postalCode: '', billing: undefined, shipping: undefined};
const look = {color: '', placeholderColor: '', errorColor: '', fontFamily: '', fontSize: ''};

function unknown(): PayError {
  return new PayError('unknown_outcome', 'network', 'No clear answer.');
}

/** The checkout is in that state, and everyone has heard of it. */
async function reached(checkout: Checkout, name: CheckoutState['name']): Promise<void> {
  while (checkout.state.name !== name) {
    await new Promise(resolve => checkout.addEventListener('change', resolve, {once: true}));
  }
}

/** A checkout whose card is on its way to the merchant's server, which answers as the test says. */
async function paid(confirm: Confirm, gateway = new StubGateway()) {
  const element = document.createElement('div');
  element.setAttribute('data-key', 'pk_test_1');
  const checkout = new Checkout(readOptions(element, gateway), gateway, confirm);
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
  readonly confirm?: Confirm;
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
    name: 'confirming',
    pays: false,
    needsFields: false,
    confirm: () => new Promise(() => {}),
    go: ready,
  },
  {
    name: 'authenticating',
    pays: false,
    needsFields: false,
    confirm: async (_, authenticate) => void (await authenticate('pi_1_secret_2')),
    go: ready,
  },
  {
    name: 'unconfirmed',
    pays: false,
    needsFields: false,
    confirm: () => Promise.reject(unknown()),
    go: ready,
  },
  {name: 'done', pays: false, needsFields: false, confirm: () => Promise.resolve(), go: ready},
  {name: 'closed', pays: false, needsFields: false, go: ({checkout}) => checkout.close('page')},
];

function ready({gateway}: Stage): void {
  for (const field of gateway.inputs.keys()) gateway.say({type: 'ready', field});
}

describe('a checkout that waits for the merchant’s server', () => {
  for (const {name, pays, needsFields, confirm, go} of stages) {
    const arrive = async () => {
      const gateway = new StubGateway();
      gateway.ready = false;
      const stage = await paid(confirm ?? (() => Promise.resolve()), gateway);
      go(stage);
      if (confirm) void stage.pay();
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

  it('is done only when the server has taken the payment', async () => {
    const server = deferred();
    const {checkout, states, pay} = await paid(() => server.promise);
    const paying = pay();
    await Promise.resolve();
    await Promise.resolve();
    expect(checkout.state.name).to.equal('confirming');
    server.resolve();
    await paying;
    expect(states.slice(-3)).to.deep.equal(['tokenizing', 'confirming', 'done']);
    expect(await checkout.result).to.have.nested.property('paid.product', product);
  });

  it('takes another card, made anew, where the server refuses the first', async () => {
    const answers = [Promise.reject(declined()), Promise.resolve()];
    const asked: unknown[] = [];
    const {checkout, gateway, pay} = await paid(payment => {
      asked.push(payment);
      return answers.shift()!;
    });
    await pay();
    expect(checkout.state).to.have.nested.property('errors.number.code', 'card_declined');
    await pay();
    expect(checkout.state.name).to.equal('done');
    expect(gateway.calls.tokenize).to.equal(2);
    expect(asked).to.have.length(2);
    expect(asked[0]).not.to.equal(asked[1]);
  });

  it('asks once more for the same payment where nobody knows what became of it', async () => {
    const answers = [Promise.reject(unknown()), Promise.reject(unknown()), Promise.resolve()];
    const asked: unknown[] = [];
    const {checkout, gateway, states, pay} = await paid(payment => {
      asked.push(payment);
      return answers.shift()!;
    });
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
    expect(states.filter(state => state === 'confirming')).to.have.length(3);
  });

  it('lets the bank ask, and goes on with the id of the payment', async () => {
    const intents: string[] = [];
    const {checkout, gateway, states, pay} = await paid(async (_payment, authenticate) => {
      intents.push(await authenticate('pi_1_secret_2'));
    });
    const paying = pay();
    await reached(checkout, 'authenticating');
    gateway.authenticated('pi_1');
    await paying;
    expect(gateway.secrets).to.deep.equal(['pi_1_secret_2']);
    expect(intents).to.deep.equal(['pi_1']);
    const last = ['confirming', 'authenticating', 'confirming', 'done'];
    expect(states.slice(-4)).to.deep.equal(last);
  });

  it('lets the customer try again where the bank was not satisfied', async () => {
    const code = 'payment_intent_authentication_failure';
    const {checkout, gateway, pay} = await paid(async (_payment, authenticate) => {
      await authenticate('pi_1_secret_2');
    });
    const paying = pay();
    await reached(checkout, 'authenticating');
    gateway.notAuthenticated(new PayError(code, 'customer', 'No.'));
    await paying;
    expect(checkout.state).to.have.nested.property('errors.form.code', code);
  });

  it('is not closed by the customer while the server may be charging, but after a long wait', async () => {
    const timers = catchTimers();
    const server = deferred();
    const {checkout, pay} = await paid(() => server.promise);
    void pay();
    await Promise.resolve();
    await Promise.resolve();
    timers.restore();
    checkout.close('escape');
    expect(checkout.state.name).to.equal('confirming');
    timers.run(10_000);
    checkout.close('escape');
    expect(checkout.state).to.deep.equal({name: 'closed', reason: 'escape'});
    server.resolve();
    expect(await checkout.result).to.deep.equal({closed: 'escape'});
    expect(checkout.state.name).to.equal('closed');
  });
});
