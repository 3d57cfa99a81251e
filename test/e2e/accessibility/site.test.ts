import assert from 'node:assert/strict';
import express from 'express';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test, type TestContext} from 'node:test';
import type {BrowserContextOptions, Page} from 'playwright-core';
import {buildSite} from '../../../demo/site/build.mjs';
import {pages} from '../../../demo/site/pages.mjs';
import {closeBrowser, listen, openPage} from '../stage.js';
import {auditAll} from './audit.js';

const folder = mkdtempSync(join(tmpdir(), 'pay-button-site-'));
const built = buildSite(folder);
after(() => rmSync(folder, {recursive: true}));
after(closeBrowser);

const phone = {viewport: {width: 320, height: 640}};
const desktop = {viewport: {width: 1280, height: 800}};

async function openSite(t: TestContext, path: string, options: BrowserContextOptions) {
  await built;
  const origin = await listen(t, express().use(express.static(folder)));
  const {page, complaints} = await openPage(t, options);
  await page.goto(`${origin}/${path}`);
  return {page, complaints};
}

/** Whether the page itself can be scrolled to the side. */
function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}

for (const {path} of pages) {
  test(`the site’s ${path} is without a fault at 320 and at 1280 pixels, in every look`, async t => {
    const {page, complaints} = await openSite(t, path, phone);
    assert.equal(await isTooWide(page), false, 'It scrolls to the side.');
    await page.locator('.menu summary').press('Enter');
    await page.locator('.menu nav').waitFor();
    assert.equal(await isTooWide(page), false, 'It scrolls to the side.');
    const faults = await auditAll(page, 'phone');
    // The colours are those of the phone.
    await page.setViewportSize(desktop.viewport);
    await page.locator('.side nav').waitFor();
    assert.equal(await isTooWide(page), false, 'It scrolls to the side.');
    faults.push(...(await page.evaluate(() => window.inPage.axeFaults(false, false))));
    assert.deepEqual(faults, []);
    assert.deepEqual(complaints, []);
  });
}

test('the site’s first Tab leads past the navigation', async t => {
  const {page} = await openSite(t, 'security.html', desktop);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.localName === 'main');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null));
});

test('a wide table scrolls by keyboard in a box of its own', async t => {
  const {page} = await openSite(t, 'security.html', phone);
  await page.locator('.table').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => (document.querySelector('.table')?.scrollLeft ?? 0) > 0);
  assert.equal(await page.evaluate(() => window.scrollX), 0);
});

for (const path of ['index.html', 'ja/index.html']) {
  test(`the live button of the site’s ${path} makes a token under its policy`, async t => {
    const {page, complaints} = await openSite(t, path, desktop);
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.locator('pay-button').click();
    await page.waitForFunction(() => document.querySelector('pay-button')?.state === 'ready');
    const inputs = page.locator('.__PrivateStripeElement input');
    for (const [place, value] of ['4242424242424242', '1234', '123'].entries()) {
      await inputs.nth(place).fill(value);
    }
    await page.locator('pay-dialog').locator('.pay').click();
    const token = page.locator('.try output code');
    await token.waitFor();
    assert.match((await token.textContent()) ?? '', /^tok_/);
    const {origin} = new URL(page.url());
    assert.deepEqual(
      asked.filter(url => new URL(url).origin !== origin),
      [],
    );
    assert.deepEqual(complaints, []);
  });
}
