import {expect} from '@open-wc/testing';
import {createStripeCheckout} from '../../src/compat/stripe-checkout.js';
import {closeDialogs, isOpen, legacyDialog, legacyPage} from '../helpers/legacy-page.js';
import {pageStyle} from '../helpers/page-style.js';
import {replacePart} from '../helpers/replace-part.js';
import {StubGateway} from '../helpers/stub-gateway.js';

const english = 'Payment does not work now';
const japanese = '現在お支払いをご利用いただけません';

/** Resolves when an element shows these words. */
function shows(element: Element, words: string): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (element.textContent !== words) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(element, {childList: true, subtree: true, characterData: true});
    look();
  });
}

/** Resolves to the next text that the browser shows in a box of its own. */
function nextAlert(): Promise<string> {
  return new Promise(resolve => {
    const original = Object.getOwnPropertyDescriptor(window, 'alert')!;
    window.alert = (text: string) => {
      Object.defineProperty(window, 'alert', original);
      resolve(text);
    };
  });
}

// In a file of its own: once the part has been loaded, it is not asked for again.
describe('a page of checkout.js whose part does not come', () => {
  let putBack: () => void;
  beforeEach(() => {
    putBack = replacePart('checkoutJs', () => Promise.reject(new Error('offline')));
  });
  afterEach(() => {
    putBack();
    closeDialogs();
  });

  it('says at the button that payment does not work, until it does', async () => {
    const {button} = await legacyPage({'data-label': 'Buy'});
    expect(button.textContent).to.equal('Buy');
    button.click();
    await shows(button, english);
    button.click();
    expect(button.textContent).to.equal('Buy');
    await shows(button, english);
    putBack();
    button.click();
    await legacyDialog();
    expect(button.innerHTML).to.contain('>Buy</span>');
  });

  it('says it in the language of the tag', async () => {
    const {button} = await legacyPage({'data-locale': 'ja'});
    button.click();
    await shows(button, japanese);
  });

  it('gives back what the page has put into the button', async () => {
    const {button} = await legacyPage();
    const image = document.createElement('b');
    button.firstElementChild!.replaceChildren(image);
    button.click();
    await shows(button, english);
    button.click();
    expect(image.parentElement?.parentElement).to.equal(button);
  });

  it('leaves what the page has written there meanwhile', async () => {
    const {button} = await legacyPage();
    button.click();
    await shows(button, english);
    button.firstElementChild!.textContent = 'Order';
    button.click();
    expect(button.textContent).to.equal('Order');
  });

  it('lets the browser say it where the button is hidden and clicked by a script', async () => {
    const {form, button} = await legacyPage();
    form.append(pageStyle('.stripe-button-el { display: none }'));
    const said = nextAlert();
    button.click();
    expect(await said).to.equal(english);
    expect(await isShown()).to.be.false;
  });

  it('lets the browser say it for StripeCheckout.open()', async () => {
    const checkout = createStripeCheckout(new StubGateway());
    const said = [nextAlert()];
    checkout.open({key: 'pk_test_1', token() {}});
    expect(await said[0]).to.equal(english);
    said.push(nextAlert());
    checkout.open({key: 'pk_test_1', locale: 'ja', token() {}});
    expect(await said[1]).to.equal(japanese);
  });

  async function isShown(): Promise<boolean> {
    putBack();
    return isOpen();
  }
});
