import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {host} from './stage.js';

describe('a card element', () => {
  beforeEach(() => host.loadBare());

  const names = () =>
    host
      .frame('card')
      .locator('input:visible')
      .evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).name));

  it('takes a whole card in one go, from input to input', async () => {
    await host.add('card');
    assert.deepEqual(await names(), ['cardnumber', 'exp-date', 'cvc', 'postal']);
    await host.part('card', 'cardnumber').click();
    await host.page.keyboard.type('4242424242424242123412342424');
    const change = await host.change('card', {complete: true});
    assert.deepEqual(change, {
      name: 'change',
      elementType: 'card',
      empty: false,
      complete: true,
      error: undefined,
      brand: 'visa',
      value: {postalCode: '42424'},
    });
    assert.equal(await host.part('card', 'exp-date').inputValue(), '12 / 34');
    assert.equal((await host.seen('card', 'focus')).length, 1);
    assert.equal((await host.seen('card', 'blur')).length, 0);
  });

  it('names the first fault of its inputs', async () => {
    await host.add('card');
    await host.part('card', 'cvc').fill('1');
    await host.part('card', 'postal').fill('424');
    await host.part('card', 'postal').blur();
    const {error} = await host.change('card', {complete: false, empty: false});
    assert.deepEqual(error, {
      type: 'validation_error',
      code: 'incomplete_cvc',
      message: "Your card's security code is incomplete.",
    });
  });

  it('asks for four digits of the security code as soon as the number does', async () => {
    await host.add('card');
    await host.fillAdded('card', '378282246310005');
    await host.part('card', 'cvc').fill('12345');
    assert.equal(await host.part('card', 'cvc').inputValue(), '1234');
  });

  it('does without a postal code', async () => {
    await host.add('card', {hidePostalCode: true});
    assert.deepEqual(await names(), ['cardnumber', 'exp-date', 'cvc']);
    await host.part('card', 'cardnumber').fill('4242424242424242');
    await host.part('card', 'exp-date').fill('1234');
    await host.part('card', 'cvc').fill('123');
    await host.change('card', {complete: true});
  });

  it('starts with the postal code that the page knows', async () => {
    await host.add('card', {value: {postalCode: '42424'}});
    assert.deepEqual((await host.change('card', {empty: false})).value, {postalCode: '42424'});
    assert.equal(await host.part('card', 'postal').inputValue(), '42424');
  });

  it('sends the postal code with the token', async () => {
    await host.add('card');
    await host.fillAdded('card');
    const token = await host.page.evaluate(async () => {
      const card = window.group.getElement('card');
      if (!card) throw new Error('There is no card.');
      return (await window.stripe.createToken(card, {name: 'Ada'})).token;
    });
    assert.equal(token?.card?.address_zip, '42424');
    assert.equal(token?.card?.name, 'Ada');
    assert.equal(token?.card?.last4, '4242');
  });

  it('shows the brand’s mark, in the page’s colour, unless it is told not to', async () => {
    await host.add('card', {style: {base: {iconColor: 'rgb(1, 2, 3)'}}, iconStyle: 'solid'});
    const icon = host.frame('card').locator('.icon');
    assert.equal(await icon.getAttribute('data-brand'), 'unknown');
    await host.part('card', 'cardnumber').fill('5555');
    assert.equal(await icon.getAttribute('data-brand'), 'mastercard');
    assert.equal(await icon.evaluate(node => getComputedStyle(node).color), 'rgb(1, 2, 3)');
    await host.page.evaluate(() => window.group.getElement('card')?.update({hideIcon: true}));
    await icon.waitFor({state: 'hidden'});
  });

  it('has its mark by itself, while a number of its own must ask for one', async () => {
    await host.load();
    const icon = host.frame('cardNumber').locator('.icon');
    assert.equal(await icon.isVisible(), false);
    await host.page.evaluate(() =>
      window.elements.getElement('cardNumber')?.update({showIcon: true}),
    );
    await icon.waitFor();
  });

  it('can be disabled', async () => {
    await host.add('card', {disabled: true});
    for (const name of ['cardnumber', 'exp-date', 'cvc', 'postal'] as const) {
      assert.equal(await host.part('card', name).isDisabled(), true);
    }
  });

  it('goes with the split fields of another group, but not of its own', async () => {
    await host.add('card');
    await host.fillAdded('card');
    const [token] = await host.page.evaluate(async () => {
      const card = window.group.getElement('card');
      if (!card) throw new Error('There is no card.');
      window.group.create('cardCvc').mount('#spare');
      return [(await window.stripe.createToken(card)).token?.object];
    });
    assert.equal(token, 'token');
  });
});
