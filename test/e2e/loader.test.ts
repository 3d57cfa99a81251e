import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import type {Sandbox} from 'pay-button/sandbox';
import {deferred} from '../helpers/deferred.js';
import {passTo} from './pass-to.js';
import {
  cards,
  closeBrowser,
  openCheckout,
  openDialog,
  openPage,
  openShop,
  payWith,
  type Shop,
} from './stage.js';

after(closeBrowser);

const stripeJs = 'https://js.stripe.com/**';

/** The shop as it is with real keys: the page loads no Stripe.js, the button does. */
function openShopWithoutScript(t: Parameters<typeof openShop>[0]): Promise<Shop> {
  return openShop(t, provider => ({
    ...provider,
    stripeJs: {
      scripts: ['https://js.stripe.com'],
      frames: provider.stripeJs.frames,
      calls: [],
    },
  }));
}

/** Stripe's address is answered by the sandbox, at the browser's network. */
async function answerFrom(sandbox: Sandbox, page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route(stripeJs, async route => {
    const {pathname} = new URL(route.request().url());
    asked.push(route.request().url());
    await passTo(route, sandbox.origin + pathname);
  });
  return asked;
}

/** What a customer does before the click, and what the tag says of it. */
const intents: Readonly<Record<string, (button: Locator) => Promise<unknown>>> = {
  'the pointer comes': button => button.hover(),
  'the focus comes': button => button.focus(),
  'the page says so': button =>
    button.evaluate(element => element.setAttribute('data-preload', 'page')),
};

for (const [when, intend] of Object.entries(intents)) {
  test(`Stripe.js is loaded from Stripe, once and not before ${when}`, async t => {
    const {origin, sandbox, stripe} = await openShopWithoutScript(t);
    const {page, complaints} = await openPage(t);
    const asked = await answerFrom(sandbox, page);

    await page.goto(origin);
    await page.getByRole('button', {name: /^Buy/}).first().click();
    const button = page.locator('pay-button');
    await button.waitFor();
    assert.deepEqual(asked, []);
    assert.equal(await page.evaluate(() => 'Stripe' in window), false);

    const loaded = page.waitForResponse(stripeJs);
    await intend(button);
    await loaded;
    await openDialog(page);
    await payWith(page, cards.good);
    await page.getByRole('heading', {name: 'Thank you'}).waitFor();
    assert.deepEqual(asked, ['https://js.stripe.com/endive/stripe.js']);
    assert.equal((await stripe.charges.list()).data.length, 1);
    assert.deepEqual(complaints, []);
  });
}

/** What comes in the place of Stripe.js. */
const failures: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  '38. when Stripe.js cannot be reached': page =>
    page.route(stripeJs, route => route.abort('internetdisconnected')),
  '38. when Stripe.js is not there': page =>
    page.route(stripeJs, route => route.fulfill({status: 404, body: 'Not found'})),
  '39. when what comes is not Stripe.js': page =>
    page.route(stripeJs, route => route.fulfill({contentType: 'text/javascript', body: ';'})),
};

for (const [when, fail] of Object.entries(failures)) {
  test(`${when}, the customer is told and can try again without a reload`, async t => {
    const {origin, sandbox} = await openShopWithoutScript(t);
    const {page} = await openPage(t);
    await fail(page);

    await openCheckout(page, origin);
    const dialog = page.locator('pay-dialog');
    const tryAgain = dialog.getByRole('button', {name: 'Try again'});
    await tryAgain.waitFor();
    assert.match(await dialog.locator('#form-message').innerText(), /No connection/);
    // As often as it takes.
    await tryAgain.click();
    await tryAgain.waitFor();

    await page.unroute(stripeJs);
    await answerFrom(sandbox, page);
    await tryAgain.click();
    await payWith(page, cards.good);
    await page.getByRole('heading', {name: 'Thank you'}).waitFor();
  });
}

test('38. when Stripe.js does not answer, the customer is told within ten seconds', async t => {
  const {origin, sandbox} = await openShopWithoutScript(t);
  const {page} = await openPage(t);
  await page.clock.install();
  const hung = deferred();
  t.after(() => hung.resolve());
  await page.route(stripeJs, () => hung.promise);

  await openCheckout(page, origin);
  await page.clock.runFor(9_999);
  const tryAgain = page.locator('pay-dialog').getByRole('button', {name: 'Try again'});
  await tryAgain.waitFor();

  await page.unroute(stripeJs);
  await answerFrom(sandbox, page);
  await tryAgain.click();
  await payWith(page, cards.good);
  await page.getByRole('heading', {name: 'Thank you'}).waitFor();
});

test('40. when the card’s frames never come, the customer is told within ten seconds', async t => {
  const {origin} = await openShop(t);
  const {page} = await openPage(t);
  await page.clock.install();
  const hung = deferred();
  t.after(() => hung.resolve());
  await page.route(/\/frames\//, () => hung.promise);

  await openCheckout(page, origin);
  await page.clock.runFor(9_999);
  await page.locator('pay-dialog').getByRole('button', {name: 'Try again'}).waitFor();
});
