import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {servePage} from './page.js';
import {cards, closeBrowser, openDialog, openPage, openSandbox, typeCard} from './stage.js';

after(closeBrowser);

test('36. a page from the back/forward cache has no spent token in it, and takes a new payment', async t => {
  const {origin, posts} = await servePage(
    t,
    await openSandbox(t),
    `<form method="post" action="/charge">
       <pay-button data-key="pk_test_sandbox" data-amount="999"></pay-button>
     </form>`,
  );
  const {page} = await openPage(t);
  const pay = async () => {
    await openDialog(page);
    await typeCard(page, cards.good);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {name: 'Thanks'}).waitFor();
  };
  await page.addInitScript(() => {
    window.addEventListener('pageshow', ({persisted}) => {
      document.documentElement.dataset.restored = String(persisted);
    });
  });

  await page.goto(origin);
  await pay();
  // Playwright's goBack() waits for a load, which a page from the cache does not have.
  await page.evaluate(() => history.back());
  await page.locator('html[data-restored=true]').waitFor();
  assert.equal(await page.locator('input[name=stripe_token]').count(), 0);
  assert.equal(await page.locator('pay-dialog').count(), 0);

  await pay();
  const [first, second] = posts.map(({fields}) => fields.get('stripe_token'));
  assert.ok(first && second && first !== second);
});
