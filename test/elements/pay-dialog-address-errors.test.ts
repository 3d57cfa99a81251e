import {deferred} from '../helpers/deferred.js';
import {expect} from '@open-wc/testing';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {getParts} from '../../src/loading/parts.js';
import {
  ada,
  asked,
  chooseCountry,
  fill,
  openAddresses,
  stage,
  tick,
  type,
} from '../helpers/addresses.js';
import {part, textOf} from '../helpers/mount-button.js';
import {resizeWindow} from '../helpers/resize-window.js';
import {StubGateway} from '../helpers/stub-gateway.js';
import {replacePart} from '../helpers/replace-part.js';

/** What is said, by the id of the input that it is said at. */
function said(dialog: PayDialog): Record<string, string> {
  const messages = [...dialog.shadowRoot!.querySelectorAll('.message')];
  return Object.fromEntries(messages.map(p => [p.id.replace('-message', ''), p.textContent]));
}

async function pay(dialog: PayDialog): Promise<void> {
  part(dialog, '.pay').click();
  await dialog.updateComplete;
}

describe('<pay-dialog> with addresses that are wrong', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  it('says at each field what is missing, and goes to the first', async () => {
    const {dialog, gateway} = await openAddresses(['billing']);
    await chooseCountry(dialog, 'billing', 'US');
    await type(dialog, 'billing', 'name', 'Ada Lovelace');
    gateway.completeCard();
    await pay(dialog);
    expect(said(dialog)).to.deep.equal({
      'billing-line1': 'Enter the street and number.',
      'billing-city': 'Enter the city.',
      'billing-state': 'Enter the state or province.',
      'billing-zip': 'Enter the postal code.',
    });
    expect(dialog.shadowRoot!.activeElement?.id).to.equal('billing-line1');
    const city = part(dialog, '#billing-city');
    expect(city.getAttribute('aria-invalid')).to.equal('true');
    expect(city.getAttribute('aria-describedby')).to.equal('billing-city-message');
    expect(gateway.calls.tokenize).to.equal(0);
  });

  it('goes to the first in the country’s own order', async () => {
    const {dialog, gateway} = await openAddresses(['billing']);
    await chooseCountry(dialog, 'billing', 'JP');
    await type(dialog, 'billing', 'name', 'Ada Lovelace');
    gateway.completeCard();
    await pay(dialog);
    expect(Object.keys(said(dialog))).to.deep.equal([
      'billing-zip',
      'billing-state',
      'billing-line1',
    ]);
    expect(dialog.shadowRoot!.activeElement?.id).to.equal('billing-zip');
  });

  it('says once what is wrong with an address that is both', async () => {
    const {dialog, gateway} = await openAddresses(['billing', 'shipping']);
    await fill(dialog, 'billing', {...ada, name: ''});
    gateway.completeCard();
    await pay(dialog);
    expect(textOf(dialog, '[role=alert]')).to.equal('Enter the full name.');
    await tick(dialog, false);
    expect(Object.keys(said(dialog))).to.deep.equal(['billing-name']);
  });

  it('goes to the shipping address when the rest is right', async () => {
    const {dialog, gateway} = await openAddresses(['billing', 'shipping']);
    await fill(dialog, 'billing', ada);
    await tick(dialog, false);
    gateway.completeCard();
    await pay(dialog);
    expect(Object.keys(said(dialog))[0]).to.equal('shipping-name');
    expect(dialog.shadowRoot!.activeElement?.id).to.equal('shipping-name');
  });

  it('refuses a postal code that is none of the country', async () => {
    const {dialog, gateway} = await openAddresses(['billing']);
    await fill(dialog, 'billing', {...ada, zip: 'NW1 6XE'});
    gateway.completeCard();
    await pay(dialog);
    expect(said(dialog)).to.deep.equal({
      'billing-zip': 'This postal code does not fit the country. Check both.',
    });
    await type(dialog, 'billing', 'zip', '94107');
    expect(said(dialog)).to.deep.equal({});
    await pay(dialog);
    expect(gateway.calls.tokenize).to.equal(1);
  });

  it('takes back what it said when the country changes', async () => {
    const {dialog, gateway} = await openAddresses(['billing']);
    await fill(dialog, 'billing', {...ada, zip: 'D02 AF30', state: ''});
    gateway.completeCard();
    await pay(dialog);
    expect(Object.keys(said(dialog))).to.deep.equal(['billing-state', 'billing-zip']);
    await chooseCountry(dialog, 'billing', 'IE');
    expect(said(dialog)).to.deep.equal({});
    await pay(dialog);
    expect(gateway.calls.tokenize).to.equal(1);
  });

  it('keeps a place for the address until it knows how to ask', async () => {
    const {addresses} = getParts();
    const arrived = deferred();
    const putBack = replacePart('addresses', () => arrived.promise.then(addresses));
    try {
      const gateway = new StubGateway({loads: false});
      const {dialog} = await openAddresses(['billing'], gateway);
      gateway.succeedLoading();
      expect(asked(dialog)).to.deep.equal([]);
      expect(part(dialog, '.placeholder').getBoundingClientRect().height).to.be.above(200);
      arrived.resolve();
      await stage(dialog, 'ready');
      expect(asked(dialog)).to.include('billing-line1');
      expect(dialog.shadowRoot!.querySelector('.placeholder')).to.equal(null);
    } finally {
      putBack();
    }
  });

  it('asks again for the forms when they did not come', async () => {
    const putBack = replacePart('addresses', () => Promise.reject(new Error('offline')));
    try {
      const gateway = new StubGateway({loads: false});
      const {dialog} = await openAddresses(['billing'], gateway);
      gateway.succeedLoading();
      await stage(dialog, 'unavailable');
      expect(textOf(dialog, '#form-message')).to.contain('No connection.');
      putBack();
      part(dialog, '.pay').click();
      await stage(dialog, 'ready');
      expect(asked(dialog)).to.include('billing-line1');
    } finally {
      putBack();
    }
  });

  it('keeps what was typed when the provider has to be tried again', async () => {
    const {dialog, gateway} = await openAddresses(['billing']);
    await fill(dialog, 'billing', ada);
    gateway.say({type: 'failed', cause: new Error('frame')});
    await stage(dialog, 'unavailable');
    part(dialog, '.pay').click();
    await stage(dialog, 'ready');
    gateway.completeCard();
    await pay(dialog);
    expect(gateway.details[0].billing).to.deep.equal(ada);
  });

  it('is accessible with every message shown', async () => {
    const {dialog} = await openAddresses(['billing', 'shipping']);
    await tick(dialog, false);
    await pay(dialog);
    const animations = part(dialog, 'dialog').getAnimations();
    await Promise.all(animations.map(animation => animation.finished));
    await expect(dialog).to.be.accessible();
  });

  it('fits a phone of 334 px without scrolling sideways', async () => {
    await resizeWindow(334, 640);
    const {dialog} = await openAddresses(['billing', 'shipping']);
    await tick(dialog, false);
    // The longest name.
    await chooseCountry(dialog, 'billing', 'GS');
    await pay(dialog);
    const box = part(dialog, 'dialog');
    expect(box.scrollWidth).to.equal(box.clientWidth);
  });
});
