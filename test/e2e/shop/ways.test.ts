import assert from 'node:assert/strict';
import {after, describe, test, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {closeBrowser, openDialog, openPage, openShop, payWith} from '../stage.js';

const cards = {good: '4242424242424242', declined: '4000000000000002', asks: '4000002760003184'};

const products = ['token', 'payment-method', 'confirmation-token', 'source'] as const;
type ProductKind = (typeof products)[number];
type Way = 'navigate' | 'fetch';

after(closeBrowser);

/** The open dialog of a new order, which is paid for in that way. */
async function order(t: TestContext, create: ProductKind, confirm: Way) {
  const {origin, stripe} = await openShop(t);
  const {page, complaints} = await openPage(t);
  await page.goto(origin);
  await page.getByRole('button', {name: /^Buy/}).first().click();
  await page.waitForURL(/\/orders\//);
  const address = `${page.url()}?create=${create}&confirm=${confirm}`;
  await page.goto(address);
  await openDialog(page);
  const statuses = async () => (await stripe.charges.list()).data.map(({status}) => status);
  return {page, address, complaints, statuses, pay: (card: string) => payWith(page, card)};
}

/** The bank's question: on a page of its own, or in a frame above the shop's. */
function bank(page: Page, way: Way) {
  return way === 'fetch' ? page.frameLocator('iframe[title^="Secure 3D"]') : page;
}

/** The customer is told that this card did not pay, and has the dialog to pay with another one. */
async function refused(page: Page, way: Way, message: RegExp): Promise<void> {
  if (way === 'fetch') {
    await page.locator('pay-dialog').getByText(message).first().waitFor();
    return;
  }
  await page.getByRole('heading', {name: 'Not paid'}).waitFor();
  await page.getByRole('link', {name: 'Pay with another card'}).click();
  await openDialog(page);
}

for (const create of products) {
  for (const way of ['navigate', 'fetch'] as const) {
    describe(`a ${create}, by ${way}`, () => {
      const receipt = (page: Page) => page.getByRole('heading', {name: 'Thank you'}).waitFor();

      test('pays', async t => {
        const {page, complaints, statuses, pay} = await order(t, create, way);
        await pay(cards.good);
        await receipt(page);
        assert.deepEqual(await statuses(), ['succeeded']);
        assert.deepEqual(complaints, []);
      });

      test('is declined, and another card pays', async t => {
        const {page, statuses, pay} = await order(t, create, way);
        await pay(cards.declined);
        await refused(page, way, /declined/);
        await pay(cards.good);
        await receipt(page);
        assert.deepEqual((await statuses()).toSorted(), ['failed', 'succeeded']);
      });

      test('is confirmed by the bank', async t => {
        const {page, complaints, statuses, pay} = await order(t, create, way);
        await pay(cards.asks);
        await bank(page, way).getByRole('button', {name: 'Complete'}).click();
        await receipt(page);
        assert.deepEqual(await statuses(), ['succeeded']);
        assert.deepEqual(complaints, []);
      });

      test('is not confirmed by the bank, and another card pays', async t => {
        const {page, statuses, pay} = await order(t, create, way);
        await pay(cards.asks);
        await bank(page, way).getByRole('button', {name: 'Fail'}).click();
        await refused(page, way, /bank did not confirm/);
        await pay(cards.good);
        await receipt(page);
        assert.deepEqual(await statuses(), ['succeeded']);
      });

      test('is left at the bank, and another card pays', async t => {
        const {page, address, statuses, pay} = await order(t, create, way);
        await pay(cards.asks);
        if (way === 'fetch') {
          await bank(page, way).getByRole('button', {name: 'Cancel'}).click();
          await refused(page, way, /bank did not confirm/);
        } else {
          await page.getByRole('button', {name: 'Complete'}).waitFor();
          // Not by the back button: a page from the browser's cache does not know that the bank was asked.
          await page.goto(address);
          await page.getByRole('button', {name: /another card/}).click();
          await openDialog(page);
        }
        await pay(cards.good);
        await receipt(page);
        assert.deepEqual(await statuses(), ['succeeded']);
      });
    });
  }
}
