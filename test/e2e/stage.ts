import {once} from 'node:events';
import {createServer, type IncomingMessage, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import {startSandbox, type Sandbox} from 'pay-button/sandbox';
import type {Browser, BrowserContextOptions, Frame, Page} from 'playwright-core';
import type Stripe from 'stripe';
// Types of the elements and events in the page.
import type {} from '../../src/index.js';
import {createShop} from '../../demo/shop/app.js';
import {Orders} from '../../demo/shop/orders.js';
import {sandboxProvider, type Provider} from '../../demo/shop/provider.js';
import {launchChromium, launchWholeChromium} from '../engines/launch-chromium.js';
import {Leaks, readable, watchContext} from './secrets/watch.js';

export const cards = {good: '4242424242424242', declined: '4000000000000002'} as const;

const titles = {
  number: 'Secure card number input frame',
  expiry: 'Secure expiration date input frame',
  cvc: 'Secure CVC input frame',
} as const;

let browser: Promise<Browser> | undefined;

/** A Chromium for all tests of a file; the runner ends it with the file's process. */
export function launch(): Promise<Browser> {
  return (browser ??= launchChromium());
}

/** For a file whose tests go back to pages that the browser has kept: called before any of them. */
export function launchWhole(): Promise<Browser> {
  return (browser ??= launchWholeChromium());
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** A page in a context of its own, which collects what goes wrong in it. A test that leaks a secret there fails. */
export async function openPage(
  t: TestContext,
  options?: BrowserContextOptions,
): Promise<{page: Page; complaints: string[]}> {
  // Motion, which is left to the tests in each engine, costs a tenth of the time.
  const context = await (await launch()).newContext({reducedMotion: 'reduce', ...options});
  const secrets = await watchContext(context);
  t.after(async () => {
    await secrets.check().finally(() => context.close());
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {page, complaints};
}

/** What lasts until something ends: a test, or a suite whose tests share it. */
export interface Owner {
  after(close: () => unknown): void;
}

export async function openSandbox(t: Owner): Promise<Sandbox> {
  const sandbox = await startSandbox({port: 0});
  t.after(() => sandbox.close());
  return sandbox;
}

/**
 * Until faults hold so many requests: one that comes after `release()`, or in the place of one that never came, is
 * held for good.
 */
export async function untilHeld({control, origin}: Sandbox, count = 1): Promise<void> {
  const signal = AbortSignal.timeout(30_000);
  // Each question lets others arrive.
  while (control.faults.held < count) await fetch(`${origin}/_sandbox/faults`, {signal});
}

export interface Shop {
  origin: string;
  sandbox: Sandbox;
  /** The sandbox's API, asked directly. */
  stripe: Stripe;
}

/** The demo shop on the sandbox, both on free ports, with an empty database. */
export async function openShop(
  t: Owner,
  change: (provider: Provider) => Provider = provider => provider,
): Promise<Shop> {
  const sandbox = await openSandbox(t);
  const orders = await Orders.open(':memory:');
  t.after(() => orders.close());
  const provider = sandboxProvider(sandbox.origin);
  const leaks = new Leaks();
  const log = (line: string) => leaks.look('The shop’s log', line);
  const origin = await listen(t, createShop({provider: change(provider), orders, log}));
  // The last one to be registered: a hook that throws keeps later ones from closing what is theirs.
  t.after(() => leaks.assertNone());
  return {origin, sandbox, stripe: provider.stripe};
}

export async function listen(t: Owner, listener: RequestListener): Promise<string> {
  const leaks = new Leaks();
  const server = createServer(listener).listen(0, '127.0.0.1');
  server.on('request', ({url = '', headers: {referer = ''}}: IncomingMessage) => {
    leaks.look('An address', readable(`${url} from ${referer}`));
  });
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
    leaks.assertNone();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** Waits until the keyboard writes into a card field: focus crosses into another process in its own time. */
async function focused(page: Page, title: string): Promise<void> {
  const element = await page.waitForSelector(`iframe[title="${title}"]`);
  const frame = (await element.contentFrame()) as Frame;
  await frame.waitForFunction(
    () => document.hasFocus() && document.activeElement instanceof HTMLInputElement,
  );
}

/** Enters a card, from the number, Tab by Tab; each text at once, as keyboards insert what they remember. */
export async function enterCard(page: Page, number: string): Promise<void> {
  await focused(page, titles.number);
  await page.keyboard.insertText(number);
  await page.keyboard.press('Tab');
  await focused(page, titles.expiry);
  await page.keyboard.insertText('1234');
  await page.keyboard.press('Tab');
  await focused(page, titles.cvc);
  await page.keyboard.insertText('123');
}

/** Enters a card into Stripe's one field for all of it. */
async function enterWholeCard(page: Page, number: string): Promise<void> {
  const frame = page.frameLocator('iframe[title="Secure payment input frame"]');
  await frame.getByLabel(/card number/i).fill(number);
  await frame.getByLabel(/expir/i).fill('1234');
  await frame.getByLabel(/security code|CVC/i).fill('123');
}

/** Goes from the shop's front to the open dialog of an order for the first product. */
export async function openCheckout(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('button', {name: /^Buy/}).first().click();
  await page.waitForURL(/\/orders\//);
  await openDialog(page);
}

/** Clicks the button of an order's page. */
export async function openDialog(page: Page): Promise<void> {
  await page.locator('pay-button').click();
  await page.locator('pay-dialog').getByRole('dialog').waitFor();
}

/** Waits for the card's fields. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    /ready|refused/.test(document.querySelector('pay-button')?.state ?? ''),
  );
}

/** The e-mail address, the card and Enter: a whole payment by keyboard. Replaces a card that was refused. */
export async function payWith(page: Page, number: string): Promise<void> {
  await ready(page);
  await page.getByLabel('Email').fill('ada@example.com');
  await page.keyboard.press('Tab');
  if (await page.locator('iframe[title="Secure payment input frame"]').count()) {
    await enterWholeCard(page, number);
    await page.locator('pay-dialog').locator('.pay').focus();
  } else {
    await enterCard(page, number);
    await page.keyboard.press('Tab');
  }
  await page.waitForFunction(() =>
    document.querySelector('pay-dialog')?.shadowRoot?.activeElement?.matches('.pay'),
  );
  await page.keyboard.press('Enter');
}
