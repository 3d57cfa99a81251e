import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {type FieldType, host} from './stage.js';

describe('typing into a field', () => {
  beforeEach(() => host.load());

  const text = (type: FieldType) => host.input(type).inputValue();
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => host.page.keyboard.press(key)), Promise.resolve());

  it('formats a whole card', async () => {
    await host.typeCard('4242424242424242', '1234', '123');
    assert.equal(await text('cardNumber'), '4242 4242 4242 4242');
    assert.equal(await text('cardExpiry'), '12 / 34');
    assert.equal(await text('cardCvc'), '123');
  });

  it('keeps the caret where digits are put in', async () => {
    await host.type('cardNumber', '4242442');
    await press('ArrowLeft', 'ArrowLeft', '1', '2');
    assert.equal(await text('cardNumber'), '4242 4124 2');
  });

  it('deletes over a space with Backspace and Delete', async () => {
    await host.type('cardNumber', '42424');
    await press('Backspace', 'Backspace', '9', '4');
    assert.equal(await text('cardNumber'), '4249 4');
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Delete');
    assert.equal(await text('cardNumber'), '4249');
  });

  it('deletes a date with Backspace alone', async () => {
    await host.type('cardExpiry', '534');
    assert.equal(await text('cardExpiry'), '05 / 34');
    await press('Backspace', 'Backspace', 'Backspace', 'Backspace');
    assert.equal(await text('cardExpiry'), '');
  });

  it('takes a pasted number', async () => {
    const owner = host.page.getByRole('textbox', {name: 'Owner'});
    await owner.fill('4242-4242 4242 4242');
    await owner.press('ControlOrMeta+A');
    await owner.press('ControlOrMeta+X');
    await host.input('cardNumber').press('ControlOrMeta+V');
    assert.equal(await text('cardNumber'), '4242 4242 4242 4242');
    await host.change('cardNumber', {complete: true});
  });

  it('takes a value that the browser fills in', async () => {
    await host.input('cardExpiry').fill('12/2034');
    assert.equal(await text('cardExpiry'), '12 / 34');
    await host.change('cardExpiry', {complete: true});
  });

  it('asks for as many digits of the security code as the number does', async () => {
    await host.type('cardCvc', '1234');
    await host.change('cardCvc', {complete: true});
    await host.type('cardNumber', '42');
    await host.until(() => window.seen.some(event => event.brand === 'visa'));
    await host.type('cardCvc', '4');
    assert.equal(await text('cardCvc'), '123');

    await host.input('cardNumber').fill('37');
    await host.change('cardCvc', {complete: false});
    await host.type('cardCvc', '4');
    assert.equal(await text('cardCvc'), '1234');
  });

  it('stays in the field when the number is complete', async () => {
    await host.type('cardNumber', '4242424242424242');
    await host.change('cardNumber', {complete: true});
    const active = host.frame('cardNumber').locator('input:focus');
    assert.equal(await active.count(), 1);
  });
});
