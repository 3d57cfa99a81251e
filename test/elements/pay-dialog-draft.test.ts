import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {PayButton} from '../../src/elements/pay-button.js';
import {stage} from '../helpers/addresses.js';
import {
  catchSubmits,
  mountButton,
  next,
  openDialog,
  part,
  untilReady,
} from '../helpers/mount-button.js';
import {opened, reopen} from '../helpers/open-dialog.js';

function type(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input'));
}

describe('what the customer typed', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  it('is there again when the same button is opened again', async () => {
    const {button, dialog} = await opened({'data-email': '', 'data-zip-code': ''});
    type(part(dialog, '#email'), 'ada@example.com');
    type(part(dialog, '#postalCode'), '94107');
    const again = await reopen(button);
    expect(again).not.to.equal(dialog);
    expect(part<HTMLInputElement>(again, '#email').value).to.equal('ada@example.com');
    expect(part<HTMLInputElement>(again, '#postalCode').value).to.equal('94107');
  });

  it('wins over the address that the merchant filled in', async () => {
    const {button, dialog} = await opened({'data-email': 'shop@example.com'});
    type(part(dialog, '#email'), 'ada@example.com');
    const again = await reopen(button);
    expect(part<HTMLInputElement>(again, '#email').value).to.equal('ada@example.com');
  });

  it('is not another button’s', async () => {
    const {dialog, button} = await opened({'data-email': ''});
    type(part(dialog, '#email'), 'ada@example.com');
    button.close();
    const other = await mountButton({'data-email': ''});
    void other.button.open();
    await next(other.button, 'pay-opened');
    expect(part<HTMLInputElement>(await openDialog(), '#email').value).to.equal('');
  });

  const ends: Record<'paid' | 'handled', (form: HTMLFormElement, button: PayButton) => void> = {
    paid: form => catchSubmits(form),
    handled: (_, button) => button.addEventListener('pay-token', event => event.preventDefault()),
  };
  for (const [reason, take] of Object.entries(ends)) {
    it(`is forgotten once the dialog has closed as ${reason}`, async () => {
      const {form, button, dialog, gateway} = await opened({'data-email': ''});
      take(form, button);
      type(part(dialog, '#email'), 'ada@example.com');
      gateway.completeCard();
      part(dialog, '.pay').click();
      const closed = next(button, 'pay-close');
      gateway.succeed();
      expect((await closed).reason).to.equal(reason);
      const again = await reopen(button);
      expect(part<HTMLInputElement>(again, '#email').value).to.equal('');
    });
  }

  it('stays where the customer closes a payment whose outcome is not known', async () => {
    const {form, button, dialog, gateway} = await opened({'data-email': ''});
    form.addEventListener('submit', event => {
      event.preventDefault();
      void button.complete({status: 'unknown'});
    });
    type(part(dialog, '#email'), 'ada@example.com');
    gateway.completeCard();
    part(dialog, '.pay').click();
    gateway.succeed();
    await stage(dialog, 'unconfirmed');
    const closed = next(button, 'pay-close');
    part(dialog, '.close').click();
    expect((await closed).reason).to.equal('button');
    const again = await reopen(button);
    expect(part<HTMLInputElement>(again, '#email').value).to.equal('ada@example.com');
  });

  it('of an address comes back with its country', async () => {
    const {button, dialog} = await opened({
      'data-billing-address': '',
      'data-shipping-address': '',
    });
    await untilReady(dialog);
    await dialog.updateComplete;
    const country = part<HTMLSelectElement>(dialog, '#billing-country');
    country.value = 'JP';
    country.dispatchEvent(new Event('change'));
    await dialog.updateComplete;
    type(part(dialog, '#billing-line1'), '千代田1-1');
    part<HTMLInputElement>(dialog, '.check input').click();
    const again = await reopen(button);
    await untilReady(again);
    await again.updateComplete;
    expect(part<HTMLSelectElement>(again, '#billing-country').value).to.equal('JP');
    expect(part<HTMLInputElement>(again, '#billing-line1').value).to.equal('千代田1-1');
    expect(part<HTMLInputElement>(again, '.check input').checked).to.be.false;
  });

  it('leads the keyboard to the first field that is empty', async () => {
    const {button, dialog} = await opened({'data-email': ''});
    expect(dialog.shadowRoot!.activeElement?.id).to.equal('email');
    await sendKeys({type: 'ada@example.com'});
    const again = await reopen(button);
    await untilReady(again);
    await again.updateComplete;
    expect(document.activeElement?.getAttribute('aria-label')).to.equal('number');
  });
});
