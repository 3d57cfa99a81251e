import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {host} from './stage.js';

describe('events of an element', () => {
  beforeEach(() => host.load());

  const classes = (id: string) => host.page.locator(`#${id}`).getAttribute('class');

  it('come in order, and change only with the state', async () => {
    await host.type('cardNumber', '4242424242424242');
    await host.change('cardNumber', {complete: true});
    const seen = await host.page.evaluate(() => window.seen.slice(3));
    const common = {elementType: 'cardNumber', empty: false, error: undefined, brand: 'visa'};
    assert.deepEqual(seen, [
      {name: 'focus', elementType: 'cardNumber'},
      {name: 'change', ...common, complete: false},
      {name: 'change', ...common, complete: true},
    ]);
  });

  it('have exactly the fields of Stripe’s change event', async () => {
    await host.typeCard('5555555555554444');
    await host.change('cardCvc', {complete: true});
    const keys = await host.page.evaluate(() =>
      window.seen.filter(({name}) => name === 'change').map(event => Object.keys(event).sort()),
    );
    const common = ['complete', 'elementType', 'empty', 'error', 'name'];
    assert.deepEqual(keys[0], ['brand', ...common]);
    assert.deepEqual(keys.at(-1), common);
  });

  it('show what is missing only after the field was left', async () => {
    await host.type('cardNumber', '4242');
    await host.change('cardNumber', {empty: false});
    await host.input('cardExpiry').focus();
    await host.until(() => window.seen.some(event => event.error !== undefined));
    const change = await host.lastChange('cardNumber');
    assert.deepEqual(change?.error, {
      type: 'validation_error',
      code: 'incomplete_number',
      message: 'Your card number is incomplete.',
    });
    assert.equal(await classes('cardNumber'), 'StripeElement StripeElement--invalid');
    assert.equal(await host.input('cardNumber').getAttribute('aria-invalid'), 'true');

    await host.type('cardNumber', '4');
    await host.change('cardNumber', {error: undefined});
    assert.equal(await host.input('cardNumber').getAttribute('aria-invalid'), 'false');
  });

  it('show a wrong number at once', async () => {
    await host.type('cardNumber', '4242424242424241');
    await host.until(() => window.seen.some(event => event.error !== undefined));
    const change = await host.lastChange('cardNumber');
    assert.equal(change?.complete, false);
    assert.deepEqual(change?.error, {
      type: 'validation_error',
      code: 'invalid_number',
      message: 'Your card number is invalid.',
    });
  });

  it('say nothing of an empty field that was left', async () => {
    await host.input('cardNumber').focus();
    await host.input('cardExpiry').focus();
    await host.until(() => window.seen.some(({name}) => name === 'blur'));
    assert.deepEqual(await host.seen('cardNumber', 'change'), []);
  });

  it('tell of Escape', async () => {
    await host.input('cardCvc').press('Escape');
    await host.until(() => window.seen.some(({name}) => name === 'escape'));
    assert.deepEqual(await host.seen('cardCvc', 'escape'), [
      {name: 'escape', elementType: 'cardCvc'},
    ]);
  });

  it('show in the classes of the container', async () => {
    assert.equal(await classes('cardExpiry'), 'StripeElement StripeElement--empty');
    await host.type('cardExpiry', '1234');
    await host.change('cardExpiry', {complete: true});
    const shown = await classes('cardExpiry');
    assert.equal(shown, 'StripeElement StripeElement--focus StripeElement--complete');
  });

  it('reach once-handlers once, and removed ones no more', async () => {
    await host.page.evaluate(() => {
      const element = window.elements.getElement('cardCvc');
      element?.once('focus', ({elementType}) => window.seen.push({name: 'once', elementType}));
      element?.off('escape');
    });
    await host.input('cardCvc').focus();
    await host.input('cardNumber').focus();
    await host.input('cardCvc').press('Escape');
    await host.input('cardNumber').press('Escape');
    await host.until(() => window.seen.some(({name}) => name === 'escape'));
    assert.equal((await host.seen('cardCvc', 'focus')).length, 2);
    assert.equal((await host.seen('cardCvc', 'once')).length, 1);
    assert.deepEqual(await host.seen('cardCvc', 'escape'), []);
  });

  it('submit the form around the field at Enter', async () => {
    await host.input('cardCvc').press('Enter');
    await host.until(() => window.submits === 1);
  });

  it('let Enter run the form’s validation', async () => {
    await host.page.evaluate(() => {
      const owner = document.querySelector('input[name=owner]');
      owner?.setAttribute('required', '');
      owner?.addEventListener('invalid', () => {
        window.seen.push({name: 'invalid', elementType: 'cardCvc'});
      });
    });
    await host.input('cardCvc').press('Enter');
    await host.until(() => window.seen.some(({name}) => name === 'invalid'));
    assert.equal(await host.page.evaluate(() => window.submits), 0);
  });
});
