import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {sendKeys} from '@web/test-runner-commands';
import {createStripeCheckout} from '../../src/compat/stripe-checkout.js';
import {ScriptButton} from '../../src/compat/script-button.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {
  closeDialogs,
  isOpen,
  legacyButton,
  legacyDialog,
  legacyPage,
  nextPost,
  payAt,
  postableForm,
  scriptTag,
} from '../helpers/legacy-page.js';
import {fill, grace} from '../helpers/addresses.js';
import {next, part, textOf, untilReady} from '../helpers/mount-button.js';
import {pageStyle} from '../helpers/page-style.js';
import {PaymentForm} from '../../src/delivery/payment-form.js';
import {StubGateway} from '../helpers/stub-gateway.js';

describe('<script class="stripe-button">', () => {
  afterEach(closeDialogs);

  it('gets checkout.js’s button, at once and right after it', async () => {
    const {script, button} = await legacyPage();
    expect(script.nextElementSibling).to.equal(button);
    expect(button.outerHTML).to.equal(
      '<button type="submit" class="stripe-button-el">' +
        '<span style="display: block; min-height: 30px;">Pay with Card</span></button>',
    );
    expect(getComputedStyle(button.querySelector('span')!).color).to.equal('rgb(255, 255, 255)');
  });

  it('shows its label as text', async () => {
    const {button} = await legacyPage({'data-label': '<b>Buy</b>'});
    expect(button.textContent).to.equal('<b>Buy</b>');
    expect((await legacyPage({'data-label': ''})).button.textContent).to.equal('Pay with Card');
  });

  it('asks for the provider when the pointer or the focus comes, not before', async () => {
    const {button, gateway} = await legacyPage();
    expect(await isOpen()).to.be.false;
    expect(gateway.calls.load).to.equal(0);
    button.dispatchEvent(new PointerEvent('pointerover', {bubbles: true}));
    expect(gateway.calls.load).to.equal(1);
    button.dispatchEvent(new FocusEvent('focus'));
    expect(gateway.requests.map(({key}) => key)).to.deep.equal(['pk_test_1', 'pk_test_1']);
    expect(gateway.mounted).to.deep.equal([]);
  });

  it('puts its fields after the page’s own and posts the form', async () => {
    const {form, button, gateway} = await legacyPage();
    button.click();
    const post = nextPost(form);
    await payAt(gateway);
    gateway.succeed();
    expect(await post).to.deep.equal([
      ['order', '7'],
      ['stripeToken', 'tok_stub'],
      ['stripeTokenType', 'card'],
      ['stripeEmail', 'ada@example.com'],
    ]);
  });

  it('posts past the page’s submit handlers, as checkout.js did', async () => {
    const {form, button, gateway} = await legacyPage();
    form.addEventListener('submit', event => event.preventDefault());
    button.click();
    const post = nextPost(form);
    await payAt(gateway);
    gateway.succeed();
    expect((await post).map(([name]) => name)).to.include('stripeToken');
  });

  it('closes the dialog where the post goes into a frame, and takes the next payment', async () => {
    const {form, button, gateway} = await legacyPage();
    form.action = '/echo';
    const frame = form.parentElement!.querySelector('iframe')!;
    for (const payments of [1, 2]) {
      button.click();
      const {checkout} = await legacyDialog();
      const answered = next(frame, 'load');
      await payAt(gateway);
      gateway.succeed();
      expect(await checkout.result).to.have.property('handled');
      expect(document.querySelector('pay-dialog')).to.equal(null);
      expect(gateway.calls.tokenize).to.equal(payments);
      // Firefox drops a submit while an earlier one is on its way.
      await answered;
    }
  });

  it('calls no payment handled that the browser did not post', async () => {
    const {form, button, gateway} = await legacyPage();
    const console = listenToConsole('warn');
    let posts = 0;
    form.addEventListener('formdata', () => posts++);
    for (const payments of [1, 2]) {
      button.click();
      const dialog = await legacyDialog();
      await payAt(gateway);
      gateway.succeed();
      const {checkout} = dialog;
      while (!/closed|refused/.test(checkout.state.name)) await next(checkout, 'change');
      expect(posts).to.equal(checkout.state.name === 'closed' ? payments : payments - 1);
      await dialog.updateComplete;
      if (posts < payments)
        expect(textOf(dialog, '#form-message')).to.contain('Nothing was charged.');
    }
    console.restore();
  });

  it('21. replaces a token that is there already', async () => {
    const {form, button, gateway} = await legacyPage();
    for (const value of ['tok_spent', 'tok_forged']) {
      form.append(Object.assign(document.createElement('input'), {type: 'hidden', value}));
      (form.lastElementChild as HTMLInputElement).name = 'stripeToken';
    }
    button.click();
    const post = nextPost(form);
    await payAt(gateway);
    gateway.succeed();
    const tokens = (await post).filter(([name]) => name === 'stripeToken');
    expect(tokens).to.deep.equal([['stripeToken', 'tok_stub']]);
  });

  it('takes away what an earlier address had and this one has not', async () => {
    const {form, button, gateway} = await legacyPage({'data-billing-address': 'true'});
    for (const name of ['stripeBillingAddressState', 'stripeShippingAddressState']) {
      form.append(Object.assign(document.createElement('input'), {type: 'hidden', name}));
    }
    button.click();
    const dialog = await legacyDialog();
    await untilReady(dialog);
    await fill(dialog, 'billing', grace);
    const post = nextPost(form);
    await payAt(gateway);
    gateway.succeed();
    const names = (await post).map(([name]) => name);
    expect(names).to.include('stripeBillingAddressCity');
    expect(names).not.to.include('stripeBillingAddressState');
    // Nobody was asked for this one: it is the page's own.
    expect(names).to.include('stripeShippingAddressState');
  });

  it('opens at the page’s own submit button and at Enter', async () => {
    const {form} = await legacyPage();
    const own = document.createElement('button');
    form.append(own);
    own.click();
    await legacyDialog();
    closeDialogs();
    form.querySelector<HTMLInputElement>('[name=order]')!.focus();
    await sendKeys({press: 'Enter'});
    await legacyDialog();
  });

  it('checks the page’s fields first, unless the form says not to', async () => {
    const {form, button} = await legacyPage();
    form.querySelector<HTMLInputElement>('[name=order]')!.required = true;
    form.querySelector<HTMLInputElement>('[name=order]')!.value = '';
    button.click();
    expect(await isOpen()).to.be.false;
    form.setAttribute('novalidate', '');
    button.click();
    await legacyDialog();
  });

  const unseen: Record<string, [TemplateResult, called: string]> = {
    'a hidden field': [html`<div hidden><input name="coupon" required /></div>`, 'coupon'],
    'a hidden field without a name': [html`<div hidden><input required /></div>`, 'input'],
    'an invisible field': [
      html`<div class="unseen">
        ${pageStyle('.unseen { visibility: hidden }')}
        <input type="radio" name="size" required />
      </div>`,
      'size',
    ],
  };
  for (const [what, [template, called]] of Object.entries(unseen)) {
    it(`does not let ${what} end the business`, async () => {
      const {form, button} = await legacyPage();
      form.append(await fixture(template));
      const warnings = listenToConsole('warn');
      button.click();
      await legacyDialog();
      warnings.restore();
      expect(warnings.said.join()).to.include(`"${called}"`);
    });
  }

  it('leaves the payment of another button in the form alone', async () => {
    const {form} = await legacyPage();
    PaymentForm.of(form).write([['stripe_token', 'tok_other']]);
    let left = false;
    form.addEventListener('submit', event => {
      left = !event.defaultPrevented;
      event.preventDefault();
    });
    form.requestSubmit();
    expect([await isOpen(), left]).to.deep.equal([false, true]);
  });

  it('has one dialog at a time, whoever opens it', async () => {
    const {button} = await legacyPage();
    const other = await legacyPage();
    button.click();
    other.button.click();
    createStripeCheckout(new StubGateway()).open({key: 'pk_test_1', token: () => {}});
    expect(await isOpen()).to.be.true;
    expect(document.querySelectorAll('pay-dialog')).to.have.lengthOf(1);
  });

  it('does not open, nor submit, while the button is disabled', async () => {
    const {form, button} = await legacyPage();
    button.disabled = true;
    let left = true;
    form.addEventListener('submit', event => (left = !event.defaultPrevented));
    form.requestSubmit();
    expect([await isOpen(), left]).to.deep.equal([false, false]);
    button.disabled = false;
    form.requestSubmit();
    await legacyDialog();
  });

  const changes: Record<string, (button: HTMLButtonElement) => void> = {
    'renames its class': button => (button.className = 'btn'),
    'empties it': button => button.replaceChildren(),
    'hides it': button => button.style.setProperty('display', 'none', 'important'),
    'hides it by its attribute': button => (button.hidden = true),
    'replaces its style': button => (button.style.cssText = 'color: red'),
    'takes it out': button => button.remove(),
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`survives a page that ${what}`, async () => {
      const {button} = await legacyPage();
      change(button);
      button.click();
      await legacyDialog();
    });
  }

  it('lets a page’s own rule for the class win, and none for buttons', async () => {
    const {form, button} = await legacyPage();
    form.append(pageStyle('.stripe-button-el { padding: 7px } form button { border: 9px solid }'));
    const {paddingTop, borderTopWidth} = getComputedStyle(button);
    expect([paddingTop, borderTopWidth]).to.deep.equal(['7px', '0px']);
  });

  it('1. reads a key that is filled in later at the click', async () => {
    const {script, button, gateway} = await legacyPage({'data-key': '', 'data-amount': ''});
    script.setAttribute('data-key', 'pk_test_2');
    script.setAttribute('data-amount', '1999');
    button.click();
    expect((await legacyDialog()).checkout.options.key).to.equal('pk_test_2');
    expect(textOf(await legacyDialog(), '.pay')).to.equal('Pay $19.99');
    expect(gateway.calls.load).to.equal(1);
  });

  it('asks for the e-mail address, and fills in the one it knows', async () => {
    const {button} = await legacyPage({'data-email': 'ada@example.com'});
    button.click();
    expect(part<HTMLInputElement>(await legacyDialog(), '#email').value).to.equal(
      'ada@example.com',
    );
  });

  it('finds the form that it was moved into', async () => {
    const {form, script, button, gateway} = await legacyPage();
    const other = await postableForm();
    other.append(script, button);
    button.click();
    const post = nextPost(other);
    await payAt(gateway);
    gateway.succeed();
    expect((await post)[0]).to.deep.equal(['stripeToken', 'tok_stub']);
    expect([...new FormData(form).keys()]).to.deep.equal(['order']);
  });

  it('works without a form, and tells jQuery', async () => {
    const place = await fixture(html`<div></div>`);
    const script = scriptTag();
    const gateway = new StubGateway();
    place.append(script);
    const warnings = listenToConsole('warn');
    new ScriptButton(script, gateway);
    const told = new Promise(resolve => {
      window.jQuery = element => ({
        trigger: (event, data) => resolve([element, event, data]),
      });
    });
    legacyButton(place).click();
    await payAt(gateway);
    gateway.succeed();
    expect(await told).to.deep.equal([
      script,
      'token',
      {id: 'tok_stub', object: 'token', email: 'ada@example.com'},
    ]);
    warnings.restore();
    expect(warnings.said.join()).to.include('there is no form');
    delete window.jQuery;
  });

  it('keeps several apart', async () => {
    const first = await legacyPage({'data-amount': '100'});
    const second = await legacyPage({'data-amount': '200'});
    second.button.click();
    expect(textOf(await legacyDialog(), '.pay')).to.equal('Pay $2.00');
    const post = nextPost(second.form);
    await payAt(second.gateway);
    second.gateway.succeed();
    await post;
    expect([...new FormData(first.form).keys()]).to.deep.equal(['order']);
  });

  it('opens one dialog for two clicks, and again after closing', async () => {
    const {button} = await legacyPage();
    button.click();
    button.click();
    await legacyDialog();
    expect(document.querySelectorAll('pay-dialog')).to.have.length(1);
    closeDialogs();
    expect(await isOpen()).to.be.false;
    button.click();
    await legacyDialog();
  });

  it('2. takes a secret key out of the page at once', async () => {
    const warnings = listenToConsole('warn');
    const {script} = await legacyPage({'data-key': 'sk_live_secret'});
    warnings.restore();
    expect(script.hasAttribute('data-key')).to.be.false;
    expect(warnings.said).to.deep.equal(['data-key is secret.']);
  });
});
