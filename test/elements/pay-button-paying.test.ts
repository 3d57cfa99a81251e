import {expect, fixture, html} from '@open-wc/testing';
import type {PayButton} from '../../src/elements/pay-button.js';
import {en} from '../../src/locales/en.js';
import {
  catchSubmits,
  focusBeside,
  mountButton,
  openDialog,
  part,
  record,
  textOf,
  untilReady,
  useStub,
  next,
} from '../helpers/mount-button.js';
import {stage} from '../helpers/addresses.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {pagePolicy} from '../helpers/page-policy.js';
import {declined, product, type StubGateway} from '../helpers/stub-gateway.js';

/** What comes of a card alone. */
const expected = {
  product,
  email: undefined,
  billing: undefined,
  shipping: undefined,
  addressFields: [],
};

const widget = new URL('../../src/index.ts', import.meta.url).href;

/** Opens the dialog, fills the card in and presses pay; the gateway's answer is the test's. */
async function pressPay(button: PayButton, gateway: StubGateway): Promise<void> {
  void button.open();
  await next(button, 'pay-opened');
  const dialog = await openDialog();
  await untilReady(dialog);
  gateway.completeCard();
  part(dialog, '.pay').click();
}

/** A page of its own in a frame, which can leave without ending the test; its server answers that it stays. */
async function pageInFrame(): Promise<Document> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
  const page = frame.contentDocument!;
  const src = pagePolicy.createScriptURL(widget);
  const script = Object.assign(page.createElement('script'), {type: 'module', src});
  const loaded = next(script, 'load');
  page.head.append(script);
  await loaded;
  const form = page.createElement('form');
  Object.assign(form, {method: 'post', action: '/no-content'});
  const button = page.createElement('pay-button');
  button.setAttribute('data-key', 'pk_test_1');
  form.append(button);
  page.body.append(form);
  return page;
}

describe('<pay-button>, paying', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  it('puts the token into the form and submits it', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    const seen = record(form, 'pay-token', 'submit', 'pay-close');
    await pressPay(button, gateway);
    const closed = next(button, 'pay-close');
    gateway.succeed();
    expect((await closed).reason).to.equal('paid');
    expect(seen).to.deep.equal(['pay-token', 'submit', 'pay-close']);
    expect(submits).to.deep.equal([
      [
        ['stripe_token', 'tok_stub'],
        ['stripe_token_type', 'card'],
      ],
    ]);
  });

  it('posts the e-mail address where it was asked for', async () => {
    const {form, button, gateway} = await mountButton({'data-email': 'ada@example.com'});
    const submits = catchSubmits(form);
    await pressPay(button, gateway);
    gateway.succeed();
    await next(button, 'pay-close');
    expect(submits[0]?.at(-1)).to.deep.equal(['stripe_email', 'ada@example.com']);
  });

  it('names the field as the merchant says', async () => {
    const {form, button, gateway} = await mountButton({'data-field': 'my_token'});
    const submits = catchSubmits(form);
    await pressPay(button, gateway);
    gateway.succeed();
    await next(button, 'pay-close');
    expect(submits[0]?.[0]).to.deep.equal(['my_token', 'tok_stub']);
  });

  it('leaves submitting to the page with data-auto-submit="false"', async () => {
    const {form, button, gateway} = await mountButton({'data-auto-submit': 'false'});
    const submits = catchSubmits(form);
    await pressPay(button, gateway);
    gateway.succeed();
    const closed = next(button, 'pay-close');
    const {payment} = await next(button, 'pay-token');
    expect((await closed).reason).to.equal('handled');
    expect(payment).to.deep.equal(expected);
    expect(new FormData(form).get('stripe_token')).to.equal('tok_stub');
    expect(submits).to.have.lengthOf(0);
    form.requestSubmit();
    expect(submits).to.have.lengthOf(1);
  });

  it('leaves submitting to a page that prevents pay-token', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    button.addEventListener('pay-token', event => event.preventDefault());
    await pressPay(button, gateway);
    gateway.succeed();
    expect((await next(button, 'pay-close')).reason).to.equal('handled');
    expect(submits).to.have.lengthOf(0);
    expect(new FormData(form).get('stripe_token')).to.equal('tok_stub');
  });

  it('29. hands the token over by promise and event where there is no form', async () => {
    const button = await fixture<PayButton>(html`<pay-button data-key="pk_test_1"></pay-button>`);
    const gateway = useStub(button);
    const result = button.open();
    await next(button, 'pay-opened');
    gateway.completeCard();
    part(await openDialog(), '.pay').click();
    gateway.succeed();
    expect((await next(button, 'pay-token')).payment.product).to.equal(product);
    expect(await result).to.deep.equal({handled: expected});
    expect(document.querySelector('pay-dialog')).to.equal(null);
  });

  it('submits nothing when the card is refused, and takes the next one', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    await pressPay(button, gateway);
    gateway.refuse(declined());
    expect((await next(button, 'pay-error')).error.code).to.equal('card_declined');
    expect(submits).to.have.lengthOf(0);
    expect(button.state).to.equal('refused');
    part(await openDialog(), '.pay').click();
    gateway.succeed();
    await next(button, 'pay-close');
    expect(submits).to.have.lengthOf(1);
  });

  it('44. submits nothing when the dialog was closed before the token came', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    const result = button.open();
    await next(button, 'pay-opened');
    gateway.completeCard();
    part(await openDialog(), '.pay').click();
    part(await openDialog(), '.close').click();
    gateway.succeed();
    expect(await result).to.deep.equal({closed: 'button'});
    expect(submits).to.have.lengthOf(0);
    expect(new FormData(form).has('stripe_token')).to.be.false;
  });

  it('36. takes a spent token out of the form before it opens again', async () => {
    const {form, button, gateway} = await mountButton();
    catchSubmits(form);
    await pressPay(button, gateway);
    gateway.succeed();
    await next(button, 'pay-close');
    expect(new FormData(form).has('stripe_token')).to.be.true;
    void button.open();
    expect(new FormData(form).has('stripe_token')).to.be.false;
    await next(button, 'pay-opened');
  });

  it('keeps the dialog up while the browser leaves, so that nobody pays twice', async () => {
    const page = await pageInFrame();
    const button = page.querySelector('pay-button')!;
    const gateway = useStub(button);
    const result = button.open();
    await next(button, 'pay-opened');
    const dialog = page.querySelector('pay-dialog')!;
    await untilReady(dialog);
    gateway.completeCard();
    dialog.shadowRoot!.querySelector<HTMLElement>('.pay')!.click();
    gateway.succeed();
    await next(button, 'pay-token');
    await stage(dialog, 'leaving');
    dialog.shadowRoot!.querySelector<HTMLElement>('.close')!.click();
    expect(button.state).to.equal('leaving');
    const closed = next(button, 'pay-close');
    page.defaultView!.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect((await closed).reason).to.equal('handled');
    expect(await result).to.deep.equal({handled: expected});
  });

  it('delivers into the form that it is in by then', async () => {
    const {button, gateway} = await mountButton();
    const other = await fixture<HTMLFormElement>(html`<form method="post" action="/other"></form>`);
    const submits = catchSubmits(other);
    await pressPay(button, gateway);
    other.append(button);
    gateway.succeed();
    await next(button, 'pay-close');
    expect(submits[0]?.[0]).to.deep.equal(['stripe_token', 'tok_stub']);
  });

  it('30. says so in the dialog where the form became one that must not have the token', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    await pressPay(button, gateway);
    form.setAttribute('method', 'get');
    const {error} = console;
    console.error = () => {};
    const told = next(button, 'pay-error');
    gateway.succeed();
    expect((await told).error.code).to.equal('form_method');
    console.error = error;
    expect(button.state).to.equal('refused');
    expect(submits).to.have.lengthOf(0);
    expect(new FormData(form).has('stripe_token')).to.be.false;

    form.setAttribute('method', 'post');
    part(await openDialog(), '.pay').click();
    gateway.succeed();
    await next(button, 'pay-close');
    expect(submits).to.have.lengthOf(1);
  });

  it('30. stops a form without a method whose submit no script handles', async () => {
    const {form, button, gateway} = await mountButton();
    const warnings = listenToConsole('warn');
    const errors = listenToConsole('error');
    form.removeAttribute('method');
    await pressPay(button, gateway);
    const failed = next(button, 'pay-error');
    gateway.succeed();
    expect((await failed).error).to.include({code: 'form_method', audience: 'merchant'});
    errors.restore();
    warnings.restore();
    expect(errors.said.join()).to.include('method="post"');
    expect(button.state).to.equal('refused');
    expect(location.search).not.to.include('stripe_token');
    expect(new FormData(form).has('stripe_token')).to.be.false;
  });

  it('submits a form without a method to the script that handles it', async () => {
    const {form, button, gateway} = await mountButton();
    const warnings = listenToConsole('warn');
    const submits = catchSubmits(form);
    form.removeAttribute('method');
    await pressPay(button, gateway);
    const closed = next(button, 'pay-close');
    gateway.succeed();
    expect((await closed).reason).to.equal('paid');
    warnings.restore();
    expect(submits[0]?.[0]).to.deep.equal(['stripe_token', 'tok_stub']);
  });

  it('delivers a payment though an attribute has become wrong meanwhile', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    await pressPay(button, gateway);
    const {error} = console;
    console.error = () => {};
    button.setAttribute('data-amount', 'soon');
    gateway.succeed();
    await next(button, 'pay-close');
    console.error = error;
    expect(submits).to.have.lengthOf(1);
  });

  it('32. says that a form which has become invalid was not sent, and then shows the field', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    await pressPay(button, gateway);
    const input = Object.assign(document.createElement('input'), {required: true});
    form.append(input);
    const warnings = listenToConsole('warn');
    const failed = next(button, 'pay-error');
    gateway.succeed();
    expect((await failed).error.code).to.equal('not_sent');
    warnings.restore();
    const dialog = await openDialog();
    expect(textOf(dialog, '#form-message')).to.equal(en.errors.not_sent);
    expect(submits).to.have.lengthOf(0);
    expect(new FormData(form).has('stripe_token')).to.be.false;
    const closed = next(button, 'pay-close');
    part(dialog, '.close').click();
    await closed;
    expect(focusBeside(input)).to.equal(input);
  });

  it('shares its form with another button', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    const second = document.createElement('pay-button');
    second.setAttribute('data-key', 'pk_test_2');
    form.append(second);
    await pressPay(button, gateway);
    gateway.succeed();
    await next(button, 'pay-close');
    expect(submits).to.have.lengthOf(1);
    const secondGateway = useStub(second);
    await pressPay(second, secondGateway);
    secondGateway.succeed();
    await next(second, 'pay-close');
    expect(submits[1]?.filter(([name]) => name === 'stripe_token')).to.have.lengthOf(1);
  });

  it('35. delivers through nested shadow roots', async () => {
    const form = await fixture<HTMLFormElement>(html`<form method="post"><div></div></form>`);
    const submits = catchSubmits(form);
    const outer = form.querySelector('div')!.attachShadow({mode: 'open'});
    const inner = outer.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
    const button = document.createElement('pay-button');
    button.setAttribute('data-key', 'pk_test_1');
    inner.append(button);
    await pressPay(button, useStub(button));
    (button.gateway as StubGateway).succeed();
    await next(button, 'pay-close');
    expect(submits[0]?.[0]).to.deep.equal(['stripe_token', 'tok_stub']);
  });
});
