import {expect, fixture, html} from '@open-wc/testing';
import type {PayButton} from '../../src/elements/pay-button.js';
import type {PayError} from '../../src/errors.js';
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

  it('30. says so in a form that would put the token into the address bar', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form><pay-button data-key="pk_test_1"></pay-button></form>
    `);
    const button = form.querySelector('pay-button')!;
    await button.updateComplete;
    expect(trigger(button).textContent.trim()).to.equal('Payment is not set up');
    expect(logged.join()).to.contain('method="post"');
  });

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
