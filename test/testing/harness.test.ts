import {expect, fixture, html} from '@open-wc/testing';
import '../../src/index.js';
import {
  harness,
  installFakeStripe,
  testCards,
  type FakeStripe,
  type PayButtonHarness,
} from '../../src/testing/index.js';

describe('harness()', () => {
  let fake: FakeStripe;
  let pay: PayButtonHarness;
  beforeEach(() => {
    fake = installFakeStripe();
  });
  afterEach(async () => {
    await pay.close();
    fake.restore();
  });

  async function mountForm(attributes: Record<string, string> = {}): Promise<HTMLFormElement> {
    const form = await fixture<HTMLFormElement>(html`
      <form method="post" action="/no-content">
        <input name="order" value="7" />
        <pay-button data-key="pk_test_1" data-amount="999"></pay-button>
      </form>
    `);
    const button = form.querySelector('pay-button')!;
    for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
    await button.updateComplete;
    pay = harness(button);
    return form;
  }

  it('pays, and tells what the form would post', async () => {
    await mountForm();
    expect(await pay.open()).to.equal('ready');
    await pay.fill();
    expect(await pay.pay()).to.equal('done');
    const posted = await pay.submitted;
    expect([...posted.keys()]).to.deep.equal(['order', 'stripe_token', 'stripe_token_type']);
    expect(posted.get('stripe_token')).to.match(/^tok_/);
    expect(pay.dialog).to.equal(null);
  });

  it('pays where the form is posted by fetch, and tells what it would post', async () => {
    await mountForm({'data-confirm': 'fetch'});
    await pay.open();
    await pay.fill();
    expect(await pay.pay()).to.equal('done');
    expect((await pay.submitted).get('stripe_token')).to.match(/^tok_/);
  });

  it('types what the dialog asks for', async () => {
    await mountForm({'data-email': '', 'data-zip-code': ''});
    await pay.open();
    await pay.fill(testCards.visa, {email: 'ada@example.com', postalCode: '10115'});
    await pay.pay();
    expect((await pay.submitted).get('stripe_email')).to.equal('ada@example.com');
    expect(fake.calls.at(-1)).to.have.deep.nested.property('args[1]', {address_zip: '10115'});
  });

  it('tells that the card was refused, and takes another', async () => {
    await mountForm();
    await pay.open();
    await pay.fill();
    fake.declineNext('card_declined');
    expect(await pay.pay()).to.equal('refused');
    expect(pay.dialog?.shadowRoot?.textContent).to.include('declined');
    expect(await pay.pay()).to.equal('done');
    expect((await pay.submitted).has('stripe_token')).to.be.true;
  });

  it('tells that the card is incomplete', async () => {
    await mountForm();
    await pay.open();
    await pay.fill({number: '4242'});
    expect(await pay.pay()).to.equal('refused');
  });

  it('tells that the fields did not load, and tries again', async () => {
    await mountForm();
    fake.failToLoad();
    expect(await pay.open()).to.equal('unavailable');
    expect(await pay.pay()).to.equal('ready');
  });

  it('shows the dialog while the answer is held', async () => {
    await mountForm();
    await pay.open();
    await pay.fill();
    fake.hold();
    const called = fake.nextCall('createToken');
    const paying = pay.pay();
    await called;
    await pay.dialog?.updateComplete;
    expect(pay.dialog?.shadowRoot?.querySelector('dialog')?.className).to.contain('tokenizing');
    fake.release();
    expect(await paying).to.equal('done');
  });

  it('opens again after closing', async () => {
    await mountForm();
    await pay.open();
    await pay.close();
    expect(pay.dialog).to.equal(null);
    expect(await pay.open()).to.equal('ready');
  });

  it('says that the page keeps the dialog closed', async () => {
    const form = await mountForm();
    form.addEventListener('pay-open', event => event.preventDefault());
    const error = await pay.open().then(() => 'nothing', String);
    expect(error).to.include('did not open');
  });

  it('leaves alone a submit that the page prevents, and tells what the page says of it', async () => {
    const form = await mountForm();
    const seen: string[] = [];
    form.addEventListener('submit', event => {
      event.preventDefault();
      seen.push('page');
      void form.querySelector('pay-button')!.complete({status: 'refused', code: 'card_declined'});
    });
    await pay.open();
    void pay.submitted.then(() => seen.push('harness'));
    await pay.fill();
    expect(await pay.pay()).to.equal('refused');
    await pay.close();
    expect(seen).to.deep.equal(['page']);
  });

  it('tells that the dialog has closed where submitting is left to the page', async () => {
    const form = await mountForm({'data-auto-submit': 'false'});
    await pay.open();
    await pay.fill();
    expect(await pay.pay()).to.equal('closed');
    expect(new FormData(form).get('stripe_token')).to.match(/^tok_/);
  });

  it('watches a form in a shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({mode: 'open'});
    const form = document.createElement('form');
    form.method = 'post';
    const button = document.createElement('pay-button');
    button.setAttribute('data-key', 'pk_test_1');
    form.append(button);
    root.append(form);
    pay = harness(button);
    await pay.open();
    await pay.fill();
    await pay.pay();
    expect((await pay.submitted).has('stripe_token')).to.be.true;
  });
});
