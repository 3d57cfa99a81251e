import {expect} from '@open-wc/testing';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {
  catchSubmits,
  mountButton,
  next,
  openDialog,
  part,
  textOf,
  untilReady,
} from '../helpers/mount-button.js';
import {voucherGateway} from './voucher/voucher-gateway.js';

/** The dialog of a button that has another provider than Stripe, ready for a voucher. */
async function openVoucher(attributes: Record<string, string> = {}) {
  const {form, button} = await mountButton({'data-key': 'house_test_1', ...attributes});
  button.gateway = voucherGateway;
  void button.open();
  await next(button, 'pay-opened');
  const dialog = await openDialog();
  await untilReady(dialog);
  return {form, button, dialog};
}

/** As the customer would: only the provider's frame sees what. */
async function type({checkout}: PayDialog, text: string): Promise<void> {
  const frame = document.querySelector<HTMLIFrameElement>('iframe[title=Voucher]')!;
  const heard = next(checkout, 'change');
  frame.contentWindow!.postMessage({type: 'typed', text}, '*');
  await heard;
}

describe('a second provider', () => {
  it('is named, and takes a payment', async () => {
    const {form, button, dialog} = await openVoucher({'data-field': 'voucher'});
    const submits = catchSubmits(form);
    expect(textOf(dialog, '.foot')).to.contain('Voucher House');
    expect(textOf(dialog, '.test')).to.contain('Test mode');
    await type(dialog, 'GOODTEAS');
    const closed = next(button, 'pay-close');
    part(dialog, '.pay').click();
    const {payment} = await next(button, 'pay-token');
    expect((await closed).reason).to.equal('paid');
    expect(payment.product).to.include({id: 'vou_8', type: 'voucher'});
    expect(submits).to.deep.equal([
      [
        ['voucher', 'vou_8'],
        ['stripe_token_type', 'voucher'],
      ],
    ]);
    expect(document.querySelector('script[src*="stripe"]')).to.equal(null);
  });

  it('complains at its field, and refuses what another voucher pays', async () => {
    const {form, button, dialog} = await openVoucher();
    const submits = catchSubmits(form);
    await type(dialog, 'good');
    await dialog.updateComplete;
    expect(textOf(dialog, '.message')).to.equal('A voucher has capital letters only.');
    await type(dialog, 'SPENTALL');
    part(dialog, '.pay').click();
    const {error} = await next(document, 'pay-error');
    expect(error).to.include({code: 'spent', field: 'card'});
    await dialog.updateComplete;
    expect(textOf(dialog, '.message')).to.equal('This voucher is spent.');
    await type(dialog, 'GOODTEAS');
    const closed = next(button, 'pay-close');
    part(dialog, '.pay').click();
    await closed;
    expect(submits).to.have.length(1);
  });

  it('says which keys are its own', async () => {
    const {button} = await mountButton({'data-key': 'pk_test_1'});
    button.gateway = voucherGateway;
    expect(() => button.options).to.throw('house_test_');
  });
});
