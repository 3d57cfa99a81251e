import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/index.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {catchSubmits, next, useStub} from '../helpers/mount-button.js';

describe('what lies inside <pay-button>', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  async function withOwnButton(key = 'pk_test_1') {
    const form = await fixture<HTMLFormElement>(html`
      <form method="post" action="/charge">
        <input name="amount" aria-label="Amount" />
        <pay-button data-key=${key}>
          <button slot="button">Donate</button>
          <a href="https://pay.example/">Donate on another page</a>
        </pay-button>
      </form>
    `);
    const button = form.querySelector('pay-button')!;
    useStub(button);
    await button.updateComplete;
    return {form, button, own: form.querySelector('button')!, link: form.querySelector('a')!};
  }

  it('shows the merchant’s own button in the place of ours', async () => {
    const {button, own} = await withOwnButton();
    expect(own.offsetParent).not.to.equal(null);
    expect(button.shadowRoot!.querySelector('button')!.offsetParent).to.equal(null);
  });

  it('opens at its click, and does not submit the form', async () => {
    const {form, button, own} = await withOwnButton();
    const submits = catchSubmits(form);
    own.click();
    await next(button, 'pay-opened');
    expect(submits).to.deep.equal([]);
    expect(button.state).not.to.equal('closed');
  });

  it('opens at Enter in a field of the form', async () => {
    const {form, button} = await withOwnButton();
    const submits = catchSubmits(form);
    form.querySelector('input')!.focus();
    const isOpen = next(button, 'pay-opened');
    await sendKeys({press: 'Enter'});
    await isOpen;
    expect(submits).to.deep.equal([]);
  });

  it('gives way where payment is not set up', async () => {
    const errors = listenToConsole('error');
    const {button, own} = await withOwnButton('sk_test_1');
    errors.restore();
    expect(errors.said.join()).to.include('data-key');
    expect(own.offsetParent).to.equal(null);
    const ours = button.shadowRoot!.querySelector('button')!;
    expect(ours.disabled).to.be.true;
    expect(ours.textContent.trim()).to.equal('Payment is not set up');
  });

  it('is not shown where it is for browsers without JavaScript', async () => {
    const {link} = await withOwnButton();
    expect(link.offsetParent).to.equal(null);
    expect(link.getClientRects().length).to.equal(0);
  });
});
