import {expect} from '@open-wc/testing';
import {Checkout} from '../../src/checkout/checkout.js';
import {readOptions} from '../../src/checkout/options.js';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {showPayDialog} from '../../src/elements/show-pay-dialog.js';
import {en} from '../../src/locales/en.js';
import {next, openDialog, part, textOf} from '../helpers/mount-button.js';
import {opened} from '../helpers/open-dialog.js';
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

/** A dialog without an owner, which would leave the page, or close it, once it is done. */
async function shownAlone() {
  const gateway = new StubGateway();
  const element = document.createElement('div');
  element.setAttribute('data-key', 'pk_test_1');
  const checkout = new Checkout(readOptions(element, gateway), gateway);
  await showPayDialog(checkout, new Map(), undefined);
  return {checkout, gateway, dialog: await openDialog()};
}

describe('<pay-dialog> that waits', () => {
  let timers: ReturnType<typeof catchTimers>;
  beforeEach(() => (timers = catchTimers()));
  afterEach(() => {
    timers.restore();
    document.querySelectorAll('pay-button').forEach(button => button.close());
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

  it('lets the customer leave a shop that does not answer', async () => {
    const {checkout, dialog, gateway} = await shownAlone();
    gateway.completeCard();
    part(dialog, '.pay').click();
    const done = next(checkout, 'change');
    gateway.succeed();
    await done;
    checkout.hold();
    await dialog.updateComplete;
    part(dialog, '.close').click();
    expect(checkout.state.name).to.equal('done');
    expect(textOf(dialog, '.pay')).to.contain(en.done);
    timers.run(10_000);
    await dialog.updateComplete;
    expect(said(dialog)).to.include({advice: en.slow.done, status: en.slow.done});
    part(dialog, '.close').click();
    expect(checkout.state.name).to.equal('closed');
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
