import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {getParts} from '../../src/loading/parts.js';
import {turn} from '../helpers/turn.js';
import {fakeShop} from '../helpers/fake-shop.js';
import {deferred} from '../helpers/deferred.js';
import {listenToConsole} from '../helpers/legacy-page.js';
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
import {replacePart} from '../helpers/replace-part.js';

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

  const emptyRefusals = [
    {status: 'refused'},
    {status: 'refused', code: null, message: null},
    {status: 'refused', code: '', message: ''},
    {status: 'refused', code: 'from_the_future'},
    {status: 'refused', code: 'from_the_future', message: ''},
  ];
  for (const answer of emptyRefusals) {
    it(`shows the words of a plain decline for ${JSON.stringify(answer)}`, async () => {
      const {dialog} = await paying(answer);
      await stage(dialog, 'refused');
      expect(textOf(dialog, '#number-message')).to.equal(en.errors.card_declined);
    });
  }

  it('asks the shop again, and does not pay again, where the answer got lost', async () => {
    const errors = listenToConsole('error');
    const {button, dialog, gateway} = await paying(new TypeError('offline'), {status: 'done'});
    await stage(dialog, 'unconfirmed');
    errors.restore();
    expect(errors.said.join()).to.include('no answer came from');
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
    const back = stage(dialog, 'delivering');
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
    const {confirm} = getParts();
    const loading = deferred();
    const putBack = replacePart('confirm', () => loading.promise.then(confirm));
    const {button, dialog} = await paying({status: 'done'});
    await stage(dialog, 'delivering');
    putBack();
    button.close();
    void button.open();
    await next(button, 'pay-opened');
    loading.resolve();
    await confirm();
    await turn();
    expect(shop!.posts).to.deep.equal([]);
  });

  const roads: readonly [
    confirm: string,
    autoSubmit: boolean,
    form: boolean,
    submits: number,
    posts: number,
    result: 'paid' | 'handled',
  ][] = [
    ['navigate', false, false, 0, 0, 'handled'],
    ['navigate', false, true, 0, 0, 'handled'],
    ['navigate', true, false, 0, 0, 'handled'],
    ['navigate', true, true, 1, 0, 'paid'],
    ['fetch', false, false, 0, 0, 'handled'],
    ['fetch', false, true, 0, 0, 'handled'],
    ['fetch', true, false, 0, 0, 'handled'],
    ['fetch', true, true, 0, 1, 'paid'],
  ];
  for (const [confirm, autoSubmit, hasForm, submits, posts, outcome] of roads) {
    it(`is ${outcome} with ${confirm}, auto-submit ${autoSubmit}, a form ${hasForm}`, async () => {
      shop = fakeShop({status: 'done'});
      const {button, form, gateway} = await mountButton({
        'data-confirm': confirm,
        'data-auto-submit': `${autoSubmit}`,
      });
      let submitted = 0;
      // The question to the page is none of the browser's.
      form.addEventListener('submit', event => {
        if (!event.isTrusted) return;
        event.preventDefault();
        submitted++;
        void button.complete({status: 'done'});
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
      expect((await closed).reason).to.equal(outcome);
      button.remove();
      expect(await result).to.have.property(outcome);
      expect([submitted, shop.posts.length]).to.deep.equal([submits, posts]);
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
    expect((await closed).reason).to.equal('handled');
    expect(shop.posts).to.deep.equal([]);
    expect(new FormData(form).get('stripe_token')).to.equal('tok_stub');
  });
});
