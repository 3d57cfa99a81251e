import {expect, fixture, html} from '@open-wc/testing';
import {loadStripe} from '@stripe/stripe-js/pure/index.mjs';
import {installFakeStripe, type FakeStripe} from '../../src/testing/index.js';
import {cardForm, pageStripe} from './page.js';

describe('installFakeStripe()', () => {
  let fake: FakeStripe | undefined;
  const install: typeof installFakeStripe = options => (fake = installFakeStripe(options));
  afterEach(() => fake?.restore());

  it('defines window.Stripe as the release that is wanted', () => {
    install();
    expect(window.Stripe).to.be.a('function').with.property('version', 'endive');
    fake?.restore();
    install({version: 'v3'});
    expect(window.Stripe).to.have.property('version', 3);
  });

  it('refuses to install twice', () => {
    install();
    expect(() => installFakeStripe()).to.throw('installed already');
  });

  it('leaves no window.Stripe where there was none', () => {
    install();
    fake?.restore();
    expect(Object.hasOwn(window, 'Stripe')).to.be.false;
  });

  it('gives a page back the Stripe.js it had', () => {
    const own = () => 'the page’s own';
    Object.assign(window, {Stripe: own});
    install();
    expect(window.Stripe).not.to.equal(own);
    fake?.restore();
    expect(window.Stripe).to.equal(own);
    Reflect.deleteProperty(window, 'Stripe');
  });

  it('takes its nodes, classes and listeners away again', async () => {
    const listeners = {added: 0, removed: 0};
    const add = document.addEventListener.bind(document);
    document.addEventListener = (...args: Parameters<typeof add>) => {
      listeners.added++;
      const {signal} = args[2] as AddEventListenerOptions;
      signal?.addEventListener('abort', () => listeners.removed++);
      add(...args);
    };
    install();
    const {form, card} = await cardForm();
    Reflect.deleteProperty(document, 'addEventListener');
    fake?.restore();
    expect(form.querySelector('#card-element')?.childNodes).to.have.lengthOf(0);
    expect(form.querySelector('#card-element')?.className).to.equal('');
    expect(listeners).to.deep.equal({added: 1, removed: 1});
    card.destroy();
  });

  it('leaves a class that the container had before', async () => {
    install();
    const container = await fixture<HTMLElement>(html`<div class="StripeElement"></div>`);
    pageStripe().elements().create('card').mount(container);
    fake?.restore();
    expect(container.className).to.equal('StripeElement');
  });

  it('takes back an element that was not ready yet', async () => {
    install();
    const late = pageStripe().elements().create('card');
    const seen: string[] = [];
    late.on('ready', () => seen.push('ready'));
    late.mount(await fixture<HTMLElement>(html`<div></div>`));
    fake?.restore();
    install();
    // A later element is ready after the earlier one would have been.
    await cardForm();
    expect(seen).to.deep.equal([]);
  });

  it('answers nobody any more, and fails nobody', async () => {
    install();
    const {stripe, card} = await cardForm();
    await fake?.fillCard();
    fake?.hold();
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    void stripe.createToken(card).then(settle, settle);
    fake?.restore();
    fake?.release();
    install();
    // What is asked later is answered later.
    await pageStripe().retrievePaymentIntent('pi_1_secret_1');
    expect(isSettled).to.equal(false);
  });

  it('refuses a release that there is not', () => {
    expect(() => installFakeStripe({version: 'future' as 'endive'})).to.throw(TypeError, 'future');
    expect(Object.hasOwn(window, 'Stripe')).to.be.false;
  });

  it('serves a page that keeps one Stripe for all its tests', async () => {
    install();
    const stripe = await loadStripe('pk_test_1');
    fake?.restore();
    expect(() => stripe?.elements()).to.throw('was restored');
    install();
    expect(await loadStripe('pk_test_1')).to.have.property('createToken');
    expect(stripe?.elements()).to.have.property('create');
  });
});
