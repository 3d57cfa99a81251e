import assert from 'node:assert/strict';
import {after, before, test, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {deferred} from '../helpers/deferred.js';
import {openedDialog, pay} from './legacy/paying.js';
import {openSite, type OpenSite} from './legacy/site.js';
import {button, formWith, pageWith} from './site-page.js';
import {
  cards,
  closeBrowser,
  launchWhole,
  openCheckout,
  openDialog,
  openPage,
  openShop,
  payWith,
} from './stage.js';

before(launchWhole);
after(closeBrowser);

const other = {'/other': '<!doctype html><title>Other</title>'};

/** A page that notes whether it came from the back/forward cache. */
function openNoting(
  t: TestContext,
  site: Partial<Parameters<typeof openSite>[1]>,
): Promise<OpenSite> {
  return openSite(t, {
    files: {...pageWith(formWith('')), ...other},
    prepare: page =>
      page.addInitScript(() => {
        window.addEventListener('pageshow', ({persisted}) => {
          document.documentElement.dataset.restored = String(persisted);
        });
      }),
    ...site,
  });
}

/** What customers click, and the field that its token is in. */
interface Tag {
  readonly html: string;
  readonly button: string;
  readonly field: string;
}
const own: Tag = {html: button, button: 'pay-button', field: 'stripe_token'};
const legacy: Tag = {
  html: '<script src="/pay-button.js" class="stripe-button" data-key="pk_test_1"></script>',
  button: 'button.stripe-button-el',
  field: 'stripeToken',
};

/** Playwright's goBack() waits for a load, which a page from the cache does not have. */
async function goBack(page: Page, restored: string): Promise<void> {
  await page.evaluate(() => history.back());
  await page.locator(`html[data-restored${restored}]`).waitFor();
}

async function buys(page: Page, {button}: Tag = own): Promise<void> {
  await page.locator(button).click();
  await pay(page);
  await page.getByRole('heading', {name: 'Thanks'}).waitFor();
}

const ways: Readonly<
  Record<string, [headers: Record<string, string>, restored: string, tag: Tag]>
> = {
  'from the back/forward cache': [{}, '=true', own],
  'to a page with no-store': [{'cache-control': 'no-store'}, '', own],
  'from that cache to a tag of checkout.js': [{}, '=true', legacy],
};
for (const [how, [headers, restored, tag]] of Object.entries(ways)) {
  test(`36. back after paying, ${how}: no spent token, and a new payment has a new one`, async t => {
    const files = {...pageWith(formWith('', tag.html)), ...other};
    const {page, posts} = await openNoting(t, {files, headers: () => headers});
    await buys(page, tag);
    await goBack(page, restored);
    await page.locator(tag.button).waitFor();
    assert.equal(await page.locator(`[name=${tag.field}], pay-dialog`).count(), 0);
    await buys(page, tag);
    const tokens = posts.map(({body}) => new URLSearchParams(body).getAll(tag.field));
    assert.deepEqual(
      tokens.map(({length}) => length),
      [1, 1],
    );
    assert.notEqual(tokens[0]?.[0], tokens[1]?.[0]);
  });
}

test('46. the page is left while the token is made: nothing is posted, and coming back is clean', async t => {
  const {page, posts} = await openNoting(t, {});
  const held = deferred();
  t.after(() => held.resolve());
  await page.route('**/v1/tokens', async route => {
    await held.promise;
    // Its page has gone by then.
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest('**/v1/tokens');
  await page.locator('pay-button').click();
  await pay(page);
  await asked;
  await page.goto(`${new URL(page.url()).origin}/other`);
  held.resolve();
  await page.unroute('**/v1/tokens');
  await page.evaluate(() => history.back());
  await page.locator('pay-button').waitFor();
  assert.equal(await page.locator('[name=stripe_token], pay-dialog').count(), 0);
  assert.deepEqual(posts, []);
  await buys(page);
  assert.equal(posts.length, 1);
});

test('37. a reload has no token in it that the page has kept', async t => {
  const form = formWith('').replace('<pay-button', '<pay-button data-auto-submit="false"');
  const {page, posts} = await openSite(t, {files: pageWith(form)});
  await page.locator('pay-button').click();
  await pay(page);
  await page.locator('[name=stripe_token]').waitFor({state: 'attached'});
  await page.reload();
  await page.locator('pay-button').click();
  await openedDialog(page);
  assert.equal(await page.locator('[name=stripe_token]').count(), 0);
  assert.deepEqual(posts, []);
});

test('37. the same order in two tabs, paid in both: one charge', async t => {
  const {origin, stripe} = await openShop(t);
  const {page} = await openPage(t);
  await openCheckout(page, origin);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await openDialog(second);
  await page.bringToFront();
  await payWith(page, cards.good);
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();
  await second.bringToFront();
  await payWith(second, cards.good);
  await second.getByRole('heading', {name: 'Thank you'}).waitFor();
  assert.equal(await page.locator('[name=stripe_token]').count(), 0);
  // The receipt is reloaded without a question, and charges nothing.
  await page.reload();
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();
  assert.equal((await stripe.charges.list()).data.length, 1);
});
