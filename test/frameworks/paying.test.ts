import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {openedDialog, payWords} from '../e2e/legacy/paying.js';
import {cards, closeBrowser, openDialog, payWith} from '../e2e/stage.js';
import {appNames, Apps} from './apps.js';
import {openSite} from './site.js';

const apps = new Apps();

after(async () => {
  await closeBrowser();
  await apps.remove();
});

// One is built while another is paid in. Angular takes as long as all others: by the alphabet it comes first.
describe('frameworks', {concurrency: 2}, () => {
  for (const app of appNames()) describe(`${app} in Chromium`, {concurrency: 1}, () => payIn(app));
});

function payIn(app: string): void {
  let built: string;
  before(async () => {
    built = await apps.build(app);
  });

  it('shows the amount that its state says at each opening, and hears why the dialog closed', async t => {
    const {page, complaints} = await openSite(t, built);
    await goToView(page, 'Pay here');
    await agree(page);
    await openDialog(page);
    await openedDialog(page);
    assert.equal(await payWords(page), 'Pay $18.00');
    await page.keyboard.press('Escape');
    await page.getByText('closed: escape').waitFor();
    await page.getByRole('button', {name: 'One more'}).click();
    await page.getByRole('button', {name: 'One more'}).click();
    await openDialog(page);
    await openedDialog(page);
    assert.equal(await payWords(page), 'Pay $54.00');
    await page.keyboard.press('Escape');
    await page.locator('pay-dialog').waitFor({state: 'detached'});
    assert.deepEqual(await notes(page), ['closed: escape', 'closed: escape']);
    assert.deepEqual(complaints, []);
  });

  it('keeps the button disabled until its state says otherwise', async t => {
    const {page, complaints} = await openSite(t, built);
    await goToView(page, 'Pay here');
    const inner = page.getByRole('button', {name: 'Pay with Card'});
    assert.ok(await inner.isDisabled());
    await agree(page);
    assert.ok(await inner.isEnabled());
    await page.getByLabel('I agree').uncheck();
    await page.locator('pay-button[disabled]').waitFor();
    assert.ok(await inner.isDisabled());
    assert.deepEqual(complaints, []);
  });

  it('is handed the token once where there is no form', async t => {
    const {page, complaints, posts} = await openSite(t, built);
    await goToView(page, 'Pay here');
    await agree(page);
    await openDialog(page);
    await payWith(page, cards.good);
    await page.getByText('closed: handled').waitFor();
    const [token, ...others] = await notes(page);
    assert.match(token ?? '', /^token: tok_\w{24}$/);
    assert.deepEqual([others, posts], [['closed: handled'], []]);
    assert.deepEqual(complaints, []);
  });

  it('posts its form natively, with the token and with what its state says', async t => {
    const {page, complaints, posts} = await openSite(t, built);
    await goToView(page, 'Pay by form');
    await agree(page);
    await page.getByRole('button', {name: 'One more'}).click();
    await openDialog(page);
    await openedDialog(page);
    assert.equal(await payWords(page), 'Pay $36.00');
    await payWith(page, cards.good);
    await page.getByRole('heading', {name: 'Thanks'}).waitFor();
    const [fields, ...more] = posts;
    const token = fields?.get('stripe_token') ?? '';
    assert.match(token, /^tok_\w{24}$/);
    assert.deepEqual(
      [...(fields ?? [])],
      [
        ['quantity', '2'],
        ['stripe_token', token],
        ['stripe_token_type', 'card'],
        ['stripe_email', 'ada@example.com'],
      ],
    );
    assert.deepEqual(more, []);
    assert.deepEqual(complaints, []);
  });

  it('leaves no dialog behind when it takes the button away, and pays with the next one', async t => {
    const {page, complaints} = await openSite(t, built);
    await goToView(page, 'Pay here');
    await agree(page);
    await openDialog(page);
    await openedDialog(page);
    await page.goBack();
    await page.locator('pay-button').waitFor({state: 'detached'});
    await page.locator('pay-dialog').waitFor({state: 'detached'});
    assert.equal(await page.locator('iframe[title^="Secure"]').count(), 0);
    // What an open dialog makes inert.
    await goToView(page, 'Pay by form');
    await agree(page);
    await openDialog(page);
    await payWith(page, cards.good);
    await page.getByRole('heading', {name: 'Thanks'}).waitFor();
    assert.deepEqual(complaints, []);
  });
}

async function goToView(page: Page, name: string): Promise<void> {
  await page.getByRole('link', {name}).click();
  await page.locator('pay-button').waitFor();
}

/** Without it the button is disabled. */
async function agree(page: Page): Promise<void> {
  await page.getByLabel('I agree').check();
  await page.locator('pay-button:not([disabled])').waitFor();
}

/** What the app has written down of the events it heard. */
function notes(page: Page): Promise<string[]> {
  return page.getByRole('listitem').allInnerTexts();
}
