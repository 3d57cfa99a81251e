import assert from 'node:assert/strict';
import {after, test, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {
  cards,
  closeBrowser,
  openCheckout,
  openDialog,
  openPage,
  openShop,
  payWith,
  type Shop,
  untilHeld,
} from './stage.js';

after(closeBrowser);

/** The open dialog of a new order, in a page whose clock the test moves. */
async function openOrder(t: TestContext): Promise<{shop: Shop; page: Page}> {
  const shop = await openShop(t);
  const {page} = await openPage(t);
  await page.clock.install();
  await openCheckout(page, shop.origin);
  return {shop, page};
}

function reach(page: Page, stage: string): Promise<unknown> {
  return page.waitForFunction(
    stage => document.querySelector('pay-button')?.state === stage,
    stage,
  );
}

const dialogOf = (page: Page) => page.locator('pay-dialog');
const receipt = (page: Page) => page.getByRole('heading', {name: 'Thank you'}).waitFor();

/** Waits for the receipt: there is one charge, of the token that was made last. */
async function paidOnce(page: Page, {stripe, sandbox}: Shop): Promise<void> {
  await receipt(page);
  const {data} = await stripe.charges.list();
  assert.deepEqual(
    data.map(({status}) => status),
    ['succeeded'],
  );
  const made = tokensMade(sandbox);
  const shown = /tok_\w+/.exec(await page.locator('main').innerText())?.[0];
  assert.equal(shown, made.at(-1));
}

function tokensMade({control}: Shop['sandbox']): (string | null)[] {
  return control.journal.requests
    .filter(({path, object}) => path === '/v1/tokens' && object !== null)
    .map(({object}) => object);
}

/** The computer sleeps for an hour: nothing runs, and then everything that is due at once. */
async function sleep(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', {state: 'frozen'});
  await session.send('Page.setWebLifecycleState', {state: 'active'});
  await page.clock.fastForward('01:00:00');
}

test('fields that come late are announced, and take a card', async t => {
  const shop = await openShop(t);
  const {page} = await openPage(t);
  await page.clock.install();
  shop.sandbox.control.fault({path: '/frames/field.html', kind: 'latency', times: 3});
  await openCheckout(page, shop.origin);
  await reach(page, 'opening');
  await page.clock.runFor(4000);
  await dialogOf(page).getByRole('button', {name: 'Still working…'}).waitFor();
  await untilHeld(shop.sandbox, 3);
  shop.sandbox.control.release();
  await payWith(page, cards.good);
  await paidOnce(page, shop);
});

test('while the API takes its time the customer is told after four seconds, and after ten what to do', async t => {
  const {shop, page} = await openOrder(t);
  shop.sandbox.control.fault({path: '/v1/tokens', kind: 'latency', times: 1});
  await payWith(page, cards.good);
  await dialogOf(page).getByRole('button', {name: 'Paying…'}).waitFor();
  await page.clock.runFor(4000);
  await dialogOf(page).getByRole('button', {name: 'Still working…'}).waitFor();
  await page.clock.runFor(6000);
  await dialogOf(page).locator('.advice').getByText('Nothing has been charged').waitFor();
  await untilHeld(shop.sandbox);
  shop.sandbox.control.release();
  await paidOnce(page, shop);
});

test('48. when the network goes between token and post, the order stays open, and coming back makes another token', async t => {
  const shop = await openShop(t);
  const {page} = await openPage(t);
  await openCheckout(page, shop.origin);
  const orderUrl = page.url();
  // Once: by then the network is back.
  await page.route('**/charge', route => route.abort('internetdisconnected'), {times: 1});
  const failed = page.waitForEvent('requestfailed', request => request.url().endsWith('/charge'));
  await payWith(page, cards.good);
  assert.match((await failed).failure()?.errorText ?? '', /DISCONNECTED/);
  await page.waitForURL(/^chrome-error:/);
  assert.equal(tokensMade(shop.sandbox).length, 1);

  await page.goBack();
  await page.waitForURL(orderUrl);
  assert.equal(await page.locator('input[name=stripe_token]').count(), 0);
  assert.equal((await shop.stripe.charges.list()).data.length, 0);
  await openDialog(page);
  await payWith(page, cards.good);
  await paidOnce(page, shop);
  assert.equal(tokensMade(shop.sandbox).length, 2);
});

test('49. after an hour of sleep an open dialog pays', async t => {
  const {shop, page} = await openOrder(t);
  await reach(page, 'ready');
  await sleep(page);
  await payWith(page, cards.good);
  await paidOnce(page, shop);
});

test('49. who wakes up while the fields were loading can try again', async t => {
  const shop = await openShop(t);
  const {page} = await openPage(t);
  await page.clock.install();
  shop.sandbox.control.fault({path: '/frames/field.html', kind: 'never'});
  await openCheckout(page, shop.origin);
  await sleep(page);
  await dialogOf(page).locator('#form-message').getByText('No connection').waitFor();
  // Not by a number of times: who sleeps at once may not have asked for all three fields.
  shop.sandbox.control.clear();
  await dialogOf(page).getByRole('button', {name: 'Try again'}).click();
  await payWith(page, cards.good);
  await paidOnce(page, shop);
});

test('49. who wakes up in the middle of a payment is told that nothing was charged, and pays', async t => {
  const {shop, page} = await openOrder(t);
  shop.sandbox.control.fault({path: '/v1/tokens', kind: 'never', times: 1});
  await payWith(page, cards.good);
  await untilHeld(shop.sandbox);
  await sleep(page);
  await dialogOf(page).locator('.advice').getByText('Nothing has been charged').waitFor();
  await dialogOf(page).getByRole('button', {name: 'Close'}).click();
  await dialogOf(page).waitFor({state: 'detached'});
  await openDialog(page);
  await payWith(page, cards.good);
  await paidOnce(page, shop);
});
