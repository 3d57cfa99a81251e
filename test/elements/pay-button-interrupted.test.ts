import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {PayButton} from '../../src/elements/pay-button.js';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {
  catchSubmits,
  mountButton,
  next,
  openDialog,
  part,
  record,
  textOf,
  trigger,
  untilReady,
  useStub,
} from '../helpers/mount-button.js';
import {en} from '../../src/locales/en.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import type {StubGateway} from '../helpers/stub-gateway.js';

/** Opens the dialog and fills the card in. */
async function filled(button: PayButton, gateway: StubGateway): Promise<PayDialog> {
  void button.open();
  await next(button, 'pay-opened');
  const dialog = await openDialog();
  await untilReady(dialog);
  gateway.completeCard();
  await dialog.updateComplete;
  return dialog;
}

async function typeKey(key: string): Promise<void> {
  await sendKeys({press: key});
}

describe('<pay-button>, interrupted', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  const ways: Record<string, (dialog: PayDialog, button: PayButton) => unknown> = {
    'its button': dialog => part(dialog, '.close').click(),
    Escape: () => typeKey('Escape'),
    'the page': (_, button) => button.close(),
  };
  for (const [way, close] of Object.entries(ways)) {
    it(`44. closed by ${way} while the token is made: it is thrown away`, async () => {
      const {form, button, gateway} = await mountButton();
      const submits = catchSubmits(form);
      const closes = record(button, 'pay-close', 'pay-token');
      const dialog = await filled(button, gateway);
      part(dialog, '.pay').click();
      expect(button.state).to.equal('tokenizing');
      await close(dialog, button);
      expect(button.state).to.equal('closed');
      gateway.succeed();
      const settled = next(button, 'pay-opened');
      void button.open();
      await settled;
      expect(closes).to.deep.equal(['pay-close']);
      expect(submits).to.deep.equal([]);
      expect(new FormData(form).has('stripe_token')).to.be.false;
    });
  }

  it('44. a click beside the dialog closes nothing, and the token is delivered', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    const dialog = await filled(button, gateway);
    part(dialog, '.pay').click();
    await sendMouse({type: 'click', position: [2, 2]});
    expect(button.state).to.equal('tokenizing');
    const closed = next(button, 'pay-close');
    gateway.succeed();
    expect((await closed).reason).to.equal('paid');
    expect(submits).to.have.lengthOf(1);
  });

  it('46. submits nothing when the page was left while the token was made', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    const dialog = await filled(button, gateway);
    part(dialog, '.pay').click();
    const closed = next(button, 'pay-close');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect((await closed).reason).to.equal('page');
    gateway.succeed();
    // The page comes back: the next payment is one of its own.
    await filled(button, gateway);
    expect(submits).to.deep.equal([]);
    expect(new FormData(form).has('stripe_token')).to.be.false;
    part(await openDialog(), '.pay').click();
    const paid = next(button, 'pay-close');
    gateway.succeed();
    await paid;
    expect(submits).to.have.lengthOf(1);
    expect(gateway.calls.tokenize).to.equal(2);
  });

  const impatience: Record<string, (pay: HTMLElement) => unknown> = {
    'a double click': pay => {
      pay.click();
      pay.click();
    },
    'Enter and a click': async pay => {
      pay.focus();
      await typeKey('Enter');
      pay.click();
    },
    'Space that is held': async pay => {
      pay.focus();
      for (let repeats = 0; repeats < 3; repeats++) await sendKeys({down: ' '});
      await sendKeys({up: ' '});
      pay.click();
    },
    'Enter that is held': async pay => {
      pay.focus();
      for (let repeats = 0; repeats < 3; repeats++) await sendKeys({down: 'Enter'});
      await sendKeys({up: 'Enter'});
    },
  };
  for (const [what, press] of Object.entries(impatience)) {
    it(`47. ${what} makes one token and one submit`, async () => {
      const {form, button, gateway} = await mountButton();
      const submits = catchSubmits(form);
      const dialog = await filled(button, gateway);
      await press(part(dialog, '.pay'));
      expect(gateway.calls.tokenize).to.equal(1);
      const closed = next(button, 'pay-close');
      gateway.succeed();
      await closed;
      expect(gateway.calls.tokenize).to.equal(1);
      expect(submits).to.have.lengthOf(1);
    });
  }

  it('47. two buttons clicked at once make one dialog, one token and one submit', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form method="post" action="/charge">
        <pay-button data-key="pk_test_1"></pay-button>
        <pay-button data-key="pk_test_1"></pay-button>
      </form>
    `);
    const submits = catchSubmits(form);
    const [first, second] = form.querySelectorAll('pay-button') as unknown as PayButton[];
    const gateways = [useStub(first), useStub(second)];
    const opened = next(second, 'pay-opened');
    trigger(first).click();
    trigger(second).click();
    await opened;
    expect(document.querySelectorAll('pay-dialog')).to.have.lengthOf(1);
    const dialog = await openDialog();
    await untilReady(dialog);
    gateways[1].completeCard();
    part(dialog, '.pay').click();
    const closed = next(second, 'pay-close');
    for (const gateway of gateways) gateway.succeed();
    await closed;
    expect(gateways.map(({calls}) => calls.tokenize)).to.deep.equal([0, 1]);
    expect(submits).to.have.lengthOf(1);
  });
});

describe('<pay-button> in a form', () => {
  afterEach(() => document.querySelectorAll('pay-button').forEach(button => button.close()));

  it('34. that is removed while the token is made, gets nothing, and the customer is told', async () => {
    const {form, button, gateway} = await mountButton();
    const submits = catchSubmits(form);
    const dialog = await filled(button, gateway);
    part(dialog, '.pay').click();
    const failed = next(button, 'pay-error');
    const warnings = listenToConsole('warn');
    form.remove();
    gateway.succeed();
    expect((await failed).error.code).to.equal('not_sent');
    warnings.restore();
    await dialog.updateComplete;
    expect(textOf(dialog, '#form-message')).to.equal(en.errors.not_sent);
    expect(submits).to.deep.equal([]);
    expect(new FormData(form).has('stripe_token')).to.be.false;
  });

  it('34. that it belongs to by its attribute, delivers there, once', async () => {
    const page = await fixture(html`
      <div>
        <form id="elsewhere" method="post" action="/charge"></form>
        <form method="post" action="/other">
          <pay-button data-key="pk_test_1" form="elsewhere"></pay-button>
        </form>
      </div>
    `);
    const [elsewhere, around] = page.querySelectorAll('form') as unknown as HTMLFormElement[];
    const submits = catchSubmits(elsewhere);
    const others = catchSubmits(around);
    const button = page.querySelector('pay-button')!;
    const gateway = useStub(button);
    const dialog = await filled(button, gateway);
    part(dialog, '.pay').click();
    const closed = next(button, 'pay-close');
    gateway.succeed();
    await closed;
    expect(submits).to.have.lengthOf(1);
    expect(submits[0].filter(([name]) => name === 'stripe_token')).to.have.lengthOf(1);
    expect(others).to.deep.equal([]);
  });
});
