import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import type {TestContext} from 'node:test';
import type {BrowserContextOptions, Page} from 'playwright-core';
import type {Sandbox} from 'pay-button/sandbox';
import type {PayCloseEvent, PayErrorEvent} from '../../../src/checkout/events.js';
import {passTo} from '../pass-to.js';
import {Leaks} from '../secrets/watch.js';
import {cards, launch, openSandbox} from '../stage.js';
import type {Answer} from './answers.js';
import {Server} from './server.js';

export interface SiteOptions {
  /** The HTML of the page's body. */
  readonly body: string;
  /** Scripts and styles that stand before `pay-button.js`. */
  readonly head?: string;
  readonly answers?: readonly Answer[];
  /** Further pages and scripts, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly path?: string;
  /** The page bundles the widget by itself, and has no script tag for it. */
  readonly bundled?: boolean;
  /** The page has no Stripe.js of its own: Stripe's address answers with the sandbox's. */
  readonly withoutStripe?: boolean;
  /** The customer's window and machine. */
  readonly device?: BrowserContextOptions;
  /** Lets the test move the page's clock. */
  readonly clock?: boolean;
}

const attributes = 'data-key="pk_test_pages" data-amount="999" data-name="Shop" data-email=""';

/** The button of these pages, which posts by the form's own submit. */
export const button = `<pay-button ${attributes}></pay-button>`;
/** The same button, which posts by itself while the dialog is open. */
export const fetchButton = `<pay-button ${attributes} data-confirm="fetch"></pay-button>`;

/** A form around a button. */
export function form(content: string, more = ''): string {
  return `<form action="/charge" method="post" ${more}>${content}</form>`;
}

/** A script tag for a file of a package from npm. */
export function library(file: string): string {
  return `<script src="/libs/${file}"></script>`;
}

/** A merchant's page in Chromium, its server, and what the page was told. */
export class Site {
  readonly page: Page;
  readonly server: Server;
  readonly sandbox: Sandbox;
  /** Lines of the console, each with its kind, and errors that nobody caught. */
  readonly console: string[] = [];
  /** Events of the button and results of `open()`, in their order: "close paid", "error not_sent". */
  readonly told: string[] = [];
  readonly #news = new EventEmitter();

  private constructor(page: Page, server: Server, sandbox: Sandbox) {
    this.page = page;
    this.server = server;
    this.sandbox = sandbox;
  }

  static async open(t: TestContext, options: SiteOptions): Promise<Site> {
    const {body, head = '', answers, files = {}, path = '/', clock = false} = options;
    const sandbox = await openSandbox(t);
    const widget = options.bundled ? '' : '<script src="/pay-button.js" async></script>';
    const stripe = options.withoutStripe ? '' : `<script src="${sandbox.origin}/v3/"></script>`;
    const html = pageOf(`${stripe}${head}${widget}`, body);
    const server = await Server.start(t, {files: {[path]: html, ...files}, answers});
    const context = await (await launch()).newContext({reducedMotion: 'reduce', ...options.device});
    const page = await context.newPage();
    const site = new Site(page, server, sandbox);
    // Without the watch for secrets in events: htmx tells the fields of a form in events of its own.
    const leaks = new Leaks();
    page.on('console', message => {
      leaks.look('The console', message.text());
      site.console.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', error => site.console.push(`thrown: ${error.message}`));
    await page.exposeFunction('tellTest', (news: string) => {
      site.told.push(news);
      site.#news.emit('news');
    });
    await page.addInitScript(reportEvents);
    page.setDefaultTimeout(20_000);
    await page.route('https://js.stripe.com/**', route =>
      passTo(route, sandbox.origin + new URL(route.request().url()).pathname),
    );
    if (clock) await page.clock.install();
    await page.goto(server.origin + path);
    t.after(async () => {
      await context.close();
      leaks.assertNone();
      server.assertOnePaymentAtATime();
    });
    return site;
  }

  /** Resolves once the page was told something like this, and returns the line. */
  async heard(news: RegExp, count = 1): Promise<string> {
    const signal = AbortSignal.timeout(20_000);
    const found = () => this.told.filter(line => news.test(line));
    try {
      while (found().length < count) await once(this.#news, 'news', {signal});
    } catch {
      assert.fail(`Nothing like ${news} among: ${this.told.join(', ')}`);
    }
    return found()[count - 1] ?? '';
  }

  /** Opens the dialog by a click, and waits for the card's fields. */
  async openDialog(button = 'pay-button'): Promise<void> {
    await this.page.waitForFunction(() => customElements.get('pay-button') !== undefined);
    await this.page.locator(button).first().click();
    await this.reach('ready');
  }

  /** Fills in the dialog in place of what was there, and presses pay. */
  async pay(): Promise<void> {
    await this.fill();
    await this.press();
  }

  async press(): Promise<void> {
    await this.page.locator('pay-dialog').locator('.pay').click({noWaitAfter: true});
  }

  async fill(): Promise<void> {
    const {page} = this;
    await page.waitForFunction(() =>
      /^(ready|refused)$/.test(document.querySelector('pay-dialog')?.checkout.state.name ?? ''),
    );
    await page.locator('pay-dialog').locator('[autocomplete=email]').fill('ada@example.com');
    const fields = [
      ['card number', 'cardnumber', cards.good],
      ['expiration date', 'exp-date', '12/34'],
      ['CVC', 'cvc', '123'],
    ] as const;
    for (const [title, name, value] of fields) {
      const frame = page.frameLocator(`iframe[title="Secure ${title} input frame"]`);
      await frame.locator(`input[name=${name}]`).fill(value);
    }
  }

  async openAndPay(): Promise<void> {
    await this.openDialog();
    await this.pay();
  }

  /** Waits until the open dialog is in a state. */
  async reach(state: string): Promise<void> {
    await this.page.waitForFunction(
      state => document.querySelector('pay-dialog')?.checkout.state.name === state,
      state,
    );
  }

  state(): Promise<string | undefined> {
    return this.page.evaluate(
      (): string | undefined => document.querySelector('pay-dialog')?.checkout.state.name,
    );
  }

  /**
   * The state in which the dialog was left, read on the page after it. While the browser waits for an answer to its
   * own post, Chromium evaluates no script of a test's.
   */
  leftWhile(): Promise<string | null> {
    return this.page.evaluate(() => sessionStorage.getItem('left while'));
  }

  /** Waits until the dialog shows a message like this, at a field or below them. */
  async says(words: RegExp): Promise<void> {
    const messages = this.page.locator('pay-dialog').locator('[id$=-message]');
    await messages.getByText(words).first().waitFor();
  }

  async dialogGone(): Promise<void> {
    await this.page.locator('pay-dialog').waitFor({state: 'detached'});
  }

  async heading(words: string): Promise<void> {
    await this.page.getByRole('heading', {name: words}).waitFor();
  }

  /** Calls `complete()` of the page's first button. */
  async complete(answer: object): Promise<void> {
    await this.page.evaluate(answer => {
      const button = document.querySelector('pay-button') as unknown as {
        complete(answer: object): void;
      };
      button.complete(answer);
    }, answer);
  }

  /** The values of the hidden fields that a credential is written into. */
  credentialsInForms(): Promise<string[]> {
    return this.page
      .locator('[name=stripe_token], [name=stripeToken]')
      .evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value));
  }

  /** True once the page is told, by its event or by `open()`, that a payment is paid. */
  get wasToldPaid(): boolean {
    return this.told.some(line => /paid/.test(line));
  }
}

function pageOf(head: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
    ${head}
    <body>${body}`;
}

/**
 * Runs in the page, before its own scripts. Listens at the button: an element off the page has no window. Without
 * named functions, for which tsx calls a helper that pages lack.
 */
function reportEvents(): void {
  const {tellTest: tell} = window as unknown as {tellTest: (news: string) => void};
  const known = new WeakSet<EventTarget>();
  const last: {checkout?: HTMLElementTagNameMap['pay-dialog']['checkout']} = {};
  // Before the widget, which may close the dialog then.
  window.addEventListener(
    'pagehide',
    () => sessionStorage.setItem('left while', last.checkout?.state.name ?? ''),
    true,
  );
  const types = ['pay-opened', 'pay-token', 'pay-confirmed', 'pay-close', 'pay-error'];
  window.addEventListener('pay-open', event => {
    const [button] = event.composedPath() as [HTMLElementTagNameMap['pay-button']];
    if (known.has(button)) return;
    known.add(button);
    for (const type of types) {
      button.addEventListener(type, event => {
        const {reason, error} = event as Partial<PayCloseEvent & PayErrorEvent>;
        tell(`${type.slice(4)} ${reason ?? error?.code ?? ''}`.trim());
      });
    }
    button.addEventListener('pay-opened', () => {
      const checkout = document.querySelector('pay-dialog')?.checkout;
      last.checkout = checkout;
      checkout?.addEventListener('change', () => tell(`state ${checkout.state.name}`));
      void button.open().then(result => {
        const [[kind, value] = []] = Object.entries(result) as [string, unknown][];
        tell(`result ${kind}${typeof value === 'string' ? ` ${value}` : ''}`);
      });
    });
  });
}
