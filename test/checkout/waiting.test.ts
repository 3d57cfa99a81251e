import {expect} from '@open-wc/testing';
import {Checkout} from '../../src/checkout/checkout.js';
import type {Delivery} from '../../src/checkout/delivery.js';
import type {Pace} from '../../src/checkout/clock.js';
import {readOptions} from '../../src/checkout/options.js';
import type {CloseReason} from '../../src/checkout/payment.js';
import {type CheckoutState, isWaiting} from '../../src/checkout/state.js';
import {isLocked} from '../../src/elements/dialog-fields.js';
import {answering, charged, delivery} from '../helpers/stub-delivery.js';
import {StubGateway} from '../helpers/stub-gateway.js';
import {catchTimers} from '../helpers/timers.js';

const nothingTyped = {email: '', postalCode: '', billing: undefined, shipping: undefined};
const look = {color: 'black', placeholderColor: '', errorColor: '', fontFamily: '', fontSize: ''};

describe('a checkout that waits', () => {
  let timers: ReturnType<typeof catchTimers>;
  beforeEach(() => (timers = catchTimers()));
  afterEach(() => timers.restore());

  async function start(gateway: StubGateway, delivery: Delivery = charged) {
    const element = document.createElement('div');
    element.setAttribute('data-key', 'pk_test_1');
    const checkout = new Checkout(readOptions(element, gateway), gateway, delivery);
    const told: Pace[] = [];
    checkout.addEventListener('pace', () => told.push(checkout.pace));
    const node = () => document.createElement('div');
    await checkout.start({
      places: {number: node(), expiry: node(), cvc: node()},
      look,
      loadAddressBook: () => Promise.reject(new Error('not asked for')),
      seen: Promise.resolve(),
    });
    return {checkout, told};
  }

  it('tells after four seconds that it takes long, and after ten that it takes too long', async () => {
    const gateway = new StubGateway();
    const {checkout, told} = await start(gateway);
    gateway.completeCard();
    void checkout.pay(nothingTyped);
    expect(checkout.pace).to.equal('usual');
    timers.run(3999);
    expect(told).to.deep.equal([]);
    timers.run(4000);
    expect(told).to.deep.equal(['slow']);
    timers.run(10_000);
    expect(told).to.deep.equal(['slow', 'long']);
    expect(checkout.state.name).to.equal('tokenizing');
  });

  it('tells nothing while it is the customer’s turn', async () => {
    const {checkout, told} = await start(new StubGateway());
    timers.run(60_000);
    expect(checkout.state.name).to.equal('ready');
    expect(told).to.deep.equal([]);
  });

  it('starts anew with each wait', async () => {
    const gateway = new StubGateway();
    const {checkout} = await start(gateway);
    gateway.completeCard();
    const paying = checkout.pay(nothingTyped);
    timers.run(4000);
    expect(checkout.pace).to.equal('slow');
    gateway.succeed();
    await paying;
    expect(checkout.state.name).to.equal('done');
    expect(checkout.pace).to.equal('usual');
    timers.run(4000);
    expect(checkout.pace).to.equal('slow');
  });

  const closings: readonly [
    held: boolean,
    isLong: boolean,
    reason: CloseReason,
    closes: boolean,
  ][] = [
    [false, false, 'button', true],
    [false, false, 'page', true],
    [false, true, 'button', true],
    [false, true, 'page', true],
    [true, false, 'button', false],
    [true, false, 'escape', false],
    [true, false, 'page', true],
    [true, true, 'button', true],
    [true, true, 'escape', true],
    [true, true, 'page', true],
  ];
  for (const holds of ['a browser that leaves', 'a shop that is asked'] as const) {
    for (const [held, isLong, reason, closes] of closings) {
      const time = isLong ? 'long' : 'short';
      it(`closes: ${closes}, for ${reason} after a ${time} wait, held by ${holds}: ${held}`, async () => {
        const gateway = new StubGateway();
        const asks = holds === 'a shop that is asked';
        const shop = delivery(() => new Promise(() => {}));
        const {checkout} = await start(gateway, asks ? shop : answering({name: 'leaving'}));
        void checkout.pay(nothingTyped);
        if (held) gateway.succeed();
        const reached: CheckoutState['name'] = held
          ? asks
            ? 'delivering'
            : 'leaving'
          : 'tokenizing';
        while ((checkout.state.name as string) !== reached) await Promise.resolve();
        if (isLong) timers.run(10_000);
        checkout.close(reason);
        expect(checkout.state.name === 'closed').to.equal(closes);
        if (closes) return;
        checkout.close('page');
      });
    }
  }

  const states: readonly [name: CheckoutState['name'], waits: boolean, locked: boolean][] = [
    ['opening', true, false],
    ['unavailable', false, false],
    ['ready', false, false],
    ['refused', false, false],
    ['tokenizing', true, true],
    ['delivering', true, true],
    ['leaving', true, true],
    ['authenticating', false, false],
    ['unconfirmed', false, true],
    ['done', true, false],
    ['closed', false, false],
  ];
  for (const [name, waits, locked] of states) {
    it(`lets the customer wait: ${waits}, and type: ${!locked}, while ${name}`, () => {
      const state = {name} as CheckoutState;
      expect(isWaiting(state)).to.equal(waits);
      expect(isLocked({state} as Checkout)).to.equal(locked);
    });
  }

  it('leaves nothing running when it is closed', async () => {
    const gateway = new StubGateway();
    gateway.ready = false;
    const {checkout, told} = await start(gateway);
    checkout.close('escape');
    timers.run(60_000);
    expect(told).to.deep.equal([]);
    expect(checkout.state.name).to.equal('closed');
  });
});

describe('restyle()', () => {
  it('gives the fields their new look, and does nothing where there are none', async () => {
    const gateway = new StubGateway();
    const element = document.createElement('div');
    element.setAttribute('data-key', 'pk_test_1');
    const checkout = new Checkout(readOptions(element, gateway), gateway, charged);
    checkout.restyle({...look, color: 'red'});
    expect(gateway.looks).to.deep.equal([]);
    const node = () => document.createElement('div');
    await checkout.start({
      places: {number: node(), expiry: node(), cvc: node()},
      look,
      loadAddressBook: () => Promise.reject(new Error('not asked for')),
      seen: Promise.resolve(),
    });
    checkout.restyle({...look, color: 'white'});
    expect(gateway.looks.map(({color}) => color)).to.deep.equal(['black', 'white']);
    checkout.close('page');
  });
});
