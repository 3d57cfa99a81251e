import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, test, type TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import type {Sandbox} from 'pay-button/sandbox';
import {deferred} from '../helpers/deferred.js';
import {cards, closeBrowser, listen, openPage, openSandbox, enterCard} from './stage.js';

after(closeBrowser);

const widget = readFileSync(new URL('../../dist/pay-button.js', import.meta.url));

/** What the README gives against layout shift. */
const reserving = (() => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  return /^pay-button:not\(:defined\) \{[^}]*\}/m.exec(readme)?.[0] ?? '';
})();

/** What lies in the button: a way to pay without the script, or a button of the merchant's own. */
const link = '<a href="/hosted">Pay on our payment page</a>';
const trigger = '<button slot="button" type="button">Buy it</button>';

/** A merchant's page whose script comes when the test says so. */
async function serve(t: TestContext, sandbox: Sandbox, inside: string, css = reserving) {
  const script = deferred<void>();
  const origin = await listen(t, (request, response) => {
    if (request.url === '/pay-button.js') {
      void script.promise.then(() => {
        response.setHeader('content-type', 'text/javascript').end(widget);
      });
      return;
    }
    response.setHeader('content-type', 'text/html');
    if (request.url === '/hosted') {
      response.end('<!doctype html><title>Hosted</title><h1>Our payment page</h1>');
      return;
    }
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
      <style>${css} [slot=button] { min-block-size: 44px }</style>
      <script src="${sandbox.origin}/endive/stripe.js" async></script>
      <script src="/pay-button.js" async></script>
      <body>
        <h1>A widget</h1>
        <form method="post" action="/charge">
          <p>Before it. <pay-button data-key="pk_test_sandbox" data-amount="999"
            data-email>${inside}</pay-button></p>
          <p>After it.</p>
        </form>
        <p>At the end.</p>`);
  });
  return {origin, sendScript: () => script.resolve()};
}

/** Has the page count how far its layout shifts, from its first paint. */
async function countShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = {sum: 0, painted: false};
    Object.assign(window, {counted});
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) counted.sum += (entry as {value?: number}).value ?? 0;
    }).observe({type: 'layout-shift', buffered: true});
    new PerformanceObserver(() => (counted.painted = true)).observe({
      type: 'paint',
      buffered: true,
    });
  });
  return () =>
    page.evaluate(async () => {
      // Shifts are counted when a frame has been drawn.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return (window as unknown as {counted: {sum: number}}).counted.sum;
    });
}

async function painted(page: Page): Promise<void> {
  await page.waitForFunction(
    () => (window as unknown as {counted: {painted: boolean}}).counted.painted,
  );
}

/** Opens the page, lets the script come after the first paint, and gives the sum of all shifts. */
async function shiftOf(t: TestContext, page: Page, inside: string, css?: string): Promise<number> {
  const {origin, sendScript} = await serve(t, await openSandbox(t), inside, css);
  const shift = await countShifts(page);
  await page.goto(origin, {waitUntil: 'commit'});
  await painted(page);
  assert.equal(await page.evaluate(() => customElements.get('pay-button')), undefined);
  sendScript();
  await page.waitForFunction(() => document.querySelector('pay-button')?.matches(':defined'));
  await page.locator('pay-button').getByRole('button').waitFor();
  return shift();
}

test('without JavaScript the link in the button shows and works', async t => {
  const {origin, sendScript} = await serve(t, await openSandbox(t), link);
  sendScript();
  const {page} = await openPage(t, {javaScriptEnabled: false});
  await page.goto(origin);
  await page.getByRole('link', {name: 'Pay on our payment page'}).click();
  await page.getByRole('heading', {name: 'Our payment page'}).waitFor();
});

test('once the script has come, the button has taken the link’s place, and nothing has shifted', async t => {
  const {page, complaints} = await openPage(t);
  assert.equal(await shiftOf(t, page, link), 0);
  assert.equal(await page.getByRole('link').isVisible(), false);
  assert.equal(await page.getByRole('button', {name: 'Pay with Card'}).isVisible(), true);
  assert.deepEqual(complaints, []);
});

test('neither does an empty button shift anything', async t => {
  const {page} = await openPage(t);
  assert.equal(await shiftOf(t, page, ''), 0);
});

test('a place that is not reserved would shift: the measure works', async t => {
  const {page} = await openPage(t);
  assert.ok((await shiftOf(t, page, link, '')) > 0);
});

test('a button of the merchant’s own is there before the script, and opens the dialog after it', async t => {
  const {page, complaints} = await openPage(t);
  const {origin, sendScript} = await serve(t, await openSandbox(t), trigger);
  const shift = await countShifts(page);
  await page.goto(origin, {waitUntil: 'commit'});
  await painted(page);
  const own = page.getByRole('button', {name: 'Buy it'});
  assert.equal(await own.isVisible(), true);
  sendScript();
  await page.waitForFunction(() => document.querySelector('pay-button')?.matches(':defined'));
  assert.equal(await shift(), 0);
  await own.click();
  await page.locator('pay-dialog').getByRole('dialog').waitFor();
  assert.deepEqual(complaints, []);
});

/** Where everything in the dialog lies, by what it is. */
function boxes(page: Page) {
  return page.evaluate(() => {
    const dialog = document.querySelector('pay-dialog')!.shadowRoot!.querySelector('dialog')!;
    return [dialog, ...dialog.querySelectorAll('h2, label, .box, .pay, .foot, .test')].map(part => {
      const {x, y, width, height} = part.getBoundingClientRect();
      return `${part.className || part.localName}: ${x} ${y} ${width} ${height}`.replace(
        /opening|ready/,
        'stage',
      );
    });
  });
}

test('nothing in the dialog moves from its opening until its fields are ready and filled', async t => {
  const sandbox = await openSandbox(t);
  const {origin, sendScript} = await serve(t, sandbox, '');
  sendScript();
  const {page} = await openPage(t);
  await page.goto(origin);
  sandbox.control.fault({path: '/frames/*', kind: 'latency'});
  await page.locator('pay-button').click();
  await page.locator('pay-dialog').getByRole('dialog').waitFor();
  const opening = await boxes(page);
  assert.equal(await page.evaluate(() => document.querySelector('pay-button')?.state), 'opening');

  sandbox.control.clear();
  await page.waitForFunction(() => document.querySelector('pay-button')?.state === 'ready');
  assert.deepEqual(await boxes(page), opening);

  await page.getByLabel('Email').fill('ada@example.com');
  await page.keyboard.press('Tab');
  await enterCard(page, cards.good);
  assert.deepEqual(await boxes(page), opening);
});
