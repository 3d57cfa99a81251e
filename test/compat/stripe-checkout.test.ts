import {expect} from '@open-wc/testing';
import type {StripeCheckoutOptions} from '../../src/compat/checkout-js-part.js';
import {createStripeCheckout} from '../../src/compat/stripe-checkout.js';
import {stage} from '../helpers/addresses.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {isOpen, legacyDialog, payAt} from '../helpers/legacy-page.js';
import {part, textOf} from '../helpers/mount-button.js';
import {product, StubGateway} from '../helpers/stub-gateway.js';

const key = 'pk_test_1';

/** A page that notes what it is called with. */
function page(options: StripeCheckoutOptions = {}) {
  const gateway = new StubGateway();
  const calls: unknown[][] = [];
  const ended = new Promise<void>(resolve => {
    options = {
      key,
      token: (...args) => calls.push(['token', ...args]),
      opened: () => calls.push(['opened']),
      closed: () => {
        calls.push(['closed']);
        resolve();
      },
      ...options,
    };
  });
  const checkout = createStripeCheckout(gateway);
  return {gateway, calls, ended, checkout, handler: checkout.configure(options), options};
}

const dialogs = () => document.querySelectorAll('pay-dialog').length;

describe('StripeCheckout', () => {
  afterEach(() => {
    for (const dialog of document.querySelectorAll('pay-dialog')) dialog.checkout.close('page');
  });

  it('calls opened, then token with its e-mail address, then closed', async () => {
    const {gateway, calls, ended, handler} = page();
    handler.open();
    await payAt(gateway);
    gateway.succeed();
    await ended;
    const token = {...product.raw, email: 'ada@example.com'};
    expect(calls).to.deep.equal([['opened'], ['token', token, {}], ['closed']]);
    expect(dialogs()).to.equal(0);
  });

  it('takes the dialog away before it calls token, so that the page can focus', async () => {
    const target = document.createElement('button');
    document.body.append(target);
    let open: number | undefined;
    const {gateway, ended, handler} = page({
      token: () => {
        open = dialogs();
        target.focus();
      },
    });
    handler.open();
    await payAt(gateway);
    gateway.succeed();
    await ended;
    expect(open).to.equal(0);
    expect(document.activeElement).to.equal(target);
    target.remove();
  });

  it('calls nothing that is no function', async () => {
    const {checkout, gateway, options} = page({opened: 1, closed: 'closed'} as object);
    checkout.open(options);
    const dialog = await legacyDialog();
    await payAt(gateway);
    gateway.succeed();
    await stage(dialog, 'closed');
    expect(dialogs()).to.equal(0);
  });

  it('calls closed alone when the customer closes', async () => {
    const {calls, ended, handler} = page();
    handler.open();
    part(await legacyDialog(), '.close').click();
    await ended;
    expect(calls.at(-1)).to.deep.equal(['closed']);
    expect(calls.flat()).not.to.include('token');
  });

  it('merges options, the later over the earlier', async () => {
    const {handler} = page({name: 'Shop', amount: 100, panelLabel: 'Give'});
    handler.open({amount: 2500, panelLabel: undefined});
    const dialog = await legacyDialog();
    expect(textOf(dialog, 'h2')).to.equal('Shop');
    expect(textOf(dialog, '.pay')).to.equal('Pay $25.00');
  });

  it('takes the id of a button before the options', async () => {
    const {checkout, options} = page();
    checkout.configure('customButton', {...options, name: 'Shop'}).open();
    expect(textOf(await legacyDialog(), 'h2')).to.equal('Shop');
  });

  it('opens at once, from a timer or after an await, too', async () => {
    const {checkout, options} = page();
    await Promise.resolve();
    checkout.open(options);
    await legacyDialog();
    expect(dialogs()).to.equal(1);
  });

  it('is closed by the page', async () => {
    const {calls, ended, handler} = page();
    handler.close();
    handler.open();
    handler.close();
    await ended;
    expect(dialogs()).to.equal(0);
    expect(calls.filter(([name]) => name === 'closed')).to.have.length(1);
    handler.open();
    await legacyDialog();
    expect(dialogs()).to.equal(1);
  });

  it('says nothing of opening once it has said that it closed', async () => {
    const {calls, handler} = page();
    handler.open();
    handler.close();
    await new Promise<void>(opened => handler.open({opened}));
    expect(calls).to.deep.equal([['closed']]);
  });

  it('has one dialog at a time, of the handler that opened last', async () => {
    const first = page({name: 'First'});
    const second = page({name: 'Second'});
    first.handler.open();
    first.handler.open();
    second.handler.open();
    await first.ended;
    expect(dialogs()).to.equal(1);
    expect(textOf(await legacyDialog(), 'h2')).to.equal('Second');
  });

  it('opens another dialog from within token', async () => {
    const {gateway, ended, handler} = page({token: () => handler.open({name: 'Next'})});
    handler.open();
    await payAt(gateway);
    gateway.succeed();
    await ended;
    expect(dialogs()).to.equal(1);
    expect(textOf(await legacyDialog(), 'h2')).to.equal('Next');
  });

  it('makes a source where the page takes one', async () => {
    const sources: object[] = [];
    const {gateway, ended, handler} = page({
      token: undefined,
      source: source => sources.push(source),
    });
    handler.open();
    await payAt(gateway);
    gateway.succeed();
    await ended;
    expect(gateway.requests[0]?.create).to.equal('source');
    expect(sources).to.have.length(1);
  });

  it('closes even where the page’s token function throws', async () => {
    const failure = new Error('The page failed.');
    const {gateway, ended, handler} = page({
      token: () => {
        throw failure;
      },
    });
    // It is the page's own mistake, and must reach its console: Mocha must not take it for the test's.
    const mocha = window.onerror;
    const errors = listenToConsole('error');
    const reported = new Promise(resolve => {
      window.onerror = (...args) => (resolve(args[4]), true);
    });
    handler.open();
    await payAt(gateway);
    gateway.succeed();
    await ended;
    expect(await reported).to.equal(failure);
    window.onerror = mocha;
    errors.restore();
    expect(dialogs()).to.equal(0);
  });

  it('says that there is nobody to take the token', async () => {
    const errors = listenToConsole('error');
    createStripeCheckout(new StubGateway()).configure({key}).open();
    expect(await isOpen()).to.be.false;
    errors.restore();
    expect(dialogs()).to.equal(0);
    expect(errors.said.join()).to.include('token function');
  });

  it('bears options as odd as pages have them', async () => {
    const {handler} = page({image: null, email: '', allowRememberMe: 'false', locale: true});
    // A page that hands the function itself to a listener.
    (handler.open as (event: Event) => void)(new Event('click'));
    expect(textOf(await legacyDialog(), '.pay')).to.equal('Pay');
  });

  it('15. ignores what a page has put on every object', async () => {
    const prototype = Object.prototype as {token?: () => void};
    prototype.token = () => {};
    const errors = listenToConsole('error');
    createStripeCheckout(new StubGateway()).open({key});
    expect(await isOpen()).to.be.false;
    errors.restore();
    delete prototype.token;
    expect(errors.said).to.have.length(1);
  });
});
