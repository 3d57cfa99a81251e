import type {TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import type {Sandbox} from 'pay-button/sandbox';
import {servePage} from '../page.js';
import {cards, openDialog, openPage, openSandbox} from '../stage.js';

export type Stage = NonNullable<HTMLElementTagNameMap['pay-button']['state']>;

export const frameTitles = [
  'Secure card number input frame',
  'Secure expiration date input frame',
  'Secure CVC input frame',
] as const;

/** A shop's page with one button, and what a test does there. */
export interface ShopPage {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly origin: string;
}

/** @param attributes of the button, beside a key and an amount */
export async function openShopPage(t: TestContext, attributes: string): Promise<ShopPage> {
  const sandbox = await openSandbox(t);
  const {origin} = await servePage(t, sandbox, shopBody(attributes));
  const {page} = await openPage(t);
  // The browser stays where an answer is empty: at "done" with data-confirm="fetch", else at "leaving".
  await page.route('**/receipt', route => route.fulfill({status: 204}));
  await page.route('**/charge', route => {
    const asksForJson = route.request().headers()['accept'] === 'application/json';
    const json = {status: 'done', location: '/receipt'};
    return route.fulfill(asksForJson ? {json} : {status: 204});
  });
  await page.goto(origin);
  await page.waitForFunction(() => customElements.get('pay-button'));
  return {page, sandbox, origin};
}

export function shopBody(attributes: string): string {
  return `<header>Kiosk</header><main><h1>Two mugs</h1>
    <form method="post" action="/charge">
      <pay-button data-key="pk_test_sandbox" data-amount="2400" data-currency="eur" ${attributes}></pay-button>
    </form></main><footer>Imprint</footer>`;
}

/** Waits until the checkout of the page's button is at a stage. */
export async function reach(page: Page, stage: Stage): Promise<void> {
  await page.waitForFunction(stage => document.querySelector('pay-button')?.state === stage, stage);
}

export async function openReady(page: Page): Promise<void> {
  await openDialog(page);
  await reach(page, 'ready');
}

/** Types a card into the three frames. */
export async function fillCard(page: Page): Promise<void> {
  const values = [cards.good, '12 / 34', '123'];
  for (const [index, title] of frameTitles.entries()) {
    await page
      .frameLocator(`iframe[title="${title}"]`)
      .locator('input')
      .fill(values[index] ?? '');
  }
}

/** Types into the inputs of the dialog, by their ids. */
export async function fillInputs(page: Page, values: Readonly<Record<string, string>>) {
  for (const [id, value] of Object.entries(values)) {
    await page.locator('pay-dialog').locator(`#${id}`).fill(value);
  }
}

/** Clicks the dialog's button. */
export async function clickPay(page: Page): Promise<void> {
  await page.locator('pay-dialog').locator('.pay').click();
}
