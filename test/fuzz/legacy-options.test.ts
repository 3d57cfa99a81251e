import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {Handler} from '../../src/compat/handler.js';
import {legacyOptions} from '../../src/compat/legacy-options.js';
import {namedOptions, optionNames} from '../../src/compat/option-names.js';
import {scriptOptions} from '../../src/compat/script-checkout.js';
import {createStripeCheckout} from '../../src/compat/stripe-checkout.js';
import {core} from '../../src/core.js';
import {stripeGateway} from '../../src/gateways/stripe.js';
import {closeDialogs, legacyDialog, listenToConsole, scriptTag} from '../helpers/legacy-page.js';
import {part, untilReady} from '../helpers/mount-button.js';
import {StubGateway} from '../helpers/stub-gateway.js';
import {anyText, near} from './values.js';

/** What scripts hand over where a text, a number or a boolean is due. */
const value = fc.oneof(
  anyText,
  fc.anything({withBigInt: true, withDate: true, withMap: true, withNullPrototype: true}),
  fc.constantFrom<unknown>(() => 'text', Symbol('text'), NaN, Infinity, -0, new Date(NaN)),
);

const name = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom<string>(...optionNames)},
  {weight: 1, arbitrary: fc.constantFrom<string>(...optionNames).chain(near)},
  {weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'then', 'opened', 'closed')},
);

/** As from JSON: `__proto__` is a name like others. */
const options = fc
  .array(fc.tuple(name, value), {maxLength: 8})
  .map(entries => Object.fromEntries(entries) as Record<string, unknown>);

const keys = fc.constantFrom('pk_test_1', 'pk_live_1');

const plain = (name: string) => name;

describe('options of StripeCheckout of any kind', () => {
  let console: ReturnType<typeof listenToConsole>;
  beforeEach(() => (console = listenToConsole('warn')));
  afterEach(() => {
    closeDialogs();
    console.restore();
  });

  it('open a dialog that can be closed', async () => {
    await fc.assert(
      fc.asyncProperty(options, options, keys, async (configured, given, key) => {
        const checkout = createStripeCheckout(new StubGateway());
        let closed!: () => void;
        const ended = new Promise<void>(resolve => (closed = resolve));
        const callbacks = {key, token: () => {}, source: undefined, opened: undefined, closed};
        checkout.configure(configured).open({...given, ...callbacks});
        const dialog = await legacyDialog();
        await untilReady(dialog);
        part(dialog, '.close').click();
        await ended;
        expect(document.querySelector('pay-dialog')).to.equal(null);
      }),
      {numRuns: 20},
    );
  });

  it('are read without a complaint but in the console', () => {
    fc.assert(
      fc.property(options, given => {
        const read = legacyOptions(
          namedOptions(Object.entries(given), plain),
          stripeGateway,
          plain,
        );
        const {amount, currency, key, email} = read;
        expect(amount === undefined || (Number.isSafeInteger(amount) && amount > 0)).to.be.true;
        expect(currency).to.match(/^[a-z]{3}$/);
        expect(key).to.be.a('string');
        expect(email === undefined || email.includes('@')).to.be.true;
      }),
      {numRuns: 500},
    );
  });

  it('are those of the object, whatever scripts have put on the prototype of all objects', () => {
    const expected = legacyOptions(namedOptions([], plain), new StubGateway(), plain);
    fc.assert(
      fc.property(fc.constantFrom(...optionNames), value, (name, value) => {
        const kept = Object.getOwnPropertyDescriptor(Object.prototype, name);
        Object.defineProperty(Object.prototype, name, {value, configurable: true, writable: true});
        let read: unknown;
        try {
          read = legacyOptions(namedOptions(Object.entries({}), plain), new StubGateway(), plain);
        } finally {
          Reflect.deleteProperty(Object.prototype, name);
          if (kept) Object.defineProperty(Object.prototype, name, kept);
        }
        expect(read).to.deep.equal(expected);
      }),
      {numRuns: 100},
    );
  });

  it('may throw what the page throws, and open at the next call', () => {
    const thrown = new Error('The page’s own.');
    const broken = {
      get amount(): number {
        throw thrown;
      },
    };
    const handler = new Handler({key: 'pk_test_1', token() {}}, new StubGateway(), core, () => {});
    expect(() => handler.open(broken)).to.throw(thrown);
    handler.open();
    expect(document.querySelectorAll('pay-dialog')).to.have.length(1);
  });

  it('may be attributes of a script tag', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, anyText), {maxLength: 6}), given => {
        const script = scriptTag();
        for (const [name, value] of given)
          script.setAttribute(`data-${name.replace(/[^\w-]/g, '')}`, value);
        expect(scriptOptions(script, stripeGateway).field).to.equal('stripeToken');
      }),
      {numRuns: 300},
    );
  });
});
