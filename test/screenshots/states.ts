import type {Sandbox} from 'pay-button/sandbox';
import type {Page} from 'playwright-core';
import type {CheckoutState} from '../../src/checkout/state.js';
// Types of the elements in the page.
import type {} from '../../src/index.js';
import {cards, openDialog, enterCard} from '../e2e/stage.js';

interface Occasion {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly address: string;
}

/** How to get to what is pictured, by its name. */
export const states: Readonly<Record<string, (occasion: Occasion) => Promise<void>>> = {
  async opening({page, sandbox, address}) {
    await page.goto(address);
    sandbox.control.fault({path: '/frames/*', kind: 'latency'});
    await openDialog(page);
    await reached(page, 'opening');
    await wordsAre(page);
  },

  async ready({page, address}) {
    await page.goto(address);
    await openDialog(page);
    await reached(page, 'ready');
  },

  async refused({page, address}) {
    await page.goto(address);
    await openDialog(page);
    await enterCard(page, '4242424242424241');
    await page.keyboard.press('Enter');
    await reached(page, 'refused');
  },

  async tokenizing({page, sandbox, address}) {
    await page.goto(address);
    await pay(page, sandbox);
  },

  async slow({page, sandbox, address}) {
    await page.clock.install();
    await page.goto(address);
    await pay(page, sandbox);
    await page.clock.fastForward(11_000);
    await page.locator('pay-dialog').locator('.advice').waitFor();
  },

  async done({page, address}) {
    await page.goto(address);
    await openDialog(page);
    await enterCard(page, cards.good);
    await page.keyboard.press('Enter');
    await reached(page, 'done');
  },

  async unavailable({page, address}) {
    await page.route('https://js.stripe.com/**', route => route.abort());
    await page.goto(`${address}?stripe=none`);
    await openDialog(page);
    await reached(page, 'unavailable');
    await wordsAre(page);
  },

  async addresses({page, address}) {
    await page.goto(`${address}?addresses`);
    await openDialog(page);
    await reached(page, 'ready');
  },
};

/** Pays with a token that does not come. */
async function pay(page: Page, sandbox: Sandbox): Promise<void> {
  await openDialog(page);
  await enterCard(page, cards.good);
  sandbox.control.fault({path: '/v1/tokens', kind: 'latency'});
  await page.keyboard.press('Enter');
  await reached(page, 'tokenizing');
}

async function reached(page: Page, state: CheckoutState['name']): Promise<void> {
  await page.waitForFunction(state => document.querySelector('pay-button')?.state === state, state);
}

/** Waits until the language is there. */
async function wordsAre(page: Page): Promise<void> {
  await page.locator('pay-dialog').locator('dialog:not(.wordless)').waitFor();
}
