import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, test, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {optionAttributes} from '../../src/checkout/options.js';
import {locales} from '../../src/locales/locale.js';
import {servePage} from './page.js';
import {cards, closeBrowser, openPage, openShop, enterCard} from './stage.js';

after(closeBrowser);

async function openPlayground(t: TestContext, query = '') {
  const shop = await openShop(t);
  const {page, complaints} = await openPage(t);
  await visit(page, `${shop.origin}/playground${query}`);
  return {shop, page, complaints};
}

/** Opens a playground, and waits until the button is one. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('pay-button').getByRole('button').waitFor();
}

/** Goes on by Tab until this control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const isThere = () =>
    page.evaluate(name => document.activeElement?.matches(`[name="${name}"], ${name}`), name);
  for (let step = 0; step < 80 && !(await isThere().catch(() => false)); step++) {
    await page.keyboard.press('Tab');
  }
  assert.ok(await isThere(), `Tab did not get to ${name}`);
}

/** Whatever the page says: attributes in the order of their names, and the properties that are set. */
function buttonIn(page: Page) {
  return page.evaluate(() => {
    const button = document.querySelector('pay-button')!;
    const style = getComputedStyle(button);
    const attributes = [...button.attributes].filter(({name}) => name !== 'style');
    return {
      attributes: attributes.map(({name, value}) => `${name}=${value}`).sort(),
      accent: style.getPropertyValue('--pay-accent').trim(),
      font: style.getPropertyValue('--pay-font').trim(),
      text: button.shadowRoot?.querySelector('button')?.textContent?.trim(),
    };
  });
}

/** Waits for the words on the button: a language's come later. */
async function labelled(page: Page, text: string | undefined): Promise<void> {
  await page.waitForFunction(
    text => document.querySelector('pay-button')?.shadowRoot?.textContent?.trim() === text,
    text,
  );
}

test('there is a control for every attribute, language and property', async t => {
  const {page} = await openPlayground(t);
  const names = await page
    .locator('.controls [name]')
    .evaluateAll(fields => fields.map(field => field.getAttribute('name')));
  for (const name of optionAttributes) assert.ok(names.includes(name), name);
  const offered = await page
    .locator('[name=data-locale] option')
    .evaluateAll(options => options.map(option => option.getAttribute('value')));
  for (const locale of locales) assert.ok(offered.includes(locale), locale);

  const folder = new URL('../../src/elements/', import.meta.url);
  const styles = readdirSync(folder).filter(file => file.endsWith('.styles.ts'));
  const used = styles.flatMap(
    file => readFileSync(new URL(file, folder), 'utf8').match(/var\(--pay-[\w-]+/g) ?? [],
  );
  assert.ok(used.length > 0);
  for (const property of used) assert.ok(names.includes(property.slice(4)), property);
});

test('the keyboard alone changes amount, language and theme, and opens the dialog that has them', async t => {
  const {page, complaints} = await openPlayground(t);
  await tabTo(page, 'data-amount');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('123456');
  await tabTo(page, 'data-locale');
  await page.keyboard.type('German');
  await tabTo(page, 'data-theme');
  await page.keyboard.type('Dark');
  await tabTo(page, '--pay-accent');
  await page.keyboard.type('#0a7a43');
  await tabTo(page, 'pay-button');
  await labelled(page, 'Mit Karte zahlen');
  await page.keyboard.press('Enter');

  const dialog = page.locator('pay-dialog').locator('dialog');
  await dialog.waitFor();
  await page.waitForFunction(() => document.querySelector('pay-button')?.state === 'ready');
  assert.equal(await dialog.getAttribute('lang'), 'de');
  assert.match((await dialog.getAttribute('class')) ?? '', /\bdark\b/);
  const pay = dialog.locator('.pay');
  assert.match(await pay.innerText(), /123\.456/);
  const background = await pay.evaluate(element => getComputedStyle(element).backgroundColor);
  assert.equal(background, 'rgb(10, 122, 67)');
  await page.keyboard.press('Escape');
  const entries = page.locator('#events li');
  await entries.filter({hasText: 'pay-close'}).waitFor();
  assert.deepEqual(await entries.allInnerTexts(), [
    'pay-close reason: escape',
    'pay-opened',
    'pay-open',
  ]);
  assert.deepEqual(complaints, []);
});

test('an address brings everything back, and Back undoes a change', async t => {
  const {shop, page, complaints} = await openPlayground(t);
  const fresh = await buttonIn(page);
  await page.locator('[name=data-amount]').fill('1290');
  await page.locator('[name=data-currency]').fill('eur');
  await page.locator('[name=data-email]').uncheck();
  await page.locator('[name=lang]').selectOption('fr');
  await page.locator('[name="--pay-font"]').fill('"Noto Sans", serif');
  await page.locator('[name="--pay-font"]').blur();
  await labelled(page, 'Payer par carte');
  const changed = await buttonIn(page);
  assert.equal(changed.font, '"Noto Sans", serif');

  const {page: other} = await openPage(t);
  await visit(other, page.url());
  await labelled(other, changed.text);
  assert.deepEqual(await buttonIn(other), changed);

  for (let step = 0; step < 5; step++) await page.goBack();
  assert.equal(page.url(), `${shop.origin}/playground`);
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  assert.deepEqual(await buttonIn(page), fresh);
  assert.deepEqual(complaints, []);
});

test('the HTML makes the same button on another page, whatever was typed', async t => {
  const query = new URLSearchParams({
    'data-name': '</textarea><script>alert(1)</script> "A" & B',
    'data-label': '<b>Pay</b>',
    '--pay-accent': '#0a7a43',
    '--pay-surface': 'red}</style><script>alert(2)</script>',
    '--pay-line': 'url(https://example.com/)',
    'data-auto-submit': 'false',
  });
  const {shop, page, complaints} = await openPlayground(t, `?${query}`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', {name: 'Copy'}).press('Enter');
  await page.getByRole('status').filter({hasText: 'Copied'}).waitFor();
  const html = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(html, await page.getByLabel('HTML').inputValue());
  assert.doesNotMatch(html, /<script|url\(|surface/);
  assert.equal(await page.locator('[name="--pay-surface"]').getAttribute('aria-invalid'), 'true');
  assert.deepEqual(complaints, []);

  const {origin} = await servePage(t, shop.sandbox, html);
  const {page: other, complaints: others} = await openPage(t);
  await visit(other, origin);
  assert.deepEqual(await buttonIn(other), await buttonIn(page));
  assert.deepEqual(
    others.filter(each => !each.includes('404')),
    [],
  );
});

test('where there is no clipboard, the HTML is selected instead', async t => {
  const {origin} = await openShop(t);
  const {page} = await openPage(t);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {value: undefined});
  });
  await visit(page, `${origin}/playground`);
  await page.getByRole('button', {name: 'Copy'}).press('Enter');
  await page.getByRole('status').filter({hasText: 'selected'}).waitFor();
  const selected = await page.getByLabel('HTML').evaluate((area: HTMLTextAreaElement) => {
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  assert.match(selected, /^<form[^]*<\/form>\n$/);
});

test('what is posted is shown, and leads back to the same settings', async t => {
  const {page, complaints} = await openPlayground(t, '?data-email=false&data-field=my_token');
  const address = page.url();
  await page.locator('pay-button').click();
  await enterCard(page, cards.good);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: 'What was posted'}).waitFor();
  assert.match(await page.locator('main').innerText(), /my_token\s+tok_\w+/);
  await page.getByRole('link', {name: 'Back to the playground'}).click();
  await page.waitForURL(address);
  assert.ok((await buttonIn(page)).attributes.includes('data-field=my_token'));
  assert.deepEqual(complaints, []);
});

test('a key stays out of the address', async t => {
  const {page} = await openPlayground(t);
  await page.locator('[name=data-key]').fill('sk_test_pasted');
  await page.locator('[name=data-name]').fill('Shop');
  await page.locator('[name=data-name]').blur();
  assert.equal(new URL(page.url()).search, '?data-name=Shop');
});

for (const width of [320, 1280]) {
  test(`at ${width} px nothing has to be scrolled sideways, and the sticky button covers no focus`, async t => {
    const {page} = await openPlayground(t);
    await page.setViewportSize({width, height: 640});
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(scroll <= width, `${scroll}`);
    const count = await page.locator('.controls [name]').count();
    for (let step = 0; step < count; step++) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const stage = document.querySelector('.stage')!.getBoundingClientRect();
        const focus = document.activeElement!.getBoundingClientRect();
        const isInStage = document.activeElement!.closest('.stage, .output') !== null;
        const isBeside = focus.right <= stage.left || focus.bottom <= stage.top;
        return !isInStage && !isBeside && document.activeElement!.id;
      });
      assert.equal(covered, false);
    }
  });
}
