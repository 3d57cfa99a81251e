import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {deferred} from '../helpers/deferred.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {delivered} from '../helpers/open-dialog.js';
import {turn} from '../helpers/turn.js';
import {makeActive} from '../../src/elements/active-checkout.js';
import type {PayButton} from '../../src/elements/pay-button.js';
import {PaymentForm} from '../../src/delivery/payment-form.js';
import {
  catchSubmits,
  focusBeside,
  mountButton,
  openDialog,
  record,
  textOf,
  trigger,
  untilReady,
  useStub,
  next,
} from '../helpers/mount-button.js';

describe('<pay-button>, opening', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  it('opens a modal dialog beside the body', async () => {
    const {button} = await mountButton({
      'data-name': 'eee',
      'data-amount': '999',
      'data-currency': 'jpy',
    });
    trigger(button).click();
    await next(button, 'pay-opened');
    const dialog = await openDialog();
    expect(dialog.parentNode === document.documentElement).to.be.true;
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

  it('32. validates the form first, and shows what is missing', async () => {
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

  it('47. opens once, however often it is clicked', async () => {
    const {button, gateway} = await mountButton();
    const first = button.open();
    trigger(button).click();
    expect(button.open()).to.equal(first);
    await next(button, 'pay-opened');
    trigger(button).click();
    expect(document.querySelectorAll('pay-dialog')).to.have.lengthOf(1);
    expect(gateway.calls.load).to.equal(1);
  });

  it('opens once where the page opens it again as soon as it has closed', async () => {
    const {button} = await mountButton();
    const first = button.open();
    await next(button, 'pay-opened');
    button.close();
    const stock = deferred();
    button.addEventListener('pay-open', event => event.waitUntil(stock.promise));
    const again = button.open();
    await first;
    expect(button.open()).to.equal(again);
    stock.resolve();
    await next(button, 'pay-opened');
    expect(document.querySelectorAll('pay-dialog')).to.have.lengthOf(1);
    await untilReady(await openDialog());
  });

  it('is seen before the card’s fields are put into it, which keeps a browser busy', async () => {
    const {button, gateway} = await mountButton();
    void button.open();
    await next(button, 'pay-opened');
    const beforeFrame = await new Promise(resolve => {
      requestAnimationFrame(() => resolve(gateway.mounted.length));
    });
    expect(beforeFrame).to.equal(0);
    expect(gateway.calls.load).to.equal(1);
    await untilReady(await openDialog());
    expect(gateway.mounted).to.have.lengthOf(1);
  });

  it('does not wait for ever where no frame comes, as in a hidden page', async () => {
    const {button} = await mountButton();
    const frame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = () => 0;
    try {
      void button.open();
      await next(button, 'pay-opened');
      await untilReady(document.querySelector('pay-dialog')!);
    } finally {
      window.requestAnimationFrame = frame;
    }
    expect(button.state).to.equal('ready');
  });

  it('11. goes on with what it showed when it was opened', async () => {
    const {button, gateway} = await mountButton({'data-amount': '999', 'data-name': 'eee'});
    void button.open();
    await next(button, 'pay-opened');
    const dialog = await openDialog();
    const changes = {'data-amount': '5000', 'data-name': 'Other', 'data-key': 'pk_test_2'};
    for (const [name, value] of Object.entries(changes)) button.setAttribute(name, value);
    await button.updateComplete;
    dialog.requestUpdate();
    await dialog.updateComplete;
    expect(textOf(dialog, 'h2')).to.equal('eee');
    expect(textOf(dialog, '.amount')).to.equal('$9.99');
    expect(textOf(dialog, '.pay')).to.equal('Pay $9.99');
    button.close();
    void button.open();
    await next(button, 'pay-opened');
    const second = await openDialog();
    expect(textOf(second, '.amount')).to.equal('$50.00');
    expect(textOf(second, '.pay')).to.equal('Pay $50.00');
    expect(gateway.mounted.map(({key}) => key)).to.deep.equal(['pk_test_1', 'pk_test_2']);
  });

  it('11. reads its attributes at each click', async () => {
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

  it('is disabled and enabled by its property, too', async () => {
    const {button} = await mountButton();
    for (const disabled of [true, false]) {
      button.disabled = disabled;
      await button.updateComplete;
      expect(button.hasAttribute('disabled')).to.equal(disabled);
      expect(trigger(button).disabled).to.equal(disabled);
    }
  });

  const disabled: readonly [itself: boolean, fieldset: boolean, disabled: boolean][] = [
    [false, false, false],
    [false, true, true],
    [true, false, true],
    [true, true, true],
  ];
  for (const [itself, around, expected] of disabled) {
    it(`is disabled: ${expected}, with its attribute ${itself}, its fieldset's ${around}`, async () => {
      const {form, button} = await mountButton();
      const fieldset = document.createElement('fieldset');
      form.append(fieldset);
      fieldset.append(button);
      fieldset.disabled = around;
      button.disabled = itself;
      await button.updateComplete;
      expect(trigger(button).disabled).to.equal(expected);
      const asked = record(button, 'pay-open');
      void button.open();
      expect(asked).to.have.lengthOf(expected ? 0 : 1);
    });
  }

  const enters: readonly [hasPayment: boolean, hasSubmitButton: boolean, opens: boolean][] = [
    [false, false, true],
    [false, true, false],
    [true, false, false],
    [true, true, false],
  ];
  for (const [hasPayment, hasButton, opens] of enters) {
    it(`opens at a submit: ${opens}, with a payment ${hasPayment}, a submit button ${hasButton}`, async () => {
      const {form, button} = await mountButton();
      const submits = catchSubmits(form);
      if (hasPayment) PaymentForm.of(form).write([['stripe_token', 'tok_1']]);
      if (hasButton) form.append(document.createElement('button'));
      const asked = record(button, 'pay-open');
      form.requestSubmit();
      expect(asked).to.have.lengthOf(opens ? 1 : 0);
      expect(submits).to.have.lengthOf(opens ? 0 : 1);
    });
  }

  it('leaves the form to a button of it that is an image', async () => {
    const {form, button} = await mountButton();
    const submits = catchSubmits(form);
    const image = Object.assign(document.createElement('input'), {type: 'image'});
    form.append(image);
    const asked = record(button, 'pay-open');
    image.click();
    expect(asked).to.deep.equal([]);
    expect(submits).to.have.lengthOf(1);
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

  it('12. gives each of two buttons its own key and amount', async () => {
    const page = await fixture(
      html`<div>
        <pay-button data-key="pk_test_1" data-amount="100"></pay-button>
        <pay-button data-key="pk_test_2" data-amount="200"></pay-button>
      </div>`,
    );
    for (const [index, text] of ['Pay $1.00', 'Pay $2.00'].entries()) {
      const button = page.querySelectorAll('pay-button')[index];
      const gateway = useStub(button);
      void button.open();
      await next(button, 'pay-opened');
      expect(textOf(await openDialog(), '.pay')).to.equal(text);
      expect(gateway.requests[0]?.key).to.equal(`pk_test_${index + 1}`);
      button.close();
    }
  });

  it('13. takes the card’s fields with it when it closes', async () => {
    const {button, gateway} = await mountButton();
    void button.open();
    await next(button, 'pay-opened');
    await untilReady(await openDialog());
    const inputs = [...gateway.inputs.values()];
    button.close();
    expect(gateway.calls.destroy).to.equal(1);
    expect(inputs.some(input => input.isConnected)).to.be.false;
    expect(document.querySelector(':modal')).to.equal(null);
  });

  it('13. gets the focus back where it was moved meanwhile', async () => {
    const {form, button} = await mountButton();
    trigger(button).focus();
    trigger(button).click();
    await next(button, 'pay-opened');
    form.prepend(document.createElement('p'), button);
    const closed = next(button, 'pay-close');
    await sendKeys({press: 'Escape'});
    await closed;
    expect(focusBeside(button)).to.equal(button);
  });

  it('says in the console what keeps the dialog from being shown, and opens at the next click', async () => {
    const {button} = await mountButton();
    const showModal = Object.getOwnPropertyDescriptor(HTMLDialogElement.prototype, 'showModal')!;
    HTMLDialogElement.prototype.showModal = () => {
      throw new TypeError('replaced');
    };
    const errors = listenToConsole('error');
    const closed = next(button, 'pay-close');
    trigger(button).click();
    expect((await closed).reason).to.equal('page');
    await turn();
    errors.restore();
    Object.defineProperty(HTMLDialogElement.prototype, 'showModal', showModal);
    expect(errors.said.join()).to.include('replaced');
    expect(button.nextSibling?.nodeValue).to.equal('Payment does not work here');
    expect(document.querySelector('pay-dialog')).to.equal(null);
    expect(button.state).to.equal('closed');
    trigger(button).click();
    await next(button, 'pay-opened');
    expect(button.state).not.to.equal('closed');
  });

  it('opens no second dialog while the payment of another button is on its way', async () => {
    const {checkout, dialog} = await delivered({name: 'leaving'});
    expect(makeActive(checkout)).to.equal(true);
    const {button} = await mountButton();
    const warnings = listenToConsole('warn');
    expect(await button.open()).to.deep.equal({closed: 'page'});
    warnings.restore();
    expect(warnings.said.join()).to.include('on its way');
    expect(dialog.isConnected).to.equal(true);
    checkout.close('page');
  });
});
