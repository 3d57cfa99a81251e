import assert from 'node:assert/strict';
import {describe, test, type TestContext} from 'node:test';
import type {CDPSession, Page} from 'playwright-core';
import {launchChromium} from '../engines/launch-chromium.js';
import {servePage} from './page.js';
import {openSandbox} from './stage.js';

const times = 1000;
const warmUp = 100;

const form = `<main><form method="post" action="/charge">
    <pay-button data-key="pk_test_sandbox" data-amount="999"></pay-button>
  </form></main>`;

async function openSoakPage(t: TestContext): Promise<Page> {
  const {origin} = await servePage(t, await openSandbox(t), form);
  // What V8 compiles while it learns which code is hot counts as heap, and would hide a small leak.
  const browser = await launchChromium('--js-flags=--jitless');
  t.after(() => browser.close());
  // Little to paint.
  const page = await browser.newPage({
    viewport: {width: 320, height: 240},
    reducedMotion: 'reduce',
  });
  await page.goto(origin);
  await page.waitForFunction(() => customElements.get('pay-button'));
  return page;
}

/**
 * Opens and closes in the page, where it is quicker. Most are closed while the fields are loading: three frames
 * each time would take two minutes. Every tenth is waited for.
 */
function openAndClose(page: Page, times: number): Promise<void> {
  return page.evaluate(async times => {
    const button = document.querySelector('pay-button')!;
    for (let time = 0; time < times; time++) {
      const opened = new Promise(resolve => {
        button.addEventListener('pay-opened', resolve, {once: true});
      });
      const result = button.open();
      await opened;
      const {checkout} = document.querySelector('pay-dialog')!;
      while (time % 10 === 0 && checkout.state.name !== 'ready') {
        await new Promise(resolve => {
          checkout.addEventListener('change', resolve, {once: true});
        });
      }
      button.close();
      await result;
    }
  }, times);
}

function mountAndUnmount(page: Page, times: number): Promise<void> {
  return page.evaluate(async times => {
    const form = document.querySelector('form')!;
    for (let time = 0; time < times; time++) {
      const mounted = form.cloneNode(true) as HTMLFormElement;
      document.querySelector('main')!.append(mounted);
      await mounted.querySelector('pay-button')!.updateComplete;
      mounted.remove();
    }
  }, times);
}

/** What there is in the page, once nothing is left of what nobody holds. */
async function measure(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  // What the first one finalizes is collected by the second one.
  await session.send('HeapProfiler.collectGarbage');
  const counters = await session.send('Memory.getDOMCounters');
  const {metrics} = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find(metric => metric.name === name)?.value ?? NaN;
  const {result} = await session.send('Runtime.evaluate', {expression: 'window'});
  const {listeners} = await session.send('DOMDebugger.getEventListeners', {
    objectId: result.objectId ?? '',
  });
  return {
    counts: {
      ...counters,
      frames: metric('Frames'),
      messageListeners: listeners.filter(({type}) => type === 'message').length,
    },
    heap: metric('JSHeapUsedSize'),
  };
}

async function staysFlat(page: Page, run: (page: Page, times: number) => Promise<void>) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await run(page, warmUp);
  // Measuring, too, leaves something the first time.
  await measure(session);
  const before = await measure(session);
  await run(page, times);
  const after = await measure(session);
  assert.deepEqual(after.counts, before.counts);
  const growth = after.heap / before.heap - 1;
  assert.ok(growth <= 0.01, `The heap has grown by ${(growth * 100).toFixed(2)} %.`);
}

describe('50. a thousand times leaves nothing behind:', () => {
  test('50. open and close', async t => staysFlat(await openSoakPage(t), openAndClose));

  test('50. mount and unmount', async t => staysFlat(await openSoakPage(t), mountAndUnmount));

  test('50. and what an open dialog has is counted', async t => {
    const page = await openSoakPage(t);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const before = await measure(session);
    await page.locator('pay-button').click();
    await page.waitForFunction(() => document.querySelector('pay-button')?.state === 'ready');
    const open = await measure(session);
    for (const name of ['documents', 'nodes', 'jsEventListeners', 'frames', 'messageListeners']) {
      const key = name as keyof typeof open.counts;
      assert.ok(open.counts[key] > before.counts[key], name);
    }
  });
});
