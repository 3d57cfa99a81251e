import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import type {Page} from 'playwright-core';
import {closeBrowser, openDialog} from '../stage.js';
import {auditAll} from './audit.js';
import {clickPay, fillCard, fillInputs, openShopPage, reach} from './shop.js';

after(closeBrowser);

const address = (kind: 'billing' | 'shipping') => ({
  [`${kind}-name`]: 'Ada Lovelace',
  [`${kind}-line1`]: '1 Main Street',
  [`${kind}-city`]: 'Boston',
  [`${kind}-state`]: 'MA',
  [`${kind}-zip`]: '02110',
});

const shapes = [
  {
    what: 'with e-mail and postal code',
    attributes: 'data-email data-zip-code="true"',
    values: {postalCode: '02110'},
  },
  {
    what: 'with addresses',
    attributes: 'data-email data-billing-address="true" data-shipping-address="true"',
    values: {...address('billing'), ...address('shipping')},
  },
] as const;

for (const locale of ['en', 'ar']) {
  for (const {what, attributes, values} of shapes) {
    test(`every state of the dialog ${what} in "${locale}" is without a fault, in every look`, async t => {
      const {page, sandbox} = await openShopPage(
        t,
        `data-name="Kiosk" data-description="Two mugs" data-locale="${locale}" data-confirm="fetch" ${attributes}`,
      );
      await page.clock.install();
      const faults: string[] = [];
      const audit = async (state: string) => faults.push(...(await auditAll(page, state)));

      sandbox.control.fault({kind: 'status', status: 500, path: '/frames/*'});
      await openDialog(page);
      await words(page, locale);
      await page.clock.fastForward(10_000);
      await reach(page, 'unavailable');
      await audit('unavailable');

      sandbox.control.clear();
      sandbox.control.fault({kind: 'latency', path: '/frames/*'});
      await clickPay(page);
      await reach(page, 'opening');
      await audit('opening');
      sandbox.control.clear();
      await reach(page, 'ready');
      await audit('ready');

      const same = page.locator('pay-dialog').locator('.check input');
      if (await same.count()) await same.uncheck();
      await clickPay(page);
      await reach(page, 'refused');
      await audit('refused');

      await fillInputs(page, {email: 'ada@example.com', ...values});
      await fillCard(page);
      sandbox.control.fault({kind: 'latency', path: '/v1/tokens'});
      await clickPay(page);
      await reach(page, 'tokenizing');
      await audit('tokenizing');
      // From here on the fields stay as they are, and the rest is the same in every shape.
      if (what === 'with addresses') return assert.deepEqual(faults, []);
      await page.clock.fastForward(4_000);
      await audit('slow');
      await page.clock.fastForward(6_000);
      await page.locator('pay-dialog').locator('.advice').waitFor();
      await audit('long');
      sandbox.control.clear();
      await reach(page, 'done');
      await audit('done');

      assert.deepEqual(faults, []);
    });
  }
}

const own = '<button slot="button">Check out</button>';
const buttons = [
  ['as it is', '', ''],
  ['disabled', 'disabled', ''],
  ['not set up', 'data-amount="free"', ''],
  ['of the merchant’s own', '', own],
] as const;

test('the page’s button is without a fault, in every look', async t => {
  const {page} = await openShopPage(t, '');
  const faults: string[] = [];
  for (const [what, attribute, child] of buttons) {
    await page.evaluate(
      ([attribute, child]) => {
        const button = document.createElement('pay-button');
        button.dataset.key = 'pk_test_sandbox';
        const [, name, value = ''] = /^([\w-]+)(?:="(\w+)")?$/.exec(attribute) ?? [];
        if (name) button.setAttribute(name, value);
        const slotted = document.createRange().createContextualFragment(child);
        button.append(slotted);
        document.querySelector('pay-button')?.replaceWith(button);
        return button.updateComplete;
      },
      [attribute, child] as const,
    );
    faults.push(...(await auditAll(page, what)));
  }
  assert.deepEqual(faults, []);
});

/** Waits for the dialog's language. */
async function words(page: Page, locale: string): Promise<void> {
  await page.locator('pay-dialog').locator(`dialog[lang=${locale}]:not(.wordless)`).waitFor();
}
