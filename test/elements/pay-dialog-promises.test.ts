import {expect} from '@open-wc/testing';
import '../../src/index.js';
import {Checkout} from '../../src/checkout/checkout.js';
import type {DeliveryAnswer, DeliveryContext} from '../../src/checkout/delivery.js';
import {readOptions} from '../../src/checkout/options.js';
import type {CheckoutState} from '../../src/checkout/state.js';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {locales} from '../../src/locales/locale.js';
import {loadWords} from '../../src/locales/words.js';
import {deferred} from '../helpers/deferred.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {promisesOf} from '../helpers/promises.js';
import {delivery} from '../helpers/stub-delivery.js';
import {declined, StubGateway} from '../helpers/stub-gateway.js';
import {catchTimers} from '../helpers/timers.js';

const nothingTyped = {email: '', postalCode: '', billing: undefined, shipping: undefined};

/** States in which the merchant's server may have charged the card, and how a checkout gets there. */
const unknown: Partial<Record<CheckoutState['name'], (context: DeliveryContext) => unknown>> = {
  delivering: () => deferred<DeliveryAnswer>().promise,
  authenticating: ({authenticate}) => authenticate('pi_1_secret_2'),
  leaving: () => ({name: 'leaving'}),
  done: () => ({name: 'paid', isLeaving: true}),
};

/** Things that a delivery may break down with, when the server may have the payment already. */
const faults: readonly unknown[] = [
  new TypeError('Failed to fetch'),
  new DOMException('The operation was aborted.', 'AbortError'),
  Object.assign(new Error('Not in a state to be confirmed.'), {name: 'IntegrationError'}),
  {code: 'card_declined', message: 'Your card was declined.'},
  'out of order',
  undefined,
];

async function mounted(locale: string, deliver: (context: DeliveryContext) => unknown) {
  const gateway = new StubGateway();
  const element = document.createElement('div');
  // Live: test mode says that no real card is charged, which is true.
  element.setAttribute('data-key', 'pk_live_1');
  element.setAttribute('data-amount', '999');
  element.setAttribute('data-locale', locale);
  const answer = async (context: DeliveryContext) => (await deliver(context)) as DeliveryAnswer;
  const checkout = new Checkout(
    readOptions(element, gateway),
    gateway,
    delivery((_, context) => answer(context)),
  );
  const dialog = document.createElement('pay-dialog');
  dialog.checkout = checkout;
  dialog.draft = new Map();
  document.body.append(dialog);
  await reached(checkout, 'ready');
  gateway.completeCard();
  return {checkout, dialog, gateway};
}

/** The checkout is in that state. */
async function reached(checkout: Checkout, name: CheckoutState['name']): Promise<void> {
  while (checkout.state.name !== name) {
    await new Promise(resolve => checkout.addEventListener('change', resolve, {once: true}));
  }
}

/** All that is there to be read, seen or heard. */
async function textIn(dialog: PayDialog): Promise<string> {
  await dialog.updateComplete;
  return dialog.shadowRoot!.querySelector('dialog')!.textContent;
}

function pay({checkout, gateway}: Awaited<ReturnType<typeof mounted>>): void {
  void checkout.pay(nothingTyped);
  gateway.succeed();
}

describe('what a dialog says about money', () => {
  for (const locale of locales) {
    it(`promises nothing in ${locale} where the card may be charged`, async () => {
      const promises = promisesOf(await loadWords(locale));
      expect(promises).to.have.length(1);
      const promise = promises[0];
      for (const [name, deliver] of Object.entries(unknown)) {
        const timers = catchTimers();
        const page = await mounted(locale, deliver);
        pay(page);
        await reached(page.checkout, name as CheckoutState['name']);
        timers.restore();
        for (const time of [0, 4000, 10_000]) {
          timers.run(time);
          expect(await textIn(page.dialog), `${name} after ${time} ms`).not.to.include(promise);
        }
        page.checkout.close('page');
      }
      const console = listenToConsole('error');
      for (const fault of faults) {
        const {promise: answer, reject} = deferred<DeliveryAnswer>();
        reject(fault);
        const page = await mounted(locale, () => answer);
        pay(page);
        await reached(page.checkout, 'unconfirmed');
        expect(await textIn(page.dialog), String(fault)).not.to.include(promise);
        page.checkout.close('page');
      }
      console.restore();
    });

    it(`promises in ${locale} that nothing was charged where that is known`, async () => {
      const [promise = '?'] = promisesOf(await loadWords(locale));
      const page = await mounted(locale, () => ({name: 'refused', error: declined()}));
      page.gateway.say({type: 'failed', cause: undefined});
      expect(page.checkout.state.name).to.equal('unavailable');
      expect(await textIn(page.dialog)).to.include(promise);
      page.checkout.close('page');
    });
  }
});
