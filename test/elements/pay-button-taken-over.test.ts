import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {PayButton} from '../../src/elements/pay-button.js';
import {en} from '../../src/locales/en.js';
import {stage} from '../helpers/addresses.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {
  mountButton,
  next,
  openDialog,
  part,
  record,
  textOf,
  trigger,
  useStub,
} from '../helpers/mount-button.js';
import {opened} from '../helpers/open-dialog.js';
import {catchTimers} from '../helpers/timers.js';
import {turn} from '../helpers/turn.js';

/** The things that a page's submit handler does with the form, besides preventing its submit. */
type Handle = (form: HTMLFormElement) => unknown;

/** The ways in which the wait for the page ends. */
type End = (button: PayButton, form: HTMLFormElement) => unknown;

describe('<pay-button> in a form whose handler prevents the submit', () => {
  let warnings: ReturnType<typeof listenToConsole>;
  beforeEach(() => (warnings = listenToConsole('warn')));
  afterEach(() => {
    warnings.restore();
    document.querySelectorAll('pay-button').forEach(button => button.close());
  });

  /** A payment that the page's handler has got. */
  async function takenOver(handle: Handle = form => new FormData(form)) {
    const mounted = await mountButton();
    const {form, button, gateway} = mounted;
    let submits = 0;
    form.addEventListener('submit', event => {
      event.preventDefault();
      submits++;
      handle(form);
    });
    const result = button.open();
    await next(button, 'pay-opened');
    const dialog = await openDialog();
    await stage(dialog, 'ready');
    gateway.completeCard();
    const pay = async () => {
      part(dialog, '.pay').click();
      gateway.succeed();
      await stage(dialog, 'delivering');
    };
    await pay();
    return {...mounted, dialog, result, pay, submits: () => submits};
  }

  it('33. keeps the dialog open, so that nobody pays twice', async () => {
    const {form, button, gateway, dialog, submits} = await takenOver();
    const closes = record(button, 'pay-close');
    for (let presses = 0; presses < 3; presses++) await sendKeys({press: 'Escape'});
    part(dialog, '.close').click();
    part(dialog, '.pay').click();
    trigger(button).click();
    expect(button.state).to.equal('delivering');
    expect(part(dialog, 'dialog').matches(':modal')).to.be.true;
    expect(gateway.calls.tokenize).to.equal(1);
    expect(submits()).to.equal(1);
    expect(closes).to.deep.equal([]);
    expect(new FormData(form).getAll('stripe_token')).to.deep.equal(['tok_stub']);
  });

  it('lets no other button open a dialog meanwhile', async () => {
    const {button, dialog} = await takenOver();
    const other = await fixture<PayButton>(html`<pay-button data-key="pk_test_2"></pay-button>`);
    const gateway = useStub(other);
    expect(await other.open()).to.deep.equal({closed: 'page'});
    expect(gateway.calls.load).to.equal(0);
    expect(document.querySelectorAll('pay-dialog')).to.have.lengthOf(1);
    expect(dialog.isConnected).to.be.true;
    expect(button.state).to.equal('delivering');
  });

  const ends: Record<string, [end: End, outcome: 'paid' | 'handled']> = {
    'the page says that the card is charged': [button => button.complete({status: 'done'}), 'paid'],
    'the page resets the form': [(_, form) => form.reset(), 'handled'],
    'the page takes the button away': [button => button.remove(), 'handled'],
    'the page closes the dialog': [button => button.close(), 'handled'],
    'the browser leaves the page': [
      () => window.dispatchEvent(new PageTransitionEvent('pagehide')),
      'handled',
    ],
  };
  for (const [what, [end, outcome]] of Object.entries(ends)) {
    it(`closes as ${outcome} when ${what}`, async () => {
      const {form, button, result} = await takenOver();
      const closed = next(button, 'pay-close');
      await end(button, form);
      expect((await closed).reason).to.equal(outcome);
      expect(await result).to.have.nested.property(`${outcome}.product.id`, 'tok_stub');
      expect(document.querySelector('pay-dialog')).to.equal(null);
    });
  }

  it('shows a refusal that the page reports, and takes the next card', async () => {
    const {form, button, gateway, dialog, pay, submits} = await takenOver();
    await button.complete({status: 'refused', code: 'insufficient_funds'});
    await stage(dialog, 'refused');
    expect(new FormData(form).has('stripe_token')).to.be.false;
    expect(textOf(dialog, '#number-message')).to.equal(en.errors.insufficient_funds);
    await pay();
    expect([gateway.calls.tokenize, submits()]).to.deep.equal([2, 2]);
    const closed = next(button, 'pay-close');
    await button.complete({status: 'done'});
    expect((await closed).reason).to.equal('paid');
  });

  it('says that the outcome is not known where the page says so, and submits the same again', async () => {
    const {button, form, gateway, dialog, submits} = await takenOver();
    await button.complete({status: 'unknown'});
    await stage(dialog, 'unconfirmed');
    expect(textOf(dialog, '#form-message')).to.equal(en.errors.unknown_outcome);
    part(dialog, '.pay').click();
    await stage(dialog, 'delivering');
    expect([gateway.calls.tokenize, submits()]).to.deep.equal([1, 2]);
    expect(new FormData(form).getAll('stripe_token')).to.deep.equal(['tok_stub']);
  });

  it('says that the shop failed where the page says so', async () => {
    const {button, dialog} = await takenOver();
    const errors = listenToConsole('error');
    const failed = next(button, 'pay-error');
    await button.complete({status: 'error', message: 'Sold out.'});
    expect((await failed).error).to.include({code: 'shop_failed', audience: 'merchant'});
    errors.restore();
    expect(errors.said.join()).to.include('Sold out.');
    await dialog.updateComplete;
    expect(textOf(dialog, '#form-message')).to.equal(en.errors.shop_failed);
  });

  it('is paid where the handler says so at once', async () => {
    const {button, gateway, dialog, form} = await opened();
    form.addEventListener('submit', event => {
      event.preventDefault();
      void button.complete({status: 'done'});
    });
    await stage(dialog, 'ready');
    gateway.completeCard();
    part(dialog, '.pay').click();
    const closed = next(button, 'pay-close');
    gateway.succeed();
    expect((await closed).reason).to.equal('paid');
  });

  it('does not take an answer that makes no sense for one', async () => {
    const {button} = await takenOver();
    for (const answer of [undefined, {}, {status: 'paid'}, {status: 'action_required'}]) {
      await button.complete(answer as never);
      expect(button.state).to.equal('delivering');
    }
  });

  for (const state of ['closed', 'ready', 'tokenizing'] as const) {
    it(`ignores an answer while it is ${state}`, async () => {
      const {button, gateway} = await mountButton();
      if (state !== 'closed') {
        void button.open();
        await next(button, 'pay-opened');
        await stage(await openDialog(), 'ready');
      }
      if (state === 'tokenizing') {
        gateway.completeCard();
        part(await openDialog(), '.pay').click();
      }
      await button.complete({status: 'done'});
      expect(button.state).to.equal(state);
    });
  }

  const handlers: Record<string, Handle> = {
    // It may read the credential later, or in a way that cannot be noticed: from the form's HTML, say.
    'has read nothing': () => {},
    'has made up its FormData': form => new FormData(form),
    'has read the hidden field': form =>
      form.querySelector<HTMLInputElement>('[name=stripe_token]')!.value,
  };
  for (const [what, handle] of Object.entries(handlers)) {
    it(`lets the customer go after a long wait for a page that ${what}, and promises nothing`, async () => {
      const timers = catchTimers();
      try {
        const {button, form, dialog, result} = await takenOver(handle);
        const errors = record(button, 'pay-error');
        timers.run(10_000);
        await dialog.updateComplete;
        expect(button.state).to.equal('delivering');
        expect(textOf(dialog, '.advice')).to.equal(en.slow.done);
        expect(new FormData(form).get('stripe_token')).to.equal('tok_stub');
        expect(errors).to.deep.equal([]);
        const closed = next(button, 'pay-close');
        part(dialog, '.close').click();
        expect((await closed).reason).to.equal('button');
        expect(await result).to.have.nested.property('handled.product.id', 'tok_stub');
      } finally {
        timers.restore();
      }
    });
  }

  for (const isRead of [false, true]) {
    const what = isRead ? 'leaves the payment to a page' : 'takes the payment back from a page';
    it(`${what} that marks a field as invalid, and has read the credential: ${isRead}`, async () => {
      const {button, form, gateway, dialog} = await opened();
      const input = Object.assign(document.createElement('input'), {name: 'size'});
      form.append(input);
      form.addEventListener('submit', event => {
        event.preventDefault();
        input.setAttribute('aria-invalid', 'true');
        if (isRead) new FormData(form);
      });
      await stage(dialog, 'ready');
      gateway.completeCard();
      part(dialog, '.pay').click();
      const submitted = next(form, 'submit');
      gateway.succeed();
      await submitted;
      if (!isRead) {
        await stage(dialog, 'refused');
        expect(textOf(dialog, '#form-message')).to.equal(en.errors.not_sent);
      }
      await turn();
      expect(button.state).to.equal(isRead ? 'delivering' : 'refused');
      expect(new FormData(form).has('stripe_token')).to.equal(isRead);
    });
  }
});
