import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import type {StripeCardNumberElementUpdateOptions} from '@stripe/stripe-js';
import {host} from './stage.js';

const problems: string[] = [];
host.page.on('console', message => {
  if (message.type() === 'error') problems.push(message.text());
});

describe('the look of a field', () => {
  beforeEach(async () => {
    problems.length = 0;
    await host.load();
  });

  /** Updates the number, and waits until its frame has it. */
  async function update(options: StripeCardNumberElementUpdateOptions): Promise<void> {
    await host.page.evaluate(
      given => window.elements.getElement('cardNumber')?.update({placeholder: 'new', ...given}),
      options,
    );
    await host
      .frame('cardNumber')
      .getByPlaceholder(options.placeholder ?? 'new')
      .waitFor();
  }

  const styleOf = (property: string, pseudo?: string) =>
    host
      .input('cardNumber')
      .evaluate(
        (input, [name, part]) => getComputedStyle(input, part).getPropertyValue(name ?? ''),
        [property, pseudo] as const,
      );

  it('is one line of 16 pixels', async () => {
    assert.equal(await styleOf('font-size'), '16px');
    const frame = host.page.locator('#cardNumber iframe');
    await host.until(
      () => Math.abs((document.querySelector('iframe')?.offsetHeight ?? 0) - 19.2) < 0.5,
    );
    assert.equal(await frame.evaluate(node => getComputedStyle(node).colorScheme), 'light only');
  });

  it('follows the style option, state by state', async () => {
    await update({
      style: {
        base: {
          color: 'rgb(1, 2, 3)',
          fontSize: '24px',
          fontWeight: 600,
          '::placeholder': {color: 'rgb(4, 5, 6)'},
        },
        complete: {color: 'rgb(7, 8, 9)'},
        invalid: {color: 'rgb(200, 0, 0)'},
      },
    });
    assert.equal(await styleOf('color'), 'rgb(1, 2, 3)');
    assert.equal(await styleOf('font-weight'), '600');
    assert.equal(await styleOf('color', '::placeholder'), 'rgb(4, 5, 6)');
    await host.until(() => (document.querySelector('iframe')?.offsetHeight ?? 0) > 27);

    await host.type('cardNumber', '4242424242424242');
    assert.equal(await styleOf('color'), 'rgb(7, 8, 9)');
    await host.input('cardNumber').press('Backspace');
    await host.input('cardNumber').press('1');
    assert.equal(await styleOf('color'), 'rgb(200, 0, 0)');
  });

  it('takes nothing but the properties that Stripe lists, and no rules', async () => {
    const base = {
      position: 'fixed',
      color: 'red; position: fixed',
      fontStyle: 'italic } input { position: fixed',
      textAlign: 'right',
    };
    await update({style: {base}});
    assert.equal(await styleOf('position'), 'static');
    assert.equal(await styleOf('color'), 'rgb(0, 0, 0)');
    assert.equal(await styleOf('text-align'), 'right');
  });

  it('takes a placeholder and can be disabled', async () => {
    await update({placeholder: 'Kartennummer', disabled: true});
    assert.equal(await host.input('cardNumber').isDisabled(), true);
    await update({placeholder: 'Kartennummer', disabled: false});
    assert.equal(await host.input('cardNumber').isEnabled(), true);
  });

  it('shows in classes of the page’s own', async () => {
    await update({classes: {base: 'field big', empty: 'vacant', focus: ''}});
    await host.input('cardNumber').focus();
    await host.until(() => window.seen.some(({name}) => name === 'focus'));
    const classes = host.page.locator('#cardNumber');
    assert.equal(await classes.getAttribute('class'), 'field big vacant');
  });

  it('shows in a class that the browser has filled it in, until the customer types', async () => {
    const input = host.input('cardNumber');
    // No headless browser fills in cards: what one would say of the input stands here instead.
    await input.evaluate(node => {
      node.matches = ((selector: string): boolean =>
        selector === ':autofill') as unknown as typeof node.matches;
    });
    await input.fill('4242424242424242');
    await host.page.locator('#cardNumber.StripeElement--webkit-autofill').waitFor();
    await input.evaluate(node => {
      node.matches = (() => false) as unknown as typeof node.matches;
    });
    await input.press('Backspace');
    await host.page.locator('#cardNumber:not(.StripeElement--webkit-autofill)').waitFor();
  });

  it('runs from right to left with the page, digits aside', async () => {
    await host.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
      const element = window.elements.getElement('cardNumber');
      element?.unmount();
      element?.mount('#cardNumber');
    });
    await host.frame('cardNumber').locator('html[dir=rtl]').waitFor();
    assert.equal(await styleOf('text-align'), 'right');
    assert.equal(await styleOf('direction'), 'ltr');
  });

  it('needs nothing that a strict page forbids', async () => {
    await update({style: {base: {color: 'rgb(1, 2, 3)'}}});
    await host.fillCard();
    await host.createToken();
    assert.deepEqual(problems, []);
  });
});
