import {expect} from '@open-wc/testing';
import type {PayButton} from '../../src/elements/pay-button.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {
  catchSubmits,
  mountButton,
  next,
  openDialog,
  part,
  record,
} from '../helpers/mount-button.js';

describe('<pay-button> in a form with a required field that nobody can see', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  async function mountWithStep(name: string) {
    const mounted = await mountButton();
    const step = document.createElement('div');
    step.style.display = 'none';
    const field = document.createElement('input');
    Object.assign(field, {name, required: true, ariaLabel: 'Phone'});
    step.append(field);
    mounted.form.prepend(step);
    return {...mounted, step, field, submits: catchSubmits(mounted.form)};
  }

  function alertOf(button: PayButton): string | undefined {
    return button.shadowRoot!.querySelector('[role=alert]')?.textContent;
  }

  /** Waits until the button has another message, or none. */
  async function saysAnew(button: PayButton): Promise<string | undefined> {
    const before = alertOf(button);
    while (alertOf(button) === before) {
      await new Promise<void>(resolve => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(button.shadowRoot!, {subtree: true, childList: true, characterData: true});
      });
    }
    return alertOf(button);
  }

  it('says at the button what keeps it closed, and to the merchant which field', async () => {
    const {button, field, submits, gateway} = await mountWithStep('phone_1');
    const warnings = listenToConsole('warn');
    const said = saysAnew(button);
    expect(await button.open()).to.deep.equal({closed: 'page'});
    expect(await said).to.equal(`Phone: ${field.validationMessage}`);
    warnings.restore();
    expect(warnings.said.join()).to.include('"phone_1"');
    expect(submits).to.deep.equal([]);
    expect(gateway.calls.load).to.equal(0);
  });

  it('says it until the form is valid at a click', async () => {
    const {button, field} = await mountWithStep('phone_2');
    const warnings = listenToConsole('warn');
    const said = saysAnew(button);
    button.click();
    expect(await said).to.include('Phone');
    expect(await button.open()).to.deep.equal({closed: 'page'});
    await button.updateComplete;
    expect(alertOf(button)).to.include('Phone');
    warnings.restore();
    field.value = '1';
    const opened = next(button, 'pay-opened');
    button.click();
    await opened;
    expect(alertOf(button)).to.equal(undefined);
  });

  it('leaves the message to the browser where the field can be seen', async () => {
    const {button, step, field} = await mountWithStep('phone_3');
    step.style.display = '';
    const asked = record(button, 'pay-open');
    const invalid = next(field, 'invalid');
    button.click();
    await invalid;
    expect(asked).to.deep.equal([]);
    expect(alertOf(button)).to.equal(undefined);
  });

  it('says it after a payment that was not sent for that field', async () => {
    const {button, field, gateway, submits} = await mountWithStep('phone_4');
    field.required = false;
    button.addEventListener('pay-token', () => (field.required = true));
    button.click();
    await next(button, 'pay-opened');
    const dialog = await openDialog();
    gateway.completeCard();
    const warnings = listenToConsole('warn');
    part(dialog, '.pay').click();
    const error = next(button, 'pay-error');
    gateway.succeed();
    expect((await error).error.code).to.equal('not_sent');
    const said = saysAnew(button);
    button.close();
    expect(await said).to.include('Phone');
    warnings.restore();
    expect(submits).to.deep.equal([]);
  });
});
