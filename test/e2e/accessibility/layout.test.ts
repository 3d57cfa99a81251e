import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import type {Page} from 'playwright-core';
import {closeBrowser} from '../stage.js';
import {inject} from './audit.js';
import {clickPay, openReady, openShopPage, reach} from './shop.js';

after(closeBrowser);

const attributes =
  'data-name="Kiosk" data-description="Two mugs" data-email data-billing-address="true" data-shipping-address="true"';

/** A dialog with everything in it, errors included. */
async function openFull(t: Parameters<typeof openShopPage>[0], locale: string): Promise<Page> {
  const {page} = await openShopPage(t, `${attributes} data-locale="${locale}"`);
  await openReady(page);
  await page.locator('pay-dialog').locator(`dialog[lang=${locale}] .check input`).uncheck();
  await clickPay(page);
  await reach(page, 'refused');
  await inject(page.mainFrame());
  return page;
}

/** A phone, the smallest that WCAG asks for, and a desktop of 1280 x 1024 at 400 %. */
const windows = [
  {width: 390, height: 844},
  {width: 320, height: 640},
  {width: 320, height: 256},
] as const;

for (const locale of ['en', 'ar']) {
  test(`in "${locale}", no window is too small, no target, and no text spacing too wide`, async t => {
    const page = await openFull(t, locale);
    for (const size of windows) {
      await page.setViewportSize(size);
      assert.deepEqual(await page.evaluate(() => window.inPage.overflows()), []);
      assert.deepEqual(await page.evaluate(() => window.inPage.smallTargets(44)), []);
    }
    await page.evaluate(() => window.inPage.spaceTexts());
    for (const size of windows) {
      await page.setViewportSize(size);
      assert.deepEqual(await page.evaluate(() => window.inPage.overflows()), []);
      assert.deepEqual(await page.evaluate(() => window.inPage.cutTexts()), []);
    }
  });
}

for (const height of [256, 480, 640]) {
  test(`what has the focus shows a ring, and nothing lies over it, at 320 x ${height}`, async t => {
    const {page} = await openShopPage(t, `${attributes} data-zip-code="true"`);
    await page.setViewportSize({width: 320, height});
    await openReady(page);
    await inject(page.mainFrame());
    const state = () => page.evaluate(() => window.inPage.focusState());
    for (const key of ['Tab', 'Shift+Tab']) {
      const end = key === 'Tab' ? 'pay' : 'close';
      let at = await state();
      while (at.place !== end) {
        await page.keyboard.press(key);
        // A card field's frame tells the dialog of its focus in its own time.
        await page.waitForFunction(
          before => {
            if (document.activeElement === document.body) return false;
            const {place, ring} = window.inPage.focusState();
            return place !== before && ring;
          },
          at.place,
          {timeout: 5_000},
        );
        at = await state();
        assert.equal(at.covered, false, at.place);
      }
    }
  });
}

test('the dialog fades in, but not for those who want no motion', async t => {
  const {page} = await openShopPage(t, attributes);
  await openReady(page);
  await inject(page.mainFrame());
  const fades = () => page.evaluate(() => window.inPage.fades());
  await page.emulateMedia({reducedMotion: 'no-preference'});
  assert.equal(await fades(), true);
  await page.emulateMedia({reducedMotion: 'reduce'});
  assert.equal(await fades(), false);
});
