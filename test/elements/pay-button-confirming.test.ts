import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {onDemand} from '../../src/on-demand.js';
import {turn} from '../helpers/turn.js';
import {fakeShop} from '../helpers/fake-shop.js';
import {deferred} from '../helpers/deferred.js';
import {
  mountButton,
  next,
  openDialog,
  part,
  record,
  textOf,
  untilReady,
} from '../helpers/mount-button.js';
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

  it('posts nothing more where it was closed while the customer was with their bank', async () => {
    const action = {status: 'action_required', client_secret: 'pi_1_secret_2'};
    const {button, dialog, gateway} = await paying(action, {status: 'done'});
    await stage(dialog, 'authenticating');
    button.close();
    gateway.authenticated('pi_1');
    await turn();
    expect(shop!.posts).to.have.length(1);
  });

  it('posts nothing of a dialog that was closed, and opened again, before it could', async () => {
    const {confirm} = onDemand;
    const loading = deferred();
    onDemand.confirm = () => loading.promise.then(confirm);
    const {button, dialog} = await paying({status: 'done'});
    await stage(dialog, 'confirming');
    onDemand.confirm = confirm;
    button.close();
    void button.open();
    await next(button, 'pay-opened');
    loading.resolve();
    await confirm();
    await turn();
    expect(shop!.posts).to.deep.equal([]);
  });

  const asked: readonly [confirm: string, autoSubmit: boolean, form: boolean, asks: boolean][] = [
    ['navigate', false, false, false],
    ['navigate', false, true, false],
    ['navigate', true, false, false],
    ['navigate', true, true, false],
    ['fetch', false, false, false],
    ['fetch', false, true, false],
    ['fetch', true, false, false],
    ['fetch', true, true, true],
  ];
  for (const [confirm, autoSubmit, hasForm, asks] of asked) {
    it(`asks the shop: ${asks}, with ${confirm}, auto-submit ${autoSubmit}, a form ${hasForm}`, async () => {
      shop = fakeShop({status: 'done'});
      const {button, form, gateway} = await mountButton({
        'data-confirm': confirm,
        'data-auto-submit': `${autoSubmit}`,
      });
      // The question to the page is none of the browser's.
      form.addEventListener('submit', event => {
        if (event.isTrusted) event.preventDefault();
      });
      if (!hasForm) document.body.append(button);
      const result = button.open();
      await next(button, 'pay-opened');
      const dialog = await openDialog();
      await untilReady(dialog);
      gateway.completeCard();
      const closed = next(button, 'pay-close');
      part(dialog, '.pay').click();
      gateway.succeed();
      await closed;
      button.remove();
      expect(await result).to.have.property('paid');
      expect(shop.posts).to.have.length(asks ? 1 : 0);
    });
  }

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
