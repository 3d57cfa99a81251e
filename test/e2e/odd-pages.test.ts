import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {servePage} from './page.js';
import {cards, closeBrowser, openDialog, openPage, openSandbox, enterCard} from './stage.js';

after(closeBrowser);

const button = `<pay-button data-key="pk_test_sandbox" data-amount="999" data-currency="jpy"></pay-button>`;

test('16. a form with fields named submit and action submits to the right place, with one token', async t => {
  const {origin, posts} = await servePage(
    t,
    await openSandbox(t),
    `<form method="post" action="/charge?shop=1">
       <input name="submit" value="a"><input name="action" value="/elsewhere">
       <input type="hidden" name="stripe_token" value="tok_spent">
       ${button}
     </form>`,
  );
  const {page} = await openPage(t);
  await page.goto(origin);
  await openDialog(page);
  await enterCard(page, cards.good);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: 'Thanks'}).waitFor();

  assert.equal(posts.length, 1);
  assert.equal(posts[0]?.path, '/charge?shop=1');
  const names = [...posts[0].fields.keys()];
  assert.deepEqual(names, ['submit', 'action', 'stripe_token', 'stripe_token_type']);
  assert.match(posts[0].fields.get('stripe_token') ?? '', /^tok_(?!spent)/);
});

test('30. in a form that gets, the button says that it is not set up, and the console says why', async t => {
  const form = `<form method="get">${button}</form>`;
  const {origin, posts} = await servePage(t, await openSandbox(t), form);
  const {page, complaints} = await openPage(t);
  await page.goto(origin);
  const inner = page.getByRole('button', {name: 'Payment is not set up'});
  await inner.waitFor();
  assert.ok(await inner.isDisabled());
  assert.equal(complaints.length, 1);
  assert.match(complaints[0] ?? '', /method="post"/);
  await page.locator('pay-button').click({force: true});
  assert.equal(await page.locator('pay-dialog').count(), 0);
  assert.equal(page.url(), `${origin}/`);
  assert.deepEqual(posts, []);
});

test('30. a form without a method and without a script is warned of, and stopped when the customer pays', async t => {
  const {origin, posts} = await servePage(t, await openSandbox(t), `<form>${button}</form>`);
  const {page, complaints} = await openPage(t);
  const warned = page.waitForEvent('console', message => message.type() === 'warning');
  await page.goto(origin);
  assert.match((await warned).text(), /no method.*method="post"/);
  await openDialog(page);
  await enterCard(page, cards.good);
  await page.keyboard.press('Enter');
  const message = page.locator('pay-dialog').locator('#form-message');
  await message.waitFor();
  assert.match(await message.innerText(), /not set up correctly\. Nothing was charged/);
  assert.match(complaints.join(), /no method.*method="post"/);
  assert.equal(page.url(), `${origin}/`);
  assert.equal(await page.locator('[name=stripe_token]').count(), 0);
  assert.deepEqual(posts, []);
});

test('29. without a form, event and promise carry the token, and the page stays', async t => {
  const {origin, posts} = await servePage(t, await openSandbox(t), button);
  const {page} = await openPage(t);
  await page.goto(origin);
  await page.waitForFunction(() => customElements.get('pay-button'));
  const result = page.evaluate(async () => {
    const element = document.querySelector('pay-button')!;
    const heard = new Promise<string>(resolve => {
      document.addEventListener('pay-token', event => resolve(event.payment.product.id));
    });
    return [await element.open(), await heard] as const;
  });
  await enterCard(page, cards.good);
  await page.keyboard.press('Enter');
  const [promised, heard] = await result;
  assert.match(heard, /^tok_/);
  assert.ok('handled' in promised && promised.handled.product.id === heard);
  await page.locator('pay-dialog').waitFor({state: 'detached'});
  assert.equal(page.url(), `${origin}/`);
  assert.deepEqual(posts, []);
});

test('a wrong card number is said at the field, and nothing is submitted until it is right', async t => {
  const {origin, posts} = await servePage(
    t,
    await openSandbox(t),
    `<form method="post">${button}</form>`,
  );
  const {page} = await openPage(t);
  await page.goto(origin);
  await openDialog(page);
  await enterCard(page, '4242424242424241');
  await page.keyboard.press('Enter');
  const message = page.locator('pay-dialog').locator('#number-message');
  await message.waitFor();
  assert.match(await message.innerText(), /typo/);
  assert.deepEqual(posts, []);

  const number = page
    .frameLocator('iframe[title="Secure card number input frame"]')
    .locator('input[name=cardnumber]');
  await number.fill(cards.good);
  await message.waitFor({state: 'detached'});
  await number.press('Enter');
  await page.getByRole('heading', {name: 'Thanks'}).waitFor();
  assert.equal(posts.length, 1);
});

test('41. a card that Stripe refuses to tokenize is said at the field, and can be replaced', async t => {
  const {origin, posts} = await servePage(
    t,
    await openSandbox(t),
    `<form method="post">${button}</form>`,
  );
  const {page} = await openPage(t);
  await page.route(
    /\/v1\/tokens$/,
    route =>
      route.fulfill({
        status: 402,
        json: {error: {type: 'card_error', code: 'incorrect_cvc', message: 'In Stripe’s words.'}},
      }),
    {times: 1},
  );
  await page.goto(origin);
  await openDialog(page);
  await enterCard(page, cards.good);
  await page.keyboard.press('Enter');
  const message = page.locator('pay-dialog').locator('#cvc-message');
  await message.waitFor();
  assert.match(await message.innerText(), /security code is wrong/);
  assert.deepEqual(posts, []);
  await page
    .frameLocator('iframe[title="Secure CVC input frame"]')
    .locator('input[name=cvc]')
    .press('Enter');
  await page.getByRole('heading', {name: 'Thanks'}).waitFor();
  assert.equal(posts.length, 1);
});

test('45. Escape closes from inside a card frame, and the focus goes back to the button', async t => {
  const {origin} = await servePage(t, await openSandbox(t), `<form method="post">${button}</form>`);
  const {page} = await openPage(t);
  await page.goto(origin);
  await openDialog(page);
  await enterCard(page, cards.good);
  await page.keyboard.press('Escape');
  await page.locator('pay-dialog').waitFor({state: 'detached'});
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'pay-button');
  await page.waitForFunction(() => document.hasFocus());
  await page.keyboard.press('Enter');
  await page.locator('pay-dialog').waitFor({state: 'attached'});
});

test('47. a double click opens one dialog and makes one token', async t => {
  const {origin, posts} = await servePage(
    t,
    await openSandbox(t),
    `<form method="post">${button}</form>`,
  );
  const {page} = await openPage(t);
  let tokens = 0;
  page.on('request', request => {
    if (request.url().endsWith('/v1/tokens')) tokens++;
  });
  await page.goto(origin);
  await page.locator('pay-button').dblclick();
  assert.equal(await page.locator('pay-dialog').count(), 1);
  await enterCard(page, cards.good);
  await page.locator('pay-dialog').locator('.pay').dblclick();
  await page.getByRole('heading', {name: 'Thanks'}).waitFor();
  assert.equal(tokens, 1);
  assert.equal(posts.length, 1);
});

test('47. a touch and a click make one token', async t => {
  const {origin, posts} = await servePage(
    t,
    await openSandbox(t),
    `<form method="post">${button}</form>`,
  );
  const {page} = await openPage(t, {hasTouch: true});
  let tokens = 0;
  page.on('request', request => {
    if (request.url().endsWith('/v1/tokens')) tokens++;
  });
  await page.goto(origin);
  await openDialog(page);
  await enterCard(page, cards.good);
  const {x, y} = (await page.locator('pay-dialog').locator('.pay').boundingBox())!;
  await Promise.all([page.touchscreen.tap(x + 20, y + 20), page.mouse.click(x + 20, y + 20)]);
  await page.getByRole('heading', {name: 'Thanks'}).waitFor();
  assert.equal(tokens, 1);
  assert.equal(posts.length, 1);
});
