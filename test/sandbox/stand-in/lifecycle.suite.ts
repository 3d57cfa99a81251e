import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {host, stage} from './stage.js';

describe('the life of an element', () => {
  beforeEach(() => host.load());

  const call = (method: 'focus' | 'blur' | 'clear' | 'unmount' | 'destroy') =>
    host.page.evaluate(name => window.elements.getElement('cardNumber')?.[name](), method);

  const ready = (times: number) =>
    host.page.waitForFunction(
      count => window.seen.filter(({name}) => name === 'ready').length === count,
      times,
    );

  it('has Stripe’s nodes in its container', async () => {
    const frame = host.page.locator('#cardNumber > div.__PrivateStripeElement > iframe');
    assert.match((await frame.getAttribute('name')) ?? '', /^__privateStripeFrame\d{4}$/);
    assert.equal(await frame.getAttribute('role'), 'presentation');
    const proxy = host.page.locator('#cardNumber input.__PrivateStripeElement-input');
    assert.equal(await proxy.getAttribute('aria-hidden'), 'true');
    assert.equal(await proxy.getAttribute('name'), null);
  });

  it('gets and loses the focus', async () => {
    await call('focus');
    await host.frame('cardNumber').locator('input:focus').waitFor();
    await call('blur');
    await host.until(() => window.seen.some(({name}) => name === 'blur'));
  });

  it('gets the focus by its label, around it or for it', async () => {
    await host.page.getByText('CVC').click();
    await host.frame('cardCvc').locator('input:focus').waitFor();
    await host.page.getByText('Number').click();
    await host.frame('cardNumber').locator('input:focus').waitFor();
  });

  it('is in the tab order once', async () => {
    await host.input('cardNumber').focus();
    for (const type of ['cardExpiry', 'cardCvc'] as const) {
      await host.page.keyboard.press('Tab');
      await host.frame(type).locator('input:focus').waitFor();
    }
    await host.page.keyboard.press('Tab');
    await host.until(() => document.activeElement?.getAttribute('name') === 'owner');
  });

  it('is cleared', async () => {
    await host.type('cardNumber', '4242');
    await host.change('cardNumber', {empty: false});
    await call('clear');
    await host.change('cardNumber', {empty: true});
    assert.equal(await host.input('cardNumber').inputValue(), '');
  });

  it('takes calls that come before it is ready', async () => {
    await call('unmount');
    await host.page.evaluate(() => {
      const element = window.elements.getElement('cardNumber');
      element?.mount('#cardNumber');
      element?.focus();
    });
    await host.frame('cardNumber').locator('input:focus').waitFor();
  });

  it('leaves nothing when it is unmounted, and comes back', async () => {
    await host.type('cardNumber', '4242');
    await call('unmount');
    const container = host.page.locator('#cardNumber');
    assert.equal(await container.evaluate(node => node.childNodes.length), 0);
    assert.equal(await container.getAttribute('class'), '');

    await host.page.evaluate(() => window.elements.getElement('cardNumber')?.mount('#cardNumber'));
    await ready(4);
    assert.equal(await host.input('cardNumber').inputValue(), '');
    await host.fillCard();
    const {token} = await host.createToken();
    assert.ok(token);
  });

  it('starts again, empty, when its container is moved', async () => {
    await host.type('cardNumber', '4242424242424242');
    await host.change('cardNumber', {complete: true});
    await host.page.evaluate(() =>
      document.querySelector('form')?.prepend(document.querySelector('#cardNumber') ?? ''),
    );
    await host.change('cardNumber', {empty: true});
    await ready(4);
    await host.fillCard();
    const {token} = await host.createToken();
    assert.ok(token);
  });

  it('leaves no listener behind', async () => {
    const listeners = () =>
      host.page.evaluate(() => {
        const counts = {added: 0, removed: 0};
        const add = window.addEventListener.bind(window);
        window.addEventListener = (...args: Parameters<typeof add>) => {
          counts.added++;
          const {signal} = (args[2] ?? {}) as AddEventListenerOptions;
          signal?.addEventListener('abort', () => counts.removed++);
          add(...args);
        };
        const element = window.elements.getElement('cardNumber');
        for (let round = 0; round < 10; round++) {
          element?.unmount();
          element?.mount('#cardNumber');
        }
        element?.destroy();
        return {...counts, frames: window.length};
      });
    assert.deepEqual(await listeners(), {added: 10, removed: 10, frames: 2});
  });

  it('is destroyed when its frame does not load, and the number says so', async () => {
    // The clock belongs to the whole context.
    const other = await stage.newHost();
    await other.load();
    await other.page.clock.install();
    await other.page.route('**/frames/field.html*', route => route.abort());
    await other.page.evaluate(() =>
      Promise.all(
        (['cardCvc', 'cardNumber'] as const).map(type => {
          // The element's types are overloads that do not unite.
          const element = window.elements.getElement(type as 'cardNumber');
          element?.unmount();
          element?.mount(`#${type}`);
          const frame = document.querySelector(`#${type} iframe`);
          return new Promise(resolve => frame?.addEventListener('load', resolve));
        }),
      ),
    );
    await other.page.clock.fastForward(10_000);
    await other.until(() => window.seen.some(({name}) => name === 'loaderror'));
    assert.deepEqual(
      await other.page.evaluate(() =>
        window.seen.filter(({name}) => name === 'loaderror').map(({elementType}) => elementType),
      ),
      ['cardNumber'],
    );
    for (const type of ['cardCvc', 'cardNumber'] as const) {
      assert.equal(
        await other.page.evaluate(name => window.elements.getElement(name as 'cardNumber'), type),
        null,
      );
    }
  });
});
