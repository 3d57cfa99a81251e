import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {deferred} from '../helpers/deferred.js';
import type {PayButton} from '../../src/elements/pay-button.js';
import type {PayError} from '../../src/errors.js';
import {
  catchSubmits,
  mountButton,
  openDialog,
  record,
  textOf,
  trigger,
  useStub,
  next,
} from '../helpers/mount-button.js';

describe('<pay-button>, opening', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  it('opens a modal dialog on the body', async () => {
    const {button} = await mountButton({
      'data-name': 'eee',
      'data-amount': '999',
      'data-currency': 'jpy',
    });
    trigger(button).click();
    await next(button, 'pay-opened');
    const dialog = await openDialog();
    expect(dialog.parentNode).to.equal(document.body);
    expect(dialog.shadowRoot!.querySelector('dialog:modal')).to.exist;
    expect(button.state).to.equal('ready');
  });

  it('asks before, and tells after', async () => {
    const {button} = await mountButton();
    const seen = record(document, 'pay-open', 'pay-opened');
    trigger(button).click();
    expect(seen).to.deep.equal(['pay-open']);
    await next(button, 'pay-opened');
    expect(seen).to.deep.equal(['pay-open', 'pay-opened']);
  });

  it('stays closed when the page objects', async () => {
    const {button, gateway} = await mountButton();
    button.addEventListener('pay-open', event => event.preventDefault());
    expect(await button.open()).to.deep.equal({closed: 'page'});
    expect(document.querySelector('pay-dialog')).to.equal(null);
    expect(gateway.calls.load).to.equal(0);
  });

  it('waits for what the page waits for', async () => {
    const {button} = await mountButton();
    const stock = deferred();
    button.addEventListener('pay-open', event => event.waitUntil(stock.promise));
    trigger(button).click();
    expect(document.querySelector('pay-dialog')).to.equal(null);
    stock.resolve();
    await next(button, 'pay-opened');
    expect(document.querySelector('pay-dialog')).to.exist;
  });

  it('stays closed when what the page waits for fails', async () => {
    const {button} = await mountButton();
    button.addEventListener('pay-open', event =>
      event.waitUntil(Promise.reject(new Error('Sold out'))),
    );
    expect(await button.open()).to.deep.equal({closed: 'page'});
  });

  it('opens with what the page has set when it was asked', async () => {
    const {button} = await mountButton({'data-amount': '999'});
    button.addEventListener('pay-open', () => button.setAttribute('data-amount', '5000'));
    void button.open();
    await next(button, 'pay-opened');
    expect(textOf(await openDialog(), '.pay')).to.equal('Pay $50.00');
  });

  it('stays closed when the page closes it, or disables it, while it waits', async () => {
    const changes = [
      (button: PayButton) => button.close(),
      (button: PayButton) => (button.disabled = true),
    ];
    for (const change of changes) {
      const {button} = await mountButton();
      const stock = deferred();
      button.addEventListener('pay-open', event => event.waitUntil(stock.promise));
      const result = button.open();
      change(button);
      stock.resolve();
      expect(await result).to.deep.equal({closed: 'page'});
    }
  });

  it('can be closed before it is drawn', async () => {
    const {button} = await mountButton();
    const result = button.open();
    await Promise.resolve();
    await Promise.resolve();
    button.close();
    expect(await result).to.deep.equal({closed: 'page'});
    expect(document.querySelector('pay-dialog')).to.equal(null);
    expect(document.querySelector(':modal')).to.equal(null);
  });

  it('validates the form first, and shows what is missing', async () => {
    const {form, button, gateway} = await mountButton();
    form.insertAdjacentElement(
      'afterbegin',
      Object.assign(document.createElement('input'), {required: true}),
    );
    const invalid = next(form.querySelector('input')!, 'invalid');
    expect(await button.open()).to.deep.equal({closed: 'page'});
    await invalid;
    expect(gateway.calls.load).to.equal(0);
  });

  it('opens once, however often it is clicked', async () => {
    const {button, gateway} = await mountButton();
    const first = button.open();
    trigger(button).click();
    expect(button.open()).to.equal(first);
    await next(button, 'pay-opened');
    trigger(button).click();
    expect(document.querySelectorAll('pay-dialog')).to.have.lengthOf(1);
    expect(gateway.calls.load).to.equal(1);
  });

  it('reads its attributes at each click', async () => {
    const {button} = await mountButton({'data-amount': '999', 'data-currency': 'jpy'});
    void button.open();
    await next(button, 'pay-opened');
    expect(textOf(await openDialog(), '.pay')).to.equal('Pay ¥999');
    button.close();
    button.setAttribute('data-amount', '1200');
    void button.open();
    await next(button, 'pay-opened');
    expect(textOf(await openDialog(), '.pay')).to.equal('Pay ¥1,200');
  });

  it('opens at Enter in a form without a button of its own, instead of posting nothing', async () => {
    const {form, button} = await mountButton();
    const input = Object.assign(document.createElement('input'), {name: 'size'});
    form.prepend(input);
    input.focus();
    const opened = next(button, 'pay-opened');
    await sendKeys({press: 'Enter'});
    await opened;
    expect(document.querySelector('pay-dialog')).to.exist;
  });

  it('does nothing while disabled, not at Enter either', async () => {
    const {form, button} = await mountButton({disabled: ''});
    const submits = catchSubmits(form);
    expect(trigger(button).disabled).to.be.true;
    expect(await button.open()).to.deep.equal({closed: 'page'});
    form.requestSubmit();
    expect(submits).to.have.lengthOf(0);
    expect(document.querySelector('pay-dialog')).to.equal(null);
  });

  it('does nothing in a disabled fieldset', async () => {
    const {form, button} = await mountButton();
    const fieldset = document.createElement('fieldset');
    fieldset.disabled = true;
    form.append(fieldset);
    fieldset.append(button);
    await button.updateComplete;
    expect(trigger(button).disabled).to.be.true;
    expect(await button.open()).to.deep.equal({closed: 'page'});
    fieldset.disabled = false;
    await button.updateComplete;
    expect(trigger(button).disabled).to.be.false;
  });

  it('gives each of two buttons its own amount', async () => {
    const page = await fixture(
      html`<div>
        <pay-button data-key="pk_test_1" data-amount="100"></pay-button>
        <pay-button data-key="pk_test_2" data-amount="200"></pay-button>
      </div>`,
    );
    for (const [index, text] of ['Pay $1.00', 'Pay $2.00'].entries()) {
      const button = page.querySelectorAll('pay-button')[index];
      useStub(button);
      void button.open();
      await next(button, 'pay-opened');
      expect(textOf(await openDialog(), '.pay')).to.equal(text);
      button.close();
    }
  });

  it('closes when it is removed, and not when it is moved', async () => {
    const {form, button} = await mountButton();
    void button.open();
    await next(button, 'pay-opened');
    form.prepend(button);
    await Promise.resolve();
    expect(document.querySelector('pay-dialog')).to.exist;
    const closed = next(button, 'pay-close');
    button.remove();
    expect((await closed).reason).to.equal('page');
    expect(document.querySelector('pay-dialog')).to.equal(null);
  });
});

describe('<pay-button>, set up wrongly', () => {
  const wrong: readonly [attribute: string, value: string, code: string][] = [
    ['data-key', '', 'missing_key'],
    ['data-key', 'sk_test_51secret', 'secret_key'],
    ['data-amount', '1.5', 'invalid_amount'],
    ['data-currency', 'xxx', 'invalid_currency'],
  ];
  let logged: string[];
  const {error} = console;
  beforeEach(() => {
    logged = [];
    console.error = (...words: unknown[]) => logged.push(words.join(' '));
  });
  afterEach(() => {
    console.error = error;
  });

  for (const [attribute, value, code] of wrong) {
    it(`says so with ${attribute}="${value}", and opens nothing`, async () => {
      const {button, gateway} = await mountButton({[attribute]: value});
      expect(trigger(button).disabled).to.be.true;
      expect(trigger(button).textContent.trim()).to.equal('Payment is not set up');
      expect(logged.join()).to.contain(attribute).and.not.contain('51secret');
      const rejected = await button.open().catch((error: PayError) => error);
      expect(rejected).to.include({code, audience: 'merchant'});
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

  it('says so in a form that would put the token into the address bar', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form><pay-button data-key="pk_test_1"></pay-button></form>
    `);
    const button = form.querySelector('pay-button')!;
    await button.updateComplete;
    expect(trigger(button).textContent.trim()).to.equal('Payment is not set up');
    expect(logged.join()).to.contain('method="post"');
  });

  it('refuses a form that was changed so since', async () => {
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
