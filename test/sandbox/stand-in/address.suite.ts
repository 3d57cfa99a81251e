import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {host, stage} from './stage.js';

const {page} = host;

describe('the script at Stripe’s own address', () => {
  before(() =>
    page.route('https://js.stripe.com/**', async route => {
      const {pathname} = new URL(route.request().url());
      await route.fulfill({response: await route.fetch({url: stage.sandbox.origin + pathname})});
    }),
  );

  for (const [path, version] of [
    ['/endive/stripe.js', 'endive'],
    ['/v3/', 3],
  ] as const) {
    it(`${path}: tells its version and finds the sandbox`, async () => {
      await page.goto(`${stage.hostOrigin}/empty`);
      await page.addScriptTag({url: `https://js.stripe.com${path}`});
      const told = await page.evaluate(
        () => Reflect.get(window.Stripe ?? {}, 'version') as unknown,
      );
      assert.equal(told, version);
      await page.evaluate(() => {
        const element = window.Stripe?.('pk_test_1').elements().create('cardNumber');
        element?.mount('#spare');
        return new Promise<void>(resolve => element?.once('ready', () => resolve()));
      });
      const frame = page.frames().find(each => each.url().includes('/frames/field.html'));
      assert.equal(new URL(frame?.url() ?? '').origin, stage.sandbox.origin);
    });
  }

  it('loaded once more: keeps the first, with a warning', async () => {
    await page.goto(`${stage.hostOrigin}/empty`);
    await page.addScriptTag({url: 'https://js.stripe.com/v3/'});
    const warning = page.waitForEvent('console', message => message.type() === 'warning');
    await page.addScriptTag({url: 'https://js.stripe.com/endive/stripe.js'});
    assert.match((await warning).text(), /Stripe\.js was loaded more than once/);
    const told = await page.evaluate(() => Reflect.get(window.Stripe ?? {}, 'version') as unknown);
    assert.equal(told, 3);
  });
});
