import {expect, fixture, html} from '@open-wc/testing';
import {Checkout} from '../../src/checkout/checkout.js';
import type {Delivery} from '../../src/checkout/delivery.js';
import {type CheckoutOptions, readOptions} from '../../src/checkout/options.js';
import type {CheckoutState} from '../../src/checkout/state.js';
import {core} from '../../src/core.js';
import {LegacyPost} from '../../src/delivery/legacy-post.js';
import {PageDelivery} from '../../src/delivery/page-delivery.js';
import {PaymentForm} from '../../src/delivery/payment-form.js';
import {ToCallback} from '../../src/delivery/to-callback.js';
import {fakeShop} from '../helpers/fake-shop.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {StubGateway} from '../helpers/stub-gateway.js';
import {turn} from '../helpers/turn.js';

const nothingTyped = {email: '', postalCode: '', billing: undefined, shipping: undefined};
const look = {color: '', placeholderColor: '', errorColor: '', fontFamily: '', fontSize: ''};

/** A page with a form, in a frame: that document may leave without ending the test. */
interface Page {
  readonly form: HTMLFormElement;
  readonly button: EventTarget & {gateway: StubGateway};
  readonly delivery: Delivery;
}

type Setting = (page: Omit<Page, 'delivery'>) => unknown;

const roads = {
  /** The form's own submit. */
  submit: (page: Omit<Page, 'delivery'>) => pageDelivery(page, {}),
  fetch: (page: Omit<Page, 'delivery'>) => pageDelivery(page, {'data-confirm': 'fetch'}),
  /** The page submits, or there is no form. */
  'page submits': (page: Omit<Page, 'delivery'>) =>
    pageDelivery(page, {'data-auto-submit': 'false'}),
  'no form': (page: Omit<Page, 'delivery'>) => pageDelivery(page, {}, () => undefined),
  legacy: ({form}: Omit<Page, 'delivery'>) => legacyPost(() => PaymentForm.of(form)),
  'legacy without a form': () => legacyPost(() => undefined),
  callback: () => new ToCallback(),
} satisfies Record<string, (page: Omit<Page, 'delivery'>) => Delivery>;

function pageDelivery(
  {form, button}: Omit<Page, 'delivery'>,
  attributes: Record<string, string>,
  getForm: () => PaymentForm | undefined = () => PaymentForm.of(form),
): PageDelivery {
  const options = optionsWith(attributes, button.gateway);
  return new PageDelivery({button, options, getForm, submitter: undefined});
}

function legacyPost(getForm: () => PaymentForm | undefined): LegacyPost {
  const fieldsOf = () => [['stripeToken', 'tok_stub']] as const;
  return new LegacyPost({getForm, fieldsOf, notify: () => {}}, core);
}

function optionsWith(attributes: Record<string, string>, gateway: StubGateway): CheckoutOptions {
  const element = document.createElement('div');
  element.setAttribute('data-key', 'pk_test_1');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return readOptions(element, gateway);
}

async function framed(): Promise<Omit<Page, 'delivery'>> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
  const page = frame.contentDocument!;
  const form = page.createElement('form');
  Object.assign(form, {method: 'post', action: '/no-content'});
  page.body.append(form);
  return {form, button: Object.assign(new EventTarget(), {gateway: new StubGateway()})};
}

/** A handler that takes the credential, and posts it by itself. */
const takes: Setting = ({form}) =>
  form.addEventListener('submit', event => {
    new FormData(form);
    event.preventDefault();
  });

/** A handler that objects, and looks at nothing. */
const objects: Setting = ({form}) =>
  form.addEventListener('submit', event => event.preventDefault());

const prevents: Setting = ({button}) =>
  button.addEventListener('pay-token', event => event.preventDefault());

const invalid: Setting = ({form}) => {
  const input = form.ownerDocument.createElement('input');
  form.append(Object.assign(input, {required: true}));
};

const elsewhere: Setting = ({form}) => {
  const frame = form.ownerDocument.createElement('iframe');
  frame.name = 'elsewhere';
  form.ownerDocument.body.append(frame);
  form.target = 'elsewhere';
};

const removed: Setting = ({form}) => form.remove();

/** The page has replaced what hidden fields are put into a form with. */
const broken: Setting = ({form}) => {
  const original = Object.getOwnPropertyDescriptor(Node.prototype, 'appendChild')!;
  const restore = () => Object.defineProperty(Node.prototype, 'appendChild', original);
  Node.prototype.appendChild = function (this: Node, node) {
    restore();
    if (this === form) throw new TypeError('replaced');
    return this.appendChild(node);
  };
};

interface Row {
  readonly road: keyof typeof roads;
  /** Prepares the page. */
  readonly setting?: Setting;
  /** The merchant's server's answer. */
  readonly server?: object | Error;
  /** The word of a page that has taken the credential over. */
  readonly says?: object | 'reset';
  /** The state of the checkout after it. */
  readonly state: CheckoutState['name'];
  readonly reason?: string;
  readonly code?: string;
  /** How `open()` ends when the page closes the dialog then. */
  readonly result: 'paid' | 'handled' | 'closed';
}

const table: readonly Row[] = [
  {road: 'submit', state: 'leaving', result: 'handled'},
  {road: 'submit', setting: elsewhere, state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'submit', setting: prevents, state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'submit', setting: takes, state: 'delivering', result: 'handled'},
  {
    road: 'submit',
    setting: takes,
    says: 'reset',
    state: 'closed',
    reason: 'handled',
    result: 'handled',
  },
  {
    road: 'submit',
    setting: takes,
    says: {status: 'done'},
    state: 'closed',
    reason: 'paid',
    result: 'paid',
  },
  {
    road: 'submit',
    setting: takes,
    says: {status: 'done', location: '#thanks'},
    state: 'done',
    result: 'paid',
  },
  {
    road: 'submit',
    setting: takes,
    says: {status: 'refused'},
    state: 'refused',
    code: 'card_declined',
    result: 'closed',
  },
  {
    road: 'submit',
    setting: takes,
    says: {status: 'error'},
    state: 'refused',
    code: 'shop_failed',
    result: 'closed',
  },
  {
    road: 'submit',
    setting: takes,
    says: {status: 'unknown'},
    state: 'unconfirmed',
    code: 'unknown_outcome',
    result: 'handled',
  },
  {road: 'submit', setting: takes, says: {status: 'paid'}, state: 'delivering', result: 'handled'},
  {
    road: 'submit',
    setting: takes,
    says: {status: 'action_required', client_secret: 'x'},
    state: 'delivering',
    result: 'handled',
  },
  {road: 'submit', setting: objects, state: 'delivering', result: 'handled'},
  {road: 'submit', setting: invalid, state: 'refused', code: 'not_sent', result: 'closed'},
  {road: 'submit', setting: broken, state: 'refused', code: 'delivery_failed', result: 'closed'},
  {road: 'fetch', server: {status: 'done'}, state: 'closed', reason: 'paid', result: 'paid'},
  {road: 'fetch', server: {status: 'done', location: '#thanks'}, state: 'done', result: 'paid'},
  {
    road: 'fetch',
    server: {status: 'refused'},
    state: 'refused',
    code: 'card_declined',
    result: 'closed',
  },
  {
    road: 'fetch',
    server: {status: 'error'},
    state: 'refused',
    code: 'shop_failed',
    result: 'closed',
  },
  {
    road: 'fetch',
    server: {status: 'unknown'},
    state: 'unconfirmed',
    code: 'unknown_outcome',
    result: 'handled',
  },
  {
    road: 'fetch',
    server: new TypeError('offline'),
    state: 'unconfirmed',
    code: 'unknown_outcome',
    result: 'handled',
  },
  {road: 'fetch', setting: prevents, state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'fetch', setting: takes, state: 'delivering', result: 'handled'},
  {
    road: 'fetch',
    setting: takes,
    says: {status: 'done'},
    state: 'closed',
    reason: 'paid',
    result: 'paid',
  },
  {
    road: 'fetch',
    setting: takes,
    says: {status: 'refused'},
    state: 'refused',
    code: 'card_declined',
    result: 'closed',
  },
  {
    road: 'fetch',
    setting: takes,
    says: {status: 'unknown'},
    state: 'unconfirmed',
    code: 'unknown_outcome',
    result: 'handled',
  },
  {road: 'fetch', setting: objects, state: 'refused', code: 'not_sent', result: 'closed'},
  {road: 'fetch', setting: invalid, state: 'refused', code: 'not_sent', result: 'closed'},
  {road: 'fetch', setting: broken, state: 'refused', code: 'delivery_failed', result: 'closed'},
  {road: 'page submits', state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'page submits', setting: invalid, state: 'closed', reason: 'handled', result: 'handled'},
  {
    road: 'page submits',
    setting: broken,
    state: 'refused',
    code: 'delivery_failed',
    result: 'closed',
  },
  {road: 'no form', state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'no form', setting: prevents, state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'legacy', state: 'leaving', result: 'handled'},
  // checkout.js asked neither handlers nor fields.
  {road: 'legacy', setting: takes, state: 'leaving', result: 'handled'},
  {road: 'legacy', setting: invalid, state: 'leaving', result: 'handled'},
  {road: 'legacy', setting: elsewhere, state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'legacy', setting: removed, state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'legacy', setting: broken, state: 'refused', code: 'delivery_failed', result: 'closed'},
  {road: 'legacy without a form', state: 'closed', reason: 'handled', result: 'handled'},
  {road: 'callback', state: 'closed', reason: 'handled', result: 'handled'},
];

const settingNames = new Map<Setting | undefined, string>([
  [undefined, 'a plain page'],
  [takes, 'a handler that takes it over'],
  [objects, 'a handler that objects'],
  [prevents, 'pay-token prevented'],
  [invalid, 'a field that is not valid'],
  [elsewhere, 'a target elsewhere'],
  [removed, 'a form that is off the page'],
  [broken, 'a page that has replaced what we need'],
]);

function titleOf({road, setting, server, says, state}: Row): string {
  const said = [server, says].flatMap(answer => (answer ? [JSON.stringify(answer)] : []));
  return `by ${road}, with ${settingNames.get(setting)}${said.length ? `, ${said.join()}` : ''}: ${state}`;
}

describe('deliveries', () => {
  let shop: ReturnType<typeof fakeShop> | undefined;
  let consoles: ReturnType<typeof listenToConsole>[] = [];
  beforeEach(() => (consoles = [listenToConsole('warn'), listenToConsole('error')]));
  afterEach(() => {
    shop?.restore();
    consoles.forEach(each => each.restore());
    history.replaceState(null, '', location.href.replace(/#.*/, ''));
  });

  for (const row of table) {
    it(titleOf(row), async () => {
      const {road, setting, server, says, state, reason, code, result} = row;
      shop = fakeShop(...(server ? [server] : []));
      const page = await framed();
      const delivery = roads[road](page);
      const gateway = page.button.gateway;
      const checkout = new Checkout(optionsWith({}, gateway), gateway, delivery);
      const node = () => document.createElement('div');
      await checkout.start({
        places: {number: node(), expiry: node(), cvc: node()},
        look,
        loadAddressBook: () => Promise.reject(new Error('not asked for')),
        seen: Promise.resolve(),
      });
      setting?.(page);
      gateway.completeCard();
      const paying = checkout.pay(nothingTyped);
      gateway.succeed();
      if (says || state === 'delivering') {
        const submitted = new Promise(resolve => page.form.addEventListener('submit', resolve));
        await submitted;
        // The page answers when its handlers have run.
        await turn();
        if (delivery instanceof PageDelivery) {
          if (says === 'reset') delivery.release();
          else if (says) await delivery.complete(says);
        }
        if (state !== 'delivering') await paying;
      } else {
        await paying;
      }
      expect(checkout.state.name).to.equal(state);
      if (checkout.state.name === 'closed') expect(checkout.state.reason).to.equal(reason);
      const {errors = {}, error = Object.values(errors)[0]} = checkout.state as {
        errors?: Record<string, {code: string}>;
        error?: {code: string};
      };
      expect(error?.code).to.equal(code);
      // What was refused before it was sent is in no form any more.
      if (code === 'not_sent' || code === 'delivery_failed') {
        expect([...new FormData(page.form).keys()]).not.to.include('stripe_token');
      }
      checkout.close('page');
      expect(await checkout.result).to.have.property(result);
    });
  }
});
