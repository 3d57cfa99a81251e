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
import {inject} from './audit.js';

const folder = mkdtempSync(join(tmpdir(), 'pay-button-site-'));
const built = buildSite(folder);
after(() => rmSync(folder, {recursive: true}));
after(closeBrowser);

const phone = {viewport: {width: 320, height: 640}};
const desktop = {viewport: {width: 1280, height: 800}};

async function openSite(t: TestContext, options: BrowserContextOptions) {
  await built;
  const origin = await listen(t, express().use(express.static(folder)));
  return {origin, ...(await openPage(t, options))};
}

/** What is wrong with pages of the site. They take turns in one document, so that the audit is compiled once. */
async function audit(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    await page.evaluate(show, `/${path}`);
    faults.push(...(await page.evaluate(faultsHere)).map(fault => `${path}: ${fault}`));
  }
  return faults;
}

/** Runs in the page: puts another page in its place, all of it and with its menus open. */
async function show(path: string): Promise<void> {
  const request = new XMLHttpRequest();
  request.open('GET', path);
  request.responseType = 'document';
  await new Promise(resolve => {
    request.onload = resolve;
    request.send();
  });
  history.replaceState(null, '', path);
  const {documentElement} = request.response as Document;
  const sheet = documentElement.querySelector('link[rel=stylesheet]');
  const styled = new Promise(resolve => sheet?.addEventListener('load', resolve));
  document.documentElement.replaceWith(documentElement);
  await styled;
  await Promise.allSettled([...document.images].map(image => image.decode()));
  for (const menu of document.querySelectorAll('details')) menu.open = true;
}

/** Runs in the page. */
async function faultsHere(): Promise<string[]> {
  const {scrollWidth, clientWidth} = document.documentElement;
  const empty = [...document.images].filter(({naturalWidth}) => naturalWidth === 0);
  return [
    ...(scrollWidth > clientWidth ? ['It scrolls to the side.'] : []),
    ...empty.map(({src}) => `${src} shows nothing.`),
    ...window.inPage.contrastFaults(),
    ...(await window.inPage.axeFaults(false, false)),
  ];
}

test('every page of the site is without a fault on a phone, and two on a large, dark screen', async t => {
  const {origin, page, complaints} = await openSite(t, phone);
  await page.goto(`${origin}/index.html`);
  await inject(page.mainFrame());
  const paths = pages.map(({path}) => path);
  assert.deepEqual(await audit(page, paths), []);
  await page.setViewportSize(desktop.viewport);
  await page.emulateMedia({colorScheme: 'dark'});
  // One has the live button and pictures, the other tables and code.
  assert.deepEqual(await audit(page, ['index.html', 'security.html']), []);
  assert.deepEqual(complaints, []);
});

test('the site’s first Tab leads past the navigation', async t => {
  const {origin, page} = await openSite(t, desktop);
  await page.goto(`${origin}/security.html`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.localName === 'main');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null));
});

test('a wide table scrolls by keyboard in a box of its own', async t => {
  const {origin, page} = await openSite(t, phone);
  await page.goto(`${origin}/security.html`);
  await page.locator('.table').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => (document.querySelector('.table')?.scrollLeft ?? 0) > 0);
  assert.equal(await page.evaluate(() => window.scrollX), 0);
});

test('the site’s live button makes a token under the site’s policy, and asks nobody else', async t => {
  const {origin, page, complaints} = await openSite(t, phone);
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  await page.goto(`${origin}/index.html`);
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
  const others = asked.filter(url => new URL(url).origin !== origin);
  assert.deepEqual(others, []);
  assert.deepEqual(complaints, []);
});
