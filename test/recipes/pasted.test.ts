import assert from 'node:assert/strict';
import {cpSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {after, before, beforeEach, describe, it, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {closeBrowser, listen, openDialog, openPage} from '../e2e/stage.js';
import {cards} from './customer.js';
import {recipes} from './recipes.js';
import {charges, type Shop, startShop} from './shop.js';

const ways = ['navigate', 'fetch'] as const;
type Way = (typeof ways)[number];

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

after(closeBrowser);

for (const recipe of recipes) {
  for (const way of ways) {
    describe(`${recipe.name}, with the quick start’s page, by ${way}`, {skip: recipe.skip}, () => {
      let shop: Shop;
      before(async () => {
        shop = await startShop(recipe);
        pasteInto(shop, way);
      });
      beforeEach(() => shop.sandbox.control.reset());
      after(() => shop.close());

      it('a good card ends at a page that says thank you', async t => {
        const {page, complaints} = await openShop(t, shop);
        await pay(page, cards.good);
        await thanks(page);
        assert.equal((await charges(shop)).length, 1);
        assert.deepEqual(complaints, []);
      });

      it('a declined card is told, and one that the bank asks about then pays', async t => {
        const {page} = await openShop(t, shop);
        await pay(page, cards.declined);
        await refused(page, way, /declined/);
        assert.deepEqual(await charges(shop), []);
        await pay(page, cards.authenticated);
        await bank(page, way).getByRole('button', {name: 'Complete'}).click();
        await thanks(page);
        assert.equal(new URL(page.url()).search, '');
        assert.equal((await charges(shop)).length, 1);
      });

      it('a bank that says no is told, and another card pays', async t => {
        const {page} = await openShop(t, shop);
        await pay(page, cards.authenticated);
        await bank(page, way).getByRole('button', {name: 'Fail'}).click();
        await refused(page, way, /bank did not confirm|unable to authenticate/);
        assert.deepEqual(await charges(shop), []);
        await pay(page, cards.good);
        await thanks(page);
        assert.equal((await charges(shop)).length, 1);
      });

      it('who goes back and pays again is told that it is paid, and may buy another one', async t => {
        const {page} = await openShop(t, shop);
        await pay(page, cards.good);
        await thanks(page);
        await page.goto(shop.origin);
        await pay(page, cards.declined);
        const told = /This order has been paid already\. Nothing was charged this time\./;
        if (way === 'fetch') await dialogSays(page, told);
        else {
          await page.getByRole('heading', {name: 'Paid already'}).waitFor();
          assert.match(await page.locator('body').innerText(), told);
        }
        assert.equal((await charges(shop)).length, 1);
        await page.goto(`${shop.origin}/thanks`);
        await page.getByRole('link', {name: 'Buy another one'}).click();
        await pay(page, cards.good);
        await thanks(page);
        assert.equal((await charges(shop)).length, 2);
      });

      it('an answer that is lost is told as such, and asking again ends at thank you', async t => {
        const {page} = await openShop(t, shop);
        shop.sandbox.control.fault({path: '/v1/payment_intents/*/confirm', kind: 'cut-after'});
        await pay(page, cards.good);
        const again = page.getByRole('button', {name: 'Check again'});
        await again.waitFor();
        shop.sandbox.control.clear();
        await again.click();
        await thanks(page);
        assert.equal((await charges(shop)).length, 1);
      });
    });
  }
}

describe('Serverless, with the page of another origin from recipes.md', () => {
  for (const way of ways) {
    it(`pays by ${way}, the bank included, and each order once`, async t => {
      const recipe = recipes.find(({file}) => file === 'serverless.mjs');
      assert.ok(recipe);
      let html = '';
      const origin = await listen(t, ({url = ''}, response) => {
        const {pathname} = new URL(url, 'http://localhost');
        const isScript = pathname.endsWith('.js');
        response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
        response.end(isScript ? readFileSync(join(dist, pathname)) : html);
      });
      const shop = await startShop(recipe, {env: {SHOP_ORIGIN: origin}});
      t.after(() => shop.close());
      html = runnable(exampleOf('demo/docs/recipes.md', 'A page of another origin'), shop, way);
      html = html.replace('https://pay.example.com', shop.origin);
      const {page} = await openPage(t);
      await page.goto(origin);
      await pay(page, cards.authenticated);
      await bank(page, way).getByRole('button', {name: 'Complete'}).click();
      await thanks(page);
      await page.goto(origin);
      await pay(page, cards.good);
      if (way === 'fetch') await dialogSays(page, /paid already/);
      else await page.getByRole('heading', {name: 'Paid already'}).waitFor();
      await page.goto(`${shop.origin}/thanks`);
      await page.getByRole('link', {name: 'Buy another one'}).click();
      await pay(page, cards.good);
      await thanks(page);
      assert.equal((await charges(shop)).length, 2);
    });
  }
});

/** Puts the quick start's page where the recipe serves it as its front page, and the widget beside it. */
function pasteInto(shop: Shop, way: Way): void {
  for (const name of readdirSync(dist)) {
    if (name.endsWith('.js')) cpSync(join(dist, name), join(shop.publicFolder, name));
  }
  const html = runnable(exampleOf('README.md', 'Quick start'), shop, way);
  writeFileSync(join(shop.publicFolder, 'index.html'), html);
}

async function openShop(t: TestContext, {origin}: Shop) {
  const opened = await openPage(t);
  await opened.page.goto(origin);
  return opened;
}

/** The first HTML below a heading of a document. */
function exampleOf(path: string, heading: string): string {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const [, html] = new RegExp(`^#+ ${heading}$.*?^\`\`\`html\n(.*?)^\`\`\``, 'ms').exec(text) ?? [];
  assert.ok(html, `${path} has no HTML below "${heading}"`);
  return html;
}

/**
 * An example with the sandbox in Stripe's place, and a key. The hash is left out: it is the one of a release, and
 * the tests of `dist` look at it.
 */
function runnable(example: string, {sandbox}: Shop, way: Way): string {
  const html = example
    .replace(/\s+integrity="[^"]*"/, '')
    .replace('pk_test_…', 'pk_test_sandbox')
    .replace(/\s+data-confirm="[^"]*"/, '')
    .replace('<pay-button', way === 'fetch' ? '<pay-button data-confirm="fetch"' : '<pay-button');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
    <script src="${sandbox.origin}/endive/stripe.js"></script>
    ${html}`;
}

/** Opens the dialog unless it is open, and pays. A card that was refused is replaced. */
async function pay(page: Page, number: string): Promise<void> {
  if ((await page.locator('pay-dialog').count()) === 0) await openDialog(page);
  await page.waitForFunction(() =>
    /ready|refused/.test(document.querySelector('pay-button')?.state ?? ''),
  );
  const fields = [
    ['card number', 'cardnumber', number],
    ['expiration date', 'exp-date', '12/34'],
    ['CVC', 'cvc', '123'],
  ] as const;
  for (const [title, name, value] of fields) {
    const frame = page.frameLocator(`iframe[title="Secure ${title} input frame"]`);
    await frame.locator(`input[name=${name}]`).fill(value);
  }
  await page.locator('pay-dialog').locator('.pay').click();
}

/** The bank's question: on a page of its own, or in a frame above the shop's. */
function bank(page: Page, way: Way) {
  return way === 'fetch' ? page.frameLocator('iframe[title^="Secure 3D"]') : page;
}

/** The customer reads why this card did not pay, and is where another one can be tried. */
async function refused(page: Page, way: Way, reason: RegExp): Promise<void> {
  if (way === 'fetch') return dialogSays(page, reason);
  await page.getByRole('heading', {name: 'Not paid'}).waitFor();
  assert.match(await page.locator('body').innerText(), reason);
  await page.getByRole('link', {name: 'Try again'}).click();
}

async function dialogSays(page: Page, words: RegExp): Promise<void> {
  await page.locator('pay-dialog').getByText(words).first().waitFor();
}

async function thanks(page: Page): Promise<void> {
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();
}
