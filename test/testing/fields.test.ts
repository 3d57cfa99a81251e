import {expect} from '@open-wc/testing';
import {installFakeStripe, type FakeStripe} from '../../src/testing/index.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {cardForm} from './page.js';

describe('the fields of the fake', () => {
  let fake: FakeStripe;
  beforeEach(() => {
    fake = installFakeStripe();
  });
  afterEach(() => fake.restore());

  function input(label: string): HTMLInputElement {
    const found = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    if (!found) throw new Error(`There is no ${label}.`);
    return found;
  }

  function type(field: HTMLInputElement, text: string): void {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }

  it('belong to no form, so that no form has a card in it', async () => {
    const {form} = await cardForm();
    await fake.fillCard();
    expect(input('Credit or debit card number').form).to.equal(null);
    expect([...new FormData(form).keys()]).to.deep.equal(['owner']);
  });

  it('keep what happens in them from the page, as a frame does', async () => {
    const {form} = await cardForm();
    const heard: string[] = [];
    for (const name of ['input', 'keydown', 'focusin', 'focusout', 'click']) {
      form.addEventListener(name, () => heard.push(name));
    }
    const number = input('Credit or debit card number');
    number.focus();
    type(number, '4242');
    number.dispatchEvent(new KeyboardEvent('keydown', {key: '4', bubbles: true}));
    number.click();
    number.blur();
    expect(heard).to.deep.equal([]);
  });

  it('read a date in any of the ways in which people write it', async () => {
    const {card} = await cardForm();
    let complete = false;
    card.on('change', event => (complete = event.complete));
    await fake.fillCard();
    for (const date of ['1234', '12/34', '12 / 34', '12/2034', '5/34', '534']) {
      type(input('Credit or debit card expiration date'), '');
      expect(complete, 'empty').to.be.false;
      type(input('Credit or debit card expiration date'), date);
      expect(complete, date).to.be.true;
    }
  });

  it('format what is typed, as the fields of Stripe do', async () => {
    await cardForm();
    type(input('Credit or debit card number'), '378282246310005');
    type(input('Credit or debit card expiration date'), '534');
    expect(input('Credit or debit card number').value).to.equal('3782 822463 10005');
    expect(input('Credit or debit card expiration date').value).to.equal('05 / 34');
  });

  it('get the focus by their label and by focus(), and lose it by blur()', async () => {
    const {form, card, seen} = await cardForm();
    form.querySelector('label')?.click();
    expect(document.activeElement).to.equal(input('Credit or debit card number'));
    card.blur();
    card.focus();
    expect(document.activeElement).to.equal(input('Credit or debit card number'));
    expect(seen).to.deep.equal(['ready', 'focus', 'blur', 'focus']);
  });

  it('keep the focus while the customer goes from one to the next', async () => {
    const {seen} = await cardForm();
    input('Credit or debit card number').focus();
    input('Credit or debit card CVC/CVV').focus();
    expect(seen).to.deep.equal(['ready', 'focus']);
  });

  it('do not let Escape close a dialog around them', async () => {
    await cardForm();
    const escape = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true});
    input('Credit or debit card CVC/CVV').dispatchEvent(escape);
    expect(escape.defaultPrevented).to.be.true;
  });

  it('follow update()', async () => {
    const {card} = await cardForm({value: {postalCode: '42424'}});
    const postal = input('ZIP');
    expect(postal.value).to.equal('42424');
    card.update({disabled: true, hidePostalCode: true});
    expect([postal.disabled, postal.hidden]).to.deep.equal([true, true]);
    card.update({disabled: false, hidePostalCode: false, value: {postalCode: '10115'}});
    expect([postal.disabled, postal.hidden, postal.value]).to.deep.equal([false, false, '10115']);
  });

  it('let one handler fail without the others', async () => {
    const {card} = await cardForm();
    const errors = listenToConsole('error');
    const uncaught = new Promise(resolve => {
      const {onerror} = window;
      window.onerror = message => {
        window.onerror = onerror;
        resolve(message);
        return true;
      };
    });
    const seen: string[] = [];
    card.on('focus', () => {
      throw new Error('A handler of the page failed.');
    });
    card.on('focus', () => seen.push('focus'));
    card.focus();
    expect(seen).to.deep.equal(['focus']);
    expect(await uncaught).to.include('A handler of the page failed.');
    errors.restore();
  });
});
