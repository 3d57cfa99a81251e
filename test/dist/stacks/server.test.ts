import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import * as esbuild from 'esbuild';
import type {Browser, Page} from 'playwright-core';
import type {PayButton} from '../../../src/elements/pay-button.js';
import {launchChromium} from '../../engines/launch-chromium.js';
import {deferred} from '../../helpers/deferred.js';
import {Consumer} from './consumer.js';

const origin = 'https://shop.example';
const hydration = `import '@lit-labs/ssr-client/lit-element-hydrate-support.js';`;

let shop: Consumer;
let browser: Browser;
before(async () => {
  shop = new Consumer();
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  shop.remove();
});

/** What Lit's server makes of a template with these attributes and this in the tag. */
function drawn(attributes: string, content = ''): string {
  return drawnBy(`import 'pay-button';`, `<pay-button ${attributes}>${content}</pay-button>`);
}

/** What Lit's server makes of this, with what a module defines. */
function drawnBy(module: string, markup: string): string {
  shop.write('elements.js', module);
  return shop.run(`
    import {render} from '@lit-labs/ssr';
    import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
    import {html} from 'lit';
    import './elements.js';
    console.error = () => {};
    console.log(await collectResult(render(html\`${markup}\`)));
  `);
}

function bundled(code: string): string {
  const entryPoints = [shop.write('entry.js', code)];
  const {outputFiles} = esbuild.buildSync({
    entryPoints,
    bundle: true,
    format: 'iife',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

const scripts: Readonly<Record<string, () => string>> = {
  'the script tag': () =>
    readFileSync(`${shop.folder}/node_modules/pay-button/dist/pay-button.js`, 'utf8'),
  'a bundle': () => bundled(`import 'pay-button';`),
  'a bundle that takes over what is there': () => bundled(`${hydration} import 'pay-button';`),
};

const shown = 'data-key="pk_test_1" data-amount="999" data-currency="jpy"';

/** A page that the server has drawn, and what went wrong on it. Without a script, nothing runs there. */
async function visit(
  body: string,
  script?: string | Promise<string>,
): Promise<{page: Page; faults: string[]}> {
  const page = await browser.newPage({javaScriptEnabled: script !== undefined});
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><form method="post">${body}</form>`;
  await page.route('**/*', async route => {
    const {pathname, origin: asked} = new URL(route.request().url());
    if (asked !== origin) return route.abort();
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: html});
    return route.fulfill({contentType: 'text/javascript', body: await script});
  });
  await page.goto(origin, {waitUntil: 'domcontentloaded'});
  return {page, faults};
}

test('the server draws a button with its label, in a declarative shadow root', () => {
  const html = drawn(shown);
  assert.match(html, /<template [^>]*shadowrootmode="open"[^>]*shadowrootdelegatesfocus/);
  const [, attributes, label] = /<button([^>]*)>([^]*?)<\/button>/.exec(html) ?? [];
  assert.doesNotMatch(attributes ?? 'disabled', /disabled/);
  assert.equal(label?.replaceAll(/<!--.*?-->/g, '').trim(), 'Pay with Card');
});

test('its own label, escaped; disabled', () => {
  const html = drawn(`${shown} data-label="<b>Pay" data-locale="auto" disabled`);
  assert.match(html, /&lt;b&gt;Pay/);
  assert.match(html, /<button[^>]*\sdisabled/);
});

test('a language is for the browser to load: its name goes there', () => {
  const html = drawn(`${shown} data-locale="ja"`);
  assert.match(html, /<pay-button [^>]*data-locale="ja"/);
  assert.match(html, /Pay with Card/);
});

test('a secret key is not sent to anybody, and the button says that it is not set up', () => {
  const html = drawn('data-key="sk_test_1" data-amount="999"');
  assert.doesNotMatch(html, /sk_test_1/);
  assert.match(html, /Payment is not set up/);
});

test('it is seen and has the focus before any script has run', async () => {
  const {page} = await visit(drawn(shown));
  const button = page.getByRole('button', {name: 'Pay with Card'});
  assert.equal(await button.count(), 1);
  assert.ok((await button.boundingBox())!.height >= 44);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator('pay-button button:focus').count(), 1);
  await page.close();
});

test('without any script, a click shows what lies in the tag, until it is closed', async () => {
  const {page} = await visit(drawn(shown, '<a href="/pay">Pay on our payment page</a>'));
  const link = page.getByRole('link', {name: 'Pay on our payment page'});
  assert.equal(await link.count(), 0);
  await page.getByRole('button', {name: 'Pay with Card'}).click();
  await link.waitFor();
  // Nothing is on its way.
  assert.equal(await page.getByRole('progressbar').count(), 0);
  await page.keyboard.press('Escape');
  assert.equal(await link.count(), 0);
  await page.close();
});

for (const [name, text] of Object.entries(scripts)) {
  test(`${name} makes it pay: one button, in the same place, that opens the dialog`, async () => {
    const html = drawn(shown);
    const still = await visit(html);
    const place = await still.page.getByRole('button').boundingBox();
    await still.page.close();

    const {page, faults} = await visit(`${html}<script src="/pay.js"></script>`, text());
    const button = page.getByRole('button', {name: 'Pay with Card'});
    await page
      .locator('pay-button:defined')
      .evaluate(element => (element as PayButton).updateComplete);
    assert.equal(await page.getByRole('button').count(), 1);
    assert.deepEqual(await button.boundingBox(), place);
    await button.click();
    await page.getByRole('dialog').waitFor();
    assert.deepEqual(faults, []);
    await page.close();
  });

  test(`a click before ${name} has come opens the dialog once it has`, async () => {
    const script = deferred<string>();
    const html = `${drawn(shown)}<script async src="/pay.js"></script>`;
    const {page, faults} = await visit(html, script.promise);
    // The second click is an impatient customer's.
    await page.getByRole('button').dblclick();
    await page.getByRole('progressbar').waitFor();
    script.resolve(text());
    await page.locator('pay-dialog').getByRole('dialog').waitFor();
    assert.equal(await page.getByRole('progressbar').count(), 0);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test(`a click that was taken back before ${name} has come opens nothing`, async () => {
    const script = deferred<string>();
    const html = `${drawn(shown)}<script async src="/pay.js"></script>`;
    const {page, faults} = await visit(html, script.promise);
    await page.getByRole('button').click();
    await page.getByRole('progressbar').waitFor();
    await page.keyboard.press('Escape');
    script.resolve(text());
    await page
      .locator('pay-button:defined')
      .evaluate(element => (element as PayButton).updateComplete);
    assert.equal(await page.locator('pay-dialog').count(), 0);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

test('a button inside of an element that is taken over is taken over with it', async () => {
  const element = `
    import {html, LitElement} from 'lit';
    import 'pay-button';
    customElements.define('my-cart', class extends LitElement {
      render() { return html\`<pay-button ${shown}></pay-button>\`; }
    });`;
  const html = drawnBy(element, '<my-cart></my-cart>');
  const script = bundled(hydration + element);
  const {page, faults} = await visit(`${html}<script src="/pay.js"></script>`, script);
  await page.getByRole('button', {name: 'Pay with Card'}).click();
  await page.locator('pay-dialog').getByRole('dialog').waitFor();
  assert.deepEqual(faults, []);
  await page.close();
});

test('the page’s own code in the same script is asked before a kept click opens anything', async () => {
  const script = deferred<string>();
  const html = `${drawn(shown)}<script async src="/pay.js"></script>`;
  const {page, faults} = await visit(html, script.promise);
  await page.getByRole('button').click();
  await page.getByRole('progressbar').waitFor();
  const asked = page.waitForEvent('console', message => message.text() === 'asked');
  script.resolve(
    bundled(`import 'pay-button';
      addEventListener('pay-open', event => { event.preventDefault(); console.log('asked'); });`),
  );
  await asked;
  assert.equal(await page.locator('pay-dialog').count(), 0);
  assert.deepEqual(faults, []);
  await page.close();
});

test('a browser without popovers, on a page that allows no inline styles, opens nothing by itself', async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="style-src 'self'">`;
  const html = drawn(shown).replace(' popover ', ' ');
  const text = scripts['the script tag']?.();
  const {page} = await visit(`${policy}${html}<script src="/pay.js"></script>`, text);
  await page
    .locator('pay-button:defined')
    .evaluate(element => (element as PayButton).updateComplete);
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve)));
  assert.equal(await page.locator('pay-dialog').count(), 0);
  await page.close();
});
