import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {fakeShop} from '../helpers/fake-shop.js';
import {next, part, record, textOf} from '../helpers/mount-button.js';
import {opened} from '../helpers/open-dialog.js';
import {stage} from '../helpers/addresses.js';

describe('<pay-button data-confirm="fetch">', () => {
  let shop: ReturnType<typeof fakeShop> | undefined;
  afterEach(() => {
    shop?.restore();
    document.querySelectorAll('pay-button').forEach(button => button.close());
  });

  /** An open dialog with a card in it, and pay pressed. */
  async function paying(...answers: Parameters<typeof fakeShop>) {
    shop = fakeShop(...answers);
    const mounted = await opened({'data-confirm': 'fetch', 'data-amount': '999'});
    const {dialog, gateway} = mounted;
    await stage(dialog, 'ready');
    gateway.completeCard();
    const pay = () => {
      part(dialog, '.pay').click();
      gateway.succeed();
    };
    pay();
    return {...mounted, pay};
  }

  it('posts the form without leaving the page, and closes when the shop has been paid', async () => {
    const {button, form} = await paying({status: 'done'});
    const seen = record(form, 'pay-token', 'submit', 'pay-confirmed', 'pay-close');
    const {reason} = await next(button, 'pay-close');
    expect(reason).to.equal('paid');
    expect(shop!.posts[0]?.body).to.deep.equal([
      ['stripe_token', 'tok_stub'],
      ['stripe_token_type', 'card'],
    ]);
    expect(seen).to.deep.equal(['pay-token', 'submit', 'pay-confirmed', 'pay-close']);
  });

  it('shows why the shop refused the card, and takes another one', async () => {
    const refused = {status: 'refused', code: 'insufficient_funds'};
    const {button, dialog, pay} = await paying(refused, {status: 'done'});
    await stage(dialog, 'refused');
    expect(textOf(dialog, '#number-message')).to.equal(en.errors.insufficient_funds);
    const closed = next(button, 'pay-close');
    pay();
    expect((await closed).reason).to.equal('paid');
    expect(shop!.posts).to.have.length(2);
  });

  it('asks the shop again, and does not pay again, where the answer got lost', async () => {
    const {button, dialog, gateway} = await paying(new TypeError('offline'), {status: 'done'});
    await stage(dialog, 'unconfirmed');
    expect(textOf(dialog, '#form-message')).to.equal(en.errors.unknown_outcome);
    expect(textOf(dialog, '.pay')).to.equal('Check again');
    const closed = next(button, 'pay-close');
    part(dialog, '.pay').click();
    expect((await closed).reason).to.equal('paid');
    expect(gateway.calls.tokenize).to.equal(1);
    expect(shop!.posts[1]).to.deep.equal(shop!.posts[0]);
  });

  it('steps aside for the bank, and is there again after it', async () => {
    const action = {status: 'action_required', client_secret: 'pi_1_secret_2'};
    const {button, dialog, gateway} = await paying(action, {status: 'done'});
    await stage(dialog, 'authenticating');
    const inner = part<HTMLDialogElement>(dialog, 'dialog');
    expect(inner.open).to.be.false;
    expect(dialog.isConnected).to.be.true;
    const closed = next(button, 'pay-close');
    const back = stage(dialog, 'confirming');
    gateway.authenticated('pi_1');
    await back;
    expect(inner.matches(':modal')).to.be.true;
    expect((await closed).reason).to.equal('paid');
    expect(shop!.posts[1]?.body[0]).to.deep.equal(['stripe_payment_intent', 'pi_1']);
  });

  it('leaves submitting to the page where it is told so', async () => {
    shop = fakeShop();
    const {button, form, dialog, gateway} = await opened({
      'data-confirm': 'fetch',
      'data-auto-submit': 'false',
    });
    await stage(dialog, 'ready');
    gateway.completeCard();
    const closed = next(button, 'pay-close');
    part(dialog, '.pay').click();
    gateway.succeed();
    expect((await closed).reason).to.equal('paid');
    expect(shop.posts).to.deep.equal([]);
    expect(new FormData(form).get('stripe_token')).to.equal('tok_stub');
  });
});
