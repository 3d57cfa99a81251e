import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after} from 'node:test';
import type {Stripe, StripeElements, StripeElementsOptionsMode} from '@stripe/stripe-js';
import StripeSdk from 'stripe';
import type {Browser, FrameLocator, Page} from 'playwright-core';
import {startSandbox, type Sandbox} from 'pay-button/sandbox';
import {countable, keepCoverage} from '../../coverage/page-coverage.js';
import {launchChromium} from '../../engines/launch-chromium.js';

export type FieldType = 'card' | 'cardNumber' | 'cardExpiry' | 'cardCvc' | 'payment';

/** The inputs of fields, by their names. */
export type InputName = 'cardnumber' | 'exp-date' | 'cvc' | 'postal';

/** What an element told the page: the event's name and its payload. */
export interface Seen {
  readonly name: string;
  readonly elementType: FieldType;
  readonly [detail: string]: unknown;
}

declare global {
  interface Window {
    stripe: Stripe;
    elements: StripeElements;
    /** Another group, of the elements that a test adds. */
    group: StripeElements;
    seen: Seen[];
    watch(element: unknown): void;
    submits: number;
  }
}

/** Frames by the titles that Stripe gives them. */
const titles: Record<FieldType, string> = {
  card: 'Secure card payment input frame',
  cardNumber: 'Secure card number input frame',
  cardExpiry: 'Secure expiration date input frame',
  cardCvc: 'Secure CVC input frame',
  payment: 'Secure payment input frame',
};

const hostScript = `
window.seen = [];
window.submits = 0;
document.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  window.submits++;
});
window.stripe = Stripe('pk_test_standin');
window.elements = stripe.elements();
window.watch = element => {
  for (const name of ['loaderstart', 'ready', 'change', 'focus', 'blur', 'escape', 'loaderror']) {
    element.on(name, event => window.seen.push({name, ...event}));
  }
};
const isBare = new URLSearchParams(location.search).has('bare');
for (const type of isBare ? [] : ['cardNumber', 'cardExpiry', 'cardCvc']) {
  const element = elements.create(type);
  window.watch(element);
  element.mount('#' + type);
}
`;

const hostPage = (sandbox: string, release: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Host</title>
<script src="${sandbox}/${release}/stripe.js"></script>
<form>
  <label for="cardNumber">Number</label>
  <div id="cardNumber"></div>
  <div id="cardExpiry"></div>
  <label>CVC <span id="cardCvc"></span></label>
  <input name="owner" aria-label="Owner">
</form>
<div id="spare"></div>
<div id="added"></div>
<script src="/host.js"></script>
`;

/** The same server at another origin. */
export function twinOf(sandbox: string): string {
  return sandbox.replace('localhost', '127.0.0.1');
}

/** As strict as a page can be that shows card fields. */
const policy = (sandbox: string) =>
  [
    "default-src 'none'",
    `script-src 'self' ${sandbox}`,
    "style-src 'self'",
    `frame-src ${sandbox} ${twinOf(sandbox)}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** A sandbox, a page of another origin that uses it, and a browser. */
class Stage {
  readonly sandbox: Sandbox;
  readonly hostOrigin: string;
  readonly host: Host;
  /** The merchant's server. */
  readonly sdk: StripeSdk;
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #writeCoverage: () => Promise<void>;

  static async open(): Promise<Stage> {
    const browser = await launchChromium(...countable);
    const sandbox = await startSandbox({port: 0});
    const server = await serveHost(sandbox.origin);
    const page = await browser.newPage();
    const writeCoverage = await keepCoverage(page, `stand-in-${process.pid}`);
    return new Stage(sandbox, server, browser, page, writeCoverage);
  }

  constructor(
    sandbox: Sandbox,
    server: Server,
    browser: Browser,
    page: Page,
    writeCoverage: () => Promise<void>,
  ) {
    this.sandbox = sandbox;
    this.hostOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.host = new Host(page, this.hostOrigin);
    const {hostname: host, port} = new URL(sandbox.origin);
    this.sdk = new StripeSdk('sk_test_standin', {host, port, protocol: 'http'});
    this.#server = server;
    this.#browser = browser;
    this.#writeCoverage = writeCoverage;
  }

  /** Another host, in a browser context of its own. */
  async newHost(): Promise<Host> {
    return new Host(await this.#browser.newPage(), this.hostOrigin);
  }

  async close(): Promise<void> {
    await this.#writeCoverage();
    await this.#browser.close();
    this.#server.close();
    await this.sandbox.close();
  }
}

/** What a Payment Element is for. */
const payment: StripeElementsOptionsMode = {mode: 'payment', amount: 1000, currency: 'usd'};

/** A page with card fields, and a customer's hands. */
export class Host {
  readonly page: Page;
  readonly #address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.#address = address;
  }

  /** Loads the page afresh, with three fields that are ready: far quicker than a new page. */
  async load(release = 'endive'): Promise<void> {
    await this.page.unrouteAll();
    await this.page.goto(`${this.#address}/?release=${release}`);
    await this.until(() => window.seen.filter(({name}) => name === 'ready').length === 3);
  }

  /** Adds an element of a group of its own, and waits until it is ready. */
  async add(type: 'card' | 'payment', options = {}, groupOptions = payment): Promise<void> {
    await this.page.evaluate(
      ([elementType, given, group]) => {
        window.group = window.stripe.elements(group);
        const element = window.group.create(elementType as 'card', given);
        window.watch(element);
        element.mount('#added');
        return new Promise<void>(resolve => element.on('ready', () => resolve()));
      },
      [type, options, groupOptions] as const,
    );
  }

  /** Fills in the whole card of an element that was added, as browsers do. */
  async fillAdded(type: 'card' | 'payment', number = '4242424242424242'): Promise<void> {
    await this.part(type, 'cardnumber').fill(number);
    await this.part(type, 'exp-date').fill('12/34');
    await this.part(type, 'cvc').fill('123');
    if (type === 'card') await this.part(type, 'postal').fill('42424');
  }

  /** One input of a field that has several. */
  part(type: FieldType, name: InputName) {
    return this.frame(type).locator(`input[name="${name}"]`);
  }

  /** Loads the page without any fields, for what needs none or others. */
  async loadBare(): Promise<void> {
    await this.page.unrouteAll();
    await this.page.goto(`${this.#address}/?bare`);
  }

  frame(type: FieldType): FrameLocator {
    return this.page.frameLocator(`iframe[title="${titles[type]}"]`);
  }

  input(type: FieldType) {
    return this.frame(type).locator('input');
  }

  /** Types with the keyboard. */
  async type(type: FieldType, text: string): Promise<void> {
    await this.input(type).click();
    await this.input(type).pressSequentially(text);
  }

  /** Types a whole card, good until the end of 2034. */
  async typeCard(number: string, expiry = '1234', cvc = '123'): Promise<void> {
    await this.type('cardNumber', number);
    await this.type('cardExpiry', expiry);
    await this.type('cardCvc', cvc);
  }

  /** Fills in a good card at once, as browsers do. */
  async fillCard(): Promise<void> {
    await this.input('cardNumber').fill('4242424242424242');
    await this.input('cardExpiry').fill('12/34');
    await this.input('cardCvc').fill('123');
  }

  until(condition: () => boolean): Promise<unknown> {
    return this.page.waitForFunction(condition);
  }

  /** The events of one element and name so far. */
  async seen(type: FieldType, name: string): Promise<Seen[]> {
    const seen = await this.page.evaluate(() => window.seen);
    return seen.filter(event => event.elementType === type && event.name === name);
  }

  async lastChange(type: FieldType): Promise<Seen | undefined> {
    return (await this.seen(type, 'change')).at(-1);
  }

  /** The last change of a field, once it fits. */
  async change(type: FieldType, expected: Record<string, unknown>): Promise<Seen> {
    const found = await this.page.waitForFunction(
      ([elementType, wanted]) => {
        const changes = window.seen.filter(
          event => event.name === 'change' && event.elementType === elementType,
        );
        const last = changes.at(-1);
        const fits = Object.entries(wanted).every(([key, value]) => last?.[key] === value);
        return last && fits ? last : null;
      },
      [type, expected] as const,
    );
    return (await found.jsonValue()) as Seen;
  }

  createToken() {
    return this.page.evaluate(() => {
      const number = window.elements.getElement('cardNumber');
      if (!number) throw new Error('There is no number element.');
      return window.stripe.createToken(number, {name: 'Ada', address_zip: '10115'});
    });
  }
}

/** Beside the host page an empty one, at `/empty`, that loads nothing and forbids nothing. */
function serveHost(sandbox: string): Promise<Server> {
  const server = createServer(({url = ''}, response) => {
    const release = new URLSearchParams(url.split('?')[1]).get('release') ?? 'endive';
    if (url === '/empty') return void response.end('<!doctype html><div id="spare"></div>');
    const isScript = url === '/host.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.setHeader('content-security-policy', policy(sandbox));
    response.end(isScript ? hostScript : hostPage(sandbox, release));
  });
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** The one stage of this process, for all its suites in turn. */
export const stage = await Stage.open();
export const {host} = stage;
after(() => stage.close());
