import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {host} from './stage.js';

/** Runs it in the page, and returns what it throws or rejects with, as text. */
const refusal = (act: () => unknown) =>
  host.page.evaluate(`(async () => (${act.toString()})())().then(() => 'nothing', String)`);

describe('a Payment Element', () => {
  beforeEach(() => host.loadBare());

  it('needs a mode or a client secret', async () => {
    assert.match(
      String(await refusal(() => window.elements.create('payment'))),
      /^IntegrationError: In order to create a payment element, you must pass a clientSecret or mode/,
    );
  });

  it('needs the amount and the currency of a payment', async () => {
    const message = await refusal(() =>
      window.stripe.elements({mode: 'payment', amount: 1.5, currency: 'usd'}),
    );
    assert.match(String(message), /^IntegrationError: .*needs an amount/);
  });

  it('tells of loading, and takes a card without saying what is wrong', async () => {
    await host.add('payment', {layout: 'tabs', fields: {billingDetails: 'auto'}});
    assert.equal((await host.seen('payment', 'loaderstart')).length, 1);
    await host.fillAdded('payment');
    assert.deepEqual(await host.change('payment', {complete: true}), {
      name: 'change',
      elementType: 'payment',
      empty: false,
      complete: true,
      collapsed: false,
      value: {type: 'card'},
    });
  });

  it('shows in its frame what is wrong when it is submitted', async () => {
    await host.add('payment');
    const {error} = await host.page.evaluate(() => window.group.submit());
    assert.equal(error?.code, 'incomplete_number');
    const alert = host.frame('payment').getByRole('alert');
    assert.equal(await alert.textContent(), 'Your card number is incomplete.');
    assert.equal(await host.frame('payment').getByText('not Stripe').isVisible(), true);
  });

  it('is submitted before anything is made of it, and again after an update', async () => {
    await host.add('payment');
    await host.fillAdded('payment');
    const create = () => window.stripe.createConfirmationToken({elements: window.group});
    assert.match(String(await refusal(create)), /^IntegrationError: elements\.submit\(\) must be/);
    const submitted = await host.page.evaluate(() => window.group.submit());
    assert.deepEqual(submitted, {selectedPaymentMethod: 'card'});
    assert.equal(await refusal(create), 'nothing');
    const ended = await host.page.evaluate(async () => {
      const updated = new Promise(resolve => {
        window.group.on('update-end', () => resolve('update-end'));
      });
      await window.group.update({amount: 2000});
      return updated;
    });
    assert.equal(ended, 'update-end');
    assert.match(String(await refusal(create)), /^IntegrationError: elements\.submit\(\) must be/);
  });

  it('collapses when it is told to, and opens when it is used', async () => {
    await host.add('payment');
    await host.page.evaluate(() => window.group.getElement('payment')?.collapse());
    await host.change('payment', {collapsed: true});
    await host.part('payment', 'cardnumber').fill('4');
    await host.change('payment', {collapsed: false});
  });

  it('can be read only', async () => {
    await host.add('payment', {readOnly: true});
    assert.equal(await host.part('payment', 'cardnumber').isEditable(), false);
  });
});
