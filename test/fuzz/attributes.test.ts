import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {type CheckoutOptions, readOptions} from '../../src/checkout/options.js';
import {PayError} from '../../src/errors.js';
import {stripeGateway} from '../../src/gateways/stripe.js';
import {locales} from '../../src/locales/locale.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {
  mountButton,
  next,
  openDialog,
  trigger,
  untilReady,
  useStub,
} from '../helpers/mount-button.js';
import {StubGateway} from '../helpers/stub-gateway.js';
import {attributes, change, secretKey, tolerable} from './option-attributes.js';

/** As strict about keys as Stripe's. */
class StrictStub extends StubGateway {
  override isTestKey(key: string): boolean {
    return stripeGateway.isTestKey(key);
  }
}

/** A page that is `https:`, which this one is not. */
function securePage(): Document {
  const page = document.implementation.createHTMLDocument();
  const base = page.createElement('base');
  base.href = 'https://shop.example/products/1';
  page.head.append(base);
  return page;
}

function set(element: Element, given: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

/** What is read, or the merchant's error. */
function read(element: HTMLElement): CheckoutOptions | PayError {
  try {
    return readOptions(element, stripeGateway);
  } catch (error) {
    if (error instanceof PayError) return error;
    throw error;
  }
}

function isSafeImage(image: string): boolean {
  const {protocol, hostname, href} = new URL(image);
  if (protocol === 'https:') return true;
  if (protocol === 'data:') return /^data:image\/(png|jpeg|gif|webp)[;,]/i.test(href);
  const here = ['localhost', '127.0.0.1', '[::1]'];
  return protocol === 'http:' && (here.includes(hostname) || hostname.endsWith('.localhost'));
}

describe('attributes of any kind', () => {
  it('are read, or refused for the merchant without a secret in the message', () => {
    const page = securePage();
    fc.assert(
      fc.property(attributes, given => {
        const element = page.body.appendChild(page.createElement('div'));
        set(element, given);
        const options = read(element);
        element.remove();
        if (options instanceof PayError) {
          expect(options.audience).to.equal('merchant');
          expect(options.message).not.to.include(secretKey);
          return;
        }
        const {amount, currency, image, locale, field, key} = options;
        expect(Object.isFrozen(options)).to.be.true;
        expect(amount === undefined || (Number.isSafeInteger(amount) && amount > 0)).to.be.true;
        expect(currency).to.match(/^[a-z]{3}$/);
        expect(locales).to.include(locale);
        expect(field).not.to.equal('');
        expect(key).to.match(/^pk_(test|live)_/);
        expect(image === undefined || isSafeImage(image), image).to.be.true;
      }),
      {numRuns: 1000},
    );
  });

  it('may change at any time: the button is drawn, and can be clicked where they are right', async () => {
    const {button} = await mountButton();
    button.gateway = stripeGateway;
    const {said, restore} = listenToConsole('error');
    const errors: unknown[] = [];
    button.addEventListener('pay-error', event => errors.push(event.error));
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(change, {maxLength: 4}), {maxLength: 4}),
          async steps => {
            for (const changes of steps) {
              set(button, Object.fromEntries(changes));
              await button.updateComplete;
              const {disabled, textContent} = trigger(button);
              expect(disabled).to.equal(read(button) instanceof PayError);
              // A page may say so itself.
              const label = button.getAttribute('data-label')?.trim();
              expect(textContent.trim() === 'undefined' && label !== 'undefined').to.be.false;
            }
          },
        ),
        {numRuns: 60},
      );
    } finally {
      // A language's words may come later, and have the attributes read once more.
      for (const name of button.getAttributeNames()) button.removeAttribute(name);
      button.setAttribute('data-key', 'pk_test_1');
      await button.updateComplete;
      restore();
    }
    expect(errors.every(error => error instanceof PayError)).to.be.true;
    expect(said.filter(message => message.includes(secretKey))).to.deep.equal([]);
  });

  it('are shown in a dialog that can be closed', async () => {
    const {button} = await mountButton();
    useStub(button, new StrictStub());
    await fc.assert(
      fc.asyncProperty(tolerable, async given => {
        for (const name of button.getAttributeNames()) {
          if (name !== 'data-key') button.removeAttribute(name);
        }
        set(button, given);
        const result = button.open();
        await next(button, 'pay-opened');
        const dialog = await openDialog();
        await untilReady(dialog);
        const amount = dialog.shadowRoot!.querySelector('.amount')?.textContent ?? '';
        expect(amount).not.to.match(/undefined|NaN/);
        button.close();
        expect(await result).to.deep.equal({closed: 'page'});
        expect(document.querySelector('pay-dialog')).to.equal(null);
      }),
      {numRuns: 20},
    );
  });
});
