import {expect} from '@open-wc/testing';
import type {DeliveryAnswer} from '../../src/checkout/delivery.js';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {en} from '../../src/locales/en.js';
import {stage} from '../helpers/addresses.js';
import {closeDialogs} from '../helpers/legacy-page.js';
import {part, textOf} from '../helpers/mount-button.js';
import {delivered, opened} from '../helpers/open-dialog.js';
import {StubGateway} from '../helpers/stub-gateway.js';
import {catchTimers} from '../helpers/timers.js';

/** What is said of the wait: on the button, above it, and by a screen reader. */
function said(dialog: PayDialog) {
  const advice = dialog.shadowRoot!.querySelector('.advice');
  return {
    button: textOf(dialog, '.pay'),
    advice: advice && textOf(dialog, '.advice'),
    status: textOf(dialog, '[role=status]'),
  };
}

describe('<pay-dialog> that waits', () => {
  let timers: ReturnType<typeof catchTimers>;
  beforeEach(() => (timers = catchTimers()));
  afterEach(() => {
    timers.restore();
    closeDialogs();
  });

  it('says that it is still loading the fields', async () => {
    const gateway = new StubGateway({loads: false});
    const {dialog} = await opened({}, gateway);
    expect(said(dialog)).to.deep.equal({button: 'Pay', advice: null, status: en.opening});
    timers.run(4000);
    await dialog.updateComplete;
    expect(said(dialog)).to.include({button: en.stillWorking, status: en.stillWorking});
  });

  it('42. says while paying that it takes long, and then what the customer can do', async () => {
    const {dialog, gateway, button} = await opened();
    gateway.completeCard();
    part(dialog, '.pay').click();
    await dialog.updateComplete;
    expect(said(dialog)).to.deep.equal({button: en.paying, advice: null, status: en.paying});
    timers.run(4000);
    await dialog.updateComplete;
    expect(said(dialog)).to.include({button: en.stillWorking, advice: null});
    timers.run(10_000);
    await dialog.updateComplete;
    const {tokenizing} = en.slow;
    expect(said(dialog)).to.include({advice: tokenizing, status: tokenizing});
    part(dialog, '.close').click();
    expect(button.state).to.equal('closed');
  });

  const lasting: readonly [DeliveryAnswer, state: string, words: string, button: string][] = [
    [{name: 'leaving'}, 'leaving', en.paying, en.paying],
    [{name: 'paid', isLeaving: true}, 'done', en.done, `✓ ${en.done}`],
  ];
  for (const [answer, state, words, button] of lasting) {
    it(`says "${words}" while it is ${state}, and lets the customer go after a long wait`, async () => {
      const {checkout, dialog} = await delivered(answer);
      part(dialog, '.close').click();
      expect(checkout.state.name).to.equal(state);
      expect(said(dialog)).to.deep.equal({button, advice: null, status: words});
      timers.run(4000);
      await dialog.updateComplete;
      expect(said(dialog)).to.include({button: en.stillWorking, advice: null});
      timers.run(10_000);
      await dialog.updateComplete;
      expect(said(dialog)).to.include({advice: en.slow.done, status: en.slow.done});
      part(dialog, '.close').click();
      expect(checkout.state.name).to.equal('closed');
    });
  }

  it('says that it is paying while the page has the payment, and then what the customer can do', async () => {
    const {form, button, dialog, gateway} = await opened();
    // A page that posts the payment by itself, and forgets to say what became of it.
    form.addEventListener('submit', event => {
      event.preventDefault();
      new FormData(form);
    });
    gateway.completeCard();
    part(dialog, '.pay').click();
    gateway.succeed();
    await stage(dialog, 'delivering');
    expect(said(dialog)).to.deep.equal({button: en.paying, advice: null, status: en.paying});
    timers.run(4000);
    await dialog.updateComplete;
    expect(said(dialog)).to.include({button: en.stillWorking, advice: null});
    part(dialog, '.close').click();
    expect(button.state).to.equal('delivering');
    timers.run(10_000);
    await dialog.updateComplete;
    expect(said(dialog)).to.include({advice: en.slow.done, status: en.slow.done});
    part(dialog, '.close').click();
    expect(button.state).to.equal('closed');
  });

  it('keeps the pay button where it is, and the focus on it, through every stage', async () => {
    const {dialog, gateway} = await opened({'data-amount': '999'});
    gateway.completeCard();
    const pay = part(dialog, '.pay');
    const {width, height} = pay.getBoundingClientRect();
    pay.focus();
    pay.click();
    await dialog.updateComplete;
    timers.run(4000);
    await dialog.updateComplete;
    expect(part(dialog, '.pay')).to.equal(pay);
    expect(dialog.shadowRoot!.activeElement).to.equal(pay);
    expect(pay.getBoundingClientRect()).to.include({width, height});
  });
});
