import {expect, fixture, html} from '@open-wc/testing';
import type {PayButton} from '../../src/elements/pay-button.js';
import type {PayError} from '../../src/errors.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {mountButton, next, trigger, useStub} from '../helpers/mount-button.js';

describe('<pay-button>, set up wrongly', () => {
  const wrong: Record<string, [attribute: string, value: string, code: string]> = {
    '1. an empty key': ['data-key', '', 'missing_key'],
    '1. a key of spaces': ['data-key', ' ', 'missing_key'],
    '5. an amount that is none': ['data-amount', '1.5', 'invalid_amount'],
    '6. a currency that is none': ['data-currency', 'xxx', 'invalid_currency'],
  };
  let logged: string[];
  const {error} = console;
  beforeEach(() => {
    logged = [];
    console.error = (...words: unknown[]) => logged.push(words.join(' '));
  });
  afterEach(() => {
    console.error = error;
  });

  for (const [what, [attribute, value, code]] of Object.entries(wrong)) {
    it(`${what}: says so, and opens nothing`, async () => {
      const {button, gateway} = await mountButton({[attribute]: value});
      expect(trigger(button).disabled).to.be.true;
      expect(trigger(button).textContent.trim()).to.equal('Payment is not set up');
      expect(logged.join()).to.contain(attribute);
      const rejected = await button.open().catch((error: PayError) => error);
      expect(rejected).to.include({code, audience: 'merchant'});
      expect(gateway.calls.load).to.equal(0);
    });
  }

  it('1. no key: says so, and opens nothing', async () => {
    const button = await fixture<PayButton>(html`<pay-button></pay-button>`);
    const gateway = useStub(button);
    expect(trigger(button).disabled).to.be.true;
    expect(trigger(button).textContent.trim()).to.equal('Payment is not set up');
    expect(logged).to.have.lengthOf(1);
    expect(logged.join()).to.contain('data-key');
    trigger(button).click();
    expect(document.querySelector('pay-dialog')).to.equal(null);
    expect(gateway.calls.load).to.equal(0);
  });

  for (const kind of ['sk_test', 'sk_live', 'rk_live', 'whsec']) {
    it(`2. a key that begins with ${kind}_: says so without it, and takes it out of the page`, async () => {
      const button = document.createElement('pay-button');
      button.setAttribute('data-key', `${kind}_51secret`);
      const told = next(button, 'pay-error');
      await fixture(html`${button}`);
      const {error} = await told;
      expect(error).to.include({code: 'secret_key', audience: 'merchant'});
      expect(logged).to.have.lengthOf(1);
      expect(logged.join() + error.message + error.stack)
        .to.contain('roll it now')
        .and.not.contain('51secret');
      expect(button.hasAttribute('data-key')).to.be.false;
      await button.updateComplete;
      expect(trigger(button).disabled).to.be.true;
      expect(trigger(button).textContent.trim()).to.equal('Payment is not set up');
      const gateway = useStub(button);
      await button.open().catch(() => {});
      expect(gateway.calls.load).to.equal(0);
    });
  }

  it('tells the page', async () => {
    const {button} = await mountButton();
    const told = next(button, 'pay-error');
    button.setAttribute('data-amount', '-1');
    expect((await told).error).to.include({code: 'invalid_amount'});
  });

  it('works again when the attribute is mended', async () => {
    const {button} = await mountButton({'data-amount': 'soon'});
    button.setAttribute('data-amount', '999');
    await button.updateComplete;
    expect(trigger(button).disabled).to.be.false;
    expect(trigger(button).textContent.trim()).to.equal('Pay with Card');
  });

  const methods: readonly [
    method: string | undefined,
    attributes: Record<string, string>,
    verdict: 'refused' | 'warned of',
  ][] = [
    // A script may handle the submit.
    [undefined, {}, 'warned of'],
    [undefined, {'data-auto-submit': 'false'}, 'warned of'],
    [undefined, {'data-confirm': 'fetch', 'data-auto-submit': 'false'}, 'warned of'],
    // The dialog posts by itself.
    [undefined, {'data-confirm': 'fetch'}, 'refused'],
    ['get', {}, 'refused'],
    ['get', {'data-auto-submit': 'false'}, 'refused'],
    ['get', {'data-confirm': 'fetch'}, 'refused'],
    ['dialog', {}, 'refused'],
    ['dialog', {'data-auto-submit': 'false'}, 'refused'],
  ];
  for (const [index, [method, attributes, verdict]] of methods.entries()) {
    const named = Object.entries(attributes).map(attribute => attribute.join('='));
    it(`30. a form with ${method ?? 'no'} method is ${verdict}, with ${named.join(', ') || 'no more'}`, async () => {
      const warnings = listenToConsole('warn');
      const form = document.createElement('form');
      if (method) form.setAttribute('method', method);
      const button = document.createElement('pay-button');
      for (const [name, value] of Object.entries({'data-key': 'pk_test_1', ...attributes})) {
        button.setAttribute(name, value);
      }
      form.append(button);
      await fixture(html`${form}`);
      await button.updateComplete;
      warnings.restore();
      const isRefused = verdict === 'refused';
      expect(trigger(button).textContent.trim()).to.equal(
        isRefused ? 'Payment is not set up' : 'Pay with Card',
      );
      expect(logged.join().includes('method="post"')).to.equal(isRefused);
      // Said once a page.
      if (index === 0) expect(warnings.said.join()).to.contain('method="post"');
    });
  }

  it('30. refuses a form that was changed so since', async () => {
    const {form, button, gateway} = await mountButton();
    form.method = 'get';
    const rejected = await button.open().catch((error: PayError) => error);
    expect(rejected).to.include({code: 'form_method'});
    await button.updateComplete;
    expect(trigger(button).textContent.trim()).to.equal('Payment is not set up');
    expect(logged).to.have.lengthOf(1);
    expect(gateway.calls.load).to.equal(0);
  });
});
