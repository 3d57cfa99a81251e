import {expect} from '@open-wc/testing';
import {ada, grace} from '../helpers/addresses.js';
import {addressBook} from '../../src/addresses/address-book.js';
import {Checkout} from '../../src/checkout/checkout.js';
import type {CheckoutState} from '../../src/checkout/state.js';
import type {PayErrorEvent} from '../../src/checkout/events.js';
import {type CheckoutOptions, readOptions} from '../../src/checkout/options.js';
import {type FieldName, PayError} from '../../src/errors.js';
import {answering, charged} from '../helpers/stub-delivery.js';
import {declined, product, StubGateway} from '../helpers/stub-gateway.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {catchTimers} from '../helpers/timers.js';

const nothingTyped = {email: '', postalCode: '', billing: undefined, shipping: undefined};

function optionsWith(attributes: Record<string, string> = {}): CheckoutOptions {
  const element = document.createElement('div');
  element.setAttribute('data-key', 'pk_test_1');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return readOptions(element, new StubGateway());
}

function start(gateway: StubGateway, attributes?: Record<string, string>, delivery = charged) {
  const checkout = new Checkout(optionsWith(attributes), gateway, delivery);
  const states: CheckoutState['name'][] = [];
  const errors: PayError[] = [];
  checkout.addEventListener('change', () => states.push(checkout.state.name));
  checkout.addEventListener('pay-error', event => errors.push((event as PayErrorEvent).error));
  const node = () => document.createElement('div');
  const started = checkout.start({
    places: {number: node(), expiry: node(), cvc: node()},
    look: {color: '', placeholderColor: '', errorColor: '', fontFamily: '', fontSize: ''},
    loadAddressBook: () => Promise.resolve(addressBook),
    seen: Promise.resolve(),
  });
  return {checkout, states, errors, started};
}

async function ready(
  gateway: StubGateway,
  attributes?: Record<string, string>,
  delivery = charged,
) {
  const all = start(gateway, attributes, delivery);
  await all.started;
  return all;
}

function codes({state}: Checkout): [string, string][] {
  if (state.name !== 'refused') throw new Error(`Not refused, but ${state.name}.`);
  return Object.entries(state.errors).map(([field, {code}]) => [field, code]);
}

describe('Checkout', () => {
  it('goes from opening to ready when every field is', async () => {
    const gateway = new StubGateway();
    gateway.ready = false;
    const {checkout, started} = start(gateway);
    await started;
    gateway.say({type: 'ready', field: 'number'});
    gateway.say({type: 'ready', field: 'cvc'});
    expect(checkout.state.name).to.equal('opening');
    gateway.say({type: 'ready', field: 'expiry'});
    expect(checkout.state.name).to.equal('ready');
  });

  it('turns a card into a payment', async () => {
    const gateway = new StubGateway();
    const {checkout, states} = await ready(gateway, {'data-email': '', 'data-zip-code': ''});
    gateway.completeCard();
    const paying = checkout.pay({...nothingTyped, email: 'ada@example.com', postalCode: '94107'});
    expect(checkout.state.name).to.equal('tokenizing');
    gateway.succeed();
    await paying;
    const payment = {
      product,
      email: 'ada@example.com',
      billing: undefined,
      shipping: undefined,
      addressFields: [],
    };
    expect(checkout.state).to.deep.equal({name: 'done', payment});
    expect(await checkout.result).to.deep.equal({paid: payment});
    expect(gateway.details).to.deep.equal([
      {email: 'ada@example.com', postalCode: '94107', billing: undefined},
    ]);
    expect(states.slice(-3)).to.deep.equal(['tokenizing', 'delivering', 'done']);
  });

  it('neither sends nor returns what was not asked for', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    gateway.completeCard();
    const paying = checkout.pay({
      email: 'ada@example.com',
      postalCode: '94107',
      billing: grace,
      shipping: grace,
    });
    gateway.succeed();
    await paying;
    const nothing = {email: undefined, billing: undefined, shipping: undefined, addressFields: []};
    expect(await checkout.result).to.deep.equal({paid: {product, ...nothing}});
    expect(gateway.details).to.deep.equal([
      {email: undefined, postalCode: undefined, billing: undefined},
    ]);
  });

  it('says at each input what is missing, and makes no token', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway, {'data-email': '', 'data-zip-code': ''});
    await checkout.pay({...nothingTyped, email: 'ada'});
    expect(codes(checkout)).to.deep.equal([
      ['email', 'incomplete_email'],
      ['number', 'incomplete_number'],
      ['expiry', 'incomplete_expiry'],
      ['cvc', 'incomplete_cvc'],
      ['postalCode', 'incomplete_zip'],
    ]);
    expect(gateway.calls.tokenize).to.equal(0);
  });

  it('leaves it to the provider whether the card is incomplete, and then says so at each field', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    const paying = checkout.pay(nothingTyped);
    gateway.say({type: 'change', field: 'cvc', complete: true, error: undefined});
    gateway.refuse(
      new PayError('incomplete_number', 'customer', 'Your card number is incomplete.', {
        field: 'number',
      }),
    );
    await paying;
    expect(codes(checkout)).to.deep.equal([
      ['number', 'incomplete_number'],
      ['expiry', 'incomplete_expiry'],
    ]);
  });

  it('pays a card whose last digit is reported after the click', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    const paying = checkout.pay(nothingTyped);
    gateway.completeCard();
    gateway.succeed();
    await paying;
    expect(checkout.state.name).to.equal('done');
  });

  it('41. keeps a refused card editable, and takes the message back at the first change', async () => {
    const gateway = new StubGateway();
    const {checkout, errors} = await ready(gateway);
    gateway.completeCard();
    const paying = checkout.pay(nothingTyped);
    const error = declined();
    gateway.refuse(error);
    await paying;
    expect(checkout.state).to.deep.equal({name: 'refused', errors: {number: error}});
    expect(errors).to.deep.equal([error]);
    gateway.say({type: 'change', field: 'number', complete: false, error: undefined});
    expect(checkout.state).to.deep.equal({name: 'ready'});
  });

  const postalCodes: [Record<string, string>, FieldName][] = [
    [{'data-zip-code': ''}, 'postalCode'],
    [{'data-billing-address': ''}, 'billing-zip'],
    [{}, 'form'],
  ];
  for (const [attributes, field] of postalCodes) {
    it(`says at ${field} that the postal code is wrong`, async () => {
      const gateway = new StubGateway();
      const {checkout} = await ready(gateway, attributes);
      gateway.completeCard();
      const paying = checkout.pay({...nothingTyped, postalCode: '94107', billing: ada});
      const error = new PayError('incorrect_zip', 'customer', 'Wrong.', {field: 'postalCode'});
      gateway.refuse(error);
      await paying;
      expect(checkout.state).to.deep.equal({name: 'refused', errors: {[field]: error}});
    });
  }

  it('says what is wrong with an address that is both only once', async () => {
    const gateway = new StubGateway();
    const both = {'data-billing-address': '', 'data-shipping-address': ''};
    const {checkout} = await ready(gateway, both);
    gateway.completeCard();
    const address = {...ada, city: '', zip: '?'};
    await checkout.pay({...nothingTyped, billing: address, shipping: address});
    const {errors} = checkout.state as {errors?: object};
    expect(Object.keys(errors ?? {})).to.deep.equal(['billing-city']);
    await checkout.pay({...nothingTyped, billing: ada, shipping: {...address, zip: '1'}});
    const {errors: later} = checkout.state as {errors?: object};
    expect(Object.keys(later ?? {})).to.deep.equal(['shipping-city', 'shipping-zip']);
  });

  it('can be paid with another card after a refusal', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    gateway.completeCard();
    const first = checkout.pay(nothingTyped);
    gateway.refuse(declined());
    await first;
    const second = checkout.pay(nothingTyped);
    gateway.succeed();
    await second;
    expect(checkout.state.name).to.equal('done');
    expect(gateway.calls.tokenize).to.equal(2);
  });

  it('shows what a field says while the customer types', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    const error = {code: 'invalid_number', message: 'Your card number is invalid.'};
    gateway.say({type: 'change', field: 'number', complete: false, error});
    const {errors} = checkout.state as Extract<CheckoutState, {name: 'refused'}>;
    expect(errors.number).to.include({
      code: 'invalid_number',
      audience: 'customer',
      field: 'number',
    });
  });

  it('47. makes one token, however often it is told to pay', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    gateway.completeCard();
    const payings = [checkout.pay(nothingTyped), checkout.pay(nothingTyped)];
    gateway.succeed();
    await Promise.all(payings);
    await checkout.pay(nothingTyped);
    expect(gateway.calls.tokenize).to.equal(1);
  });

  it('44. drops a token that comes after closing', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    gateway.completeCard();
    const paying = checkout.pay(nothingTyped);
    checkout.close('escape');
    gateway.succeed();
    await paying;
    expect(checkout.state).to.deep.equal({name: 'closed', reason: 'escape'});
    expect(await checkout.result).to.deep.equal({closed: 'escape'});
    expect(gateway.calls.destroy).to.equal(1);
  });

  it('44. closes once, for the first reason', async () => {
    const {checkout, states} = await ready(new StubGateway());
    checkout.close('button');
    checkout.close('page');
    expect(await checkout.result).to.deep.equal({closed: 'button'});
    expect(states.filter(name => name === 'closed')).to.have.lengthOf(1);
  });

  it('is closed as paid after a payment, also where the page closes it', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    gateway.completeCard();
    const paying = checkout.pay(nothingTyped);
    gateway.succeed();
    await paying;
    checkout.close('page');
    expect(checkout.state).to.deep.equal({name: 'closed', reason: 'paid'});
  });

  /** A checkout whose credential the browser leaves with. */
  async function leaving() {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway, {}, answering({name: 'leaving'}));
    gateway.completeCard();
    const timers = catchTimers();
    const paying = checkout.pay(nothingTyped);
    gateway.succeed();
    await paying;
    timers.restore();
    expect(checkout.state.name).to.equal('leaving');
    return {checkout, timers};
  }

  it('cannot be closed by the customer while the browser leaves, but gives way after a while', async () => {
    const {checkout, timers} = await leaving();
    timers.run(4000);
    checkout.close('escape');
    checkout.close('button');
    expect(checkout.state.name).to.equal('leaving');
    timers.run(10_000);
    checkout.close('button');
    expect(checkout.state).to.deep.equal({name: 'closed', reason: 'button'});
    expect(await checkout.result).to.have.property('handled');
  });

  it('ends with the page, as handled, while the browser leaves', async () => {
    const {checkout} = await leaving();
    checkout.close('page');
    expect(checkout.state).to.deep.equal({name: 'closed', reason: 'handled'});
  });

  it('drops a refusal that comes after its fields have failed', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    gateway.completeCard();
    const paying = checkout.pay(nothingTyped);
    gateway.say({type: 'failed', cause: new Error('frame')});
    gateway.refuse(declined());
    await paying;
    expect(checkout.state.name).to.equal('unavailable');
  });

  it('45. closes at Escape inside a field', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    gateway.say({type: 'escape', field: 'cvc'});
    expect(checkout.state).to.deep.equal({name: 'closed', reason: 'escape'});
  });

  it('mounts nothing when it was closed while loading', async () => {
    const gateway = new StubGateway({loads: false});
    const {checkout, started} = start(gateway);
    checkout.close('button');
    gateway.succeedLoading();
    await started;
    expect(gateway.inputs.size).to.equal(0);
  });

  it('38. is unavailable when the provider does not come, and starts anew on request', async () => {
    const gateway = new StubGateway({loads: false});
    const {checkout, errors, started} = start(gateway);
    const error = new PayError('unreachable', 'network', 'No answer.');
    gateway.failLoading(error);
    await started;
    expect(checkout.state).to.deep.equal({name: 'unavailable', error});
    expect(errors).to.deep.equal([error]);
    const retried = checkout.retry();
    expect(checkout.state.name).to.equal('opening');
    gateway.succeedLoading();
    await retried;
    expect(checkout.state.name).to.equal('ready');
  });

  it('40. is unavailable when a field fails, drops the others, and starts anew on request', async () => {
    const gateway = new StubGateway();
    const {checkout} = await ready(gateway);
    gateway.say({type: 'failed', cause: new Error('frame')});
    expect(checkout.state.name).to.equal('unavailable');
    expect(gateway.calls.destroy).to.equal(1);
    await checkout.retry();
    expect(checkout.state.name).to.equal('ready');
  });

  it('gives an error of unknown kind a name and keeps its cause', async () => {
    const gateway = new StubGateway();
    const {checkout, errors} = await ready(gateway);
    gateway.completeCard();
    const paying = checkout.pay(nothingTyped);
    const cause = new TypeError('boom');
    const said = listenToConsole('error');
    gateway.refuse(cause);
    await paying;
    said.restore();
    expect(said.said).to.have.lengthOf(1);
    expect(errors[0]).to.include({code: 'provider_failed', audience: 'network', field: 'form'});
    expect(errors[0]?.cause).to.equal(cause);
  });
});
