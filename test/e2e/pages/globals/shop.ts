import {EventEmitter, once} from 'node:events';
import {readFileSync} from 'node:fs';
import {text} from 'node:stream/consumers';
import type {FrameLocator, Page} from 'playwright-core';
import {built} from '../../legacy/site.js';
import {listen, type Owner} from '../../stage.js';

const stub = readFileSync(new URL('stub-stripe.js', import.meta.url), 'utf8');

const attributes = 'data-key="pk_test_globals" data-amount="999" data-email="ada@example.com"';
const buttons = {
  element: `<pay-button ${attributes}></pay-button>`,
  legacy: `<script src="/pay-button.js" class="stripe-button" ${attributes} data-currency="jpy"></script>`,
};
const amounts = {element: /\$9\.99/, legacy: /¥999/};
export type ButtonKind = keyof typeof buttons;

/** A merchant's page. */
export interface ShopPage {
  readonly button: ButtonKind;
  /** The text of a script before ours. */
  readonly before?: string;
  /** The text of a script after ours. */
  readonly after?: string;
  /** Further tags before both. */
  readonly head?: string;
  /** Attributes of a frame that the page lies in. */
  readonly frame?: string;
  /** Without a form the page posts what its listener of `pay-token` is given. */
  readonly isFormless?: boolean;
  readonly isXhtml?: boolean;
}

/** The end of a customer's payment on a page. */
export interface Outcome {
  /** `paid`: one post with the token. `said`: no post, and the customer reads that payment does not work. */
  readonly name: 'paid' | 'said' | 'silent' | 'wrong';
  readonly detail?: string;
}

/** Shops that serve one page each, and the posts that came to them. */
export class Shops {
  readonly #origin: string;
  readonly #pages: ShopPage[] = [];
  readonly #posts: string[][] = [];
  readonly #arrivals = new EventEmitter().setMaxListeners(0);

  private constructor(origin: string) {
    this.#origin = origin;
  }

  static async start(t: Owner): Promise<Shops> {
    const origin = await listen(t, (request, response) => {
      const {method, url = ''} = request;
      const {pathname} = new URL(url, 'http://localhost');
      const [, action, number] = /^\/(page|framed|charge)\/(\d+)$/.exec(pathname) ?? [];
      if (method === 'POST') {
        void text(request).then(body => {
          shops.#posts[Number(number)]?.push(body);
          response.writeHead(200, {'content-type': 'text/html'}).end('<h1>Thanks</h1>');
          shops.#arrivals.emit(String(number));
        });
        return;
      }
      const script = pathname === '/stub.js' ? stub : built(pathname);
      const shop = shops.#pages[Number(number)];
      const type = shop?.isXhtml ? 'application/xhtml+xml' : 'text/html';
      response.writeHead(200, {
        'content-type': action ? `${type}; charset=utf-8` : 'text/javascript',
        'cache-control': action ? 'no-store' : 'max-age=600',
      });
      const isAround = shop?.frame !== undefined && action === 'page';
      if (isAround) response.end(`<!doctype html><iframe ${shop.frame} src="/framed/${number}">`);
      else response.end(shop ? htmlOf(shop, Number(number)) : script);
    });
    const shops = new Shops(origin);
    return shops;
  }

  /** Pays on a page of such a shop, as far as it goes. */
  async pay(page: Page, shop: ShopPage): Promise<Outcome> {
    const number = this.#pages.push(shop) - 1;
    const posts: string[] = (this.#posts[number] = []);
    const lines: string[] = [];
    const listenToConsole = (message: {text(): string}) => lines.push(message.text());
    const posted = once(this.#arrivals, String(number)).then(() => 'posted' as const);
    const listenToErrors = (error: Error) => lines.push(`thrown: ${error.message}`);
    page.on('console', listenToConsole);
    page.on('pageerror', listenToErrors);
    try {
      await page.goto(`${this.#origin}/page/${number}`, {timeout});
    } catch {
      return {name: 'silent', detail: 'the page is frozen'};
    }
    const place = shop.frame === undefined ? page : page.frameLocator('iframe');
    const end = await payOn(place, shop.button, posted);
    if (end === 'posted' && !shop.isFormless)
      await place.getByRole('heading', {name: 'Thanks'}).waitFor();
    const [post = '', ...more] = posts;
    if (more.length) return {name: 'wrong', detail: 'posted twice'};
    if (end.startsWith('shown')) return {name: 'wrong', detail: end};
    if (end === 'posted') {
      const isRight =
        new URLSearchParams(post).getAll(fields[shop.button]).join() === 'tok_globals';
      return isRight ? {name: 'paid'} : {name: 'wrong', detail: post};
    }
    const line = lines.find(line => line.startsWith('pay-button: '));
    // In the dialog, the page is told by an event.
    const isTold = line ?? (await place.locator('pay-dialog').count());
    if (end === 'said' && !post && isTold) return {name: 'said', detail: line};
    return {name: 'silent', detail: `${end}; ${lines.join(' | ').slice(0, 200)}`};
  }

  /** The pages to which more than one payment was posted, later ones included. */
  get postedTwice(): ShopPage[] {
    return this.#pages.filter((_, number) => (this.#posts[number]?.length ?? 0) > 1);
  }
}

function htmlOf(shop: ShopPage, number: number): string {
  const {button, before = '', after = '', head = '', isFormless, isXhtml} = shop;
  const script = (code: string) => (code ? `<script>${code}</script>` : '');
  const post = `addEventListener('pay-token', ({payment}) => {
    const body = new URLSearchParams({stripe_token: payment.product.id});
    void fetch('/charge/${number}', {method: 'POST', body, mode: 'no-cors'});
  });`;
  const form = `<form action="/charge/${number}" method="post">${buttons[button]}</form>`;
  return `${isXhtml ? '' : '<!doctype html>'}<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head>
    <title>Shop</title><link rel="icon" href="data:,"/><script src="/stub.js"></script>
    ${head}${script(before)}<script src="/pay-button.js"></script></head>
    <body>${isFormless ? buttons[button] + script(post) : form}${script(after)}</body></html>`;
}

/** Milliseconds after which a page is silent. */
const timeout = 12_000;

const fields = {element: 'stripe_token', legacy: 'stripeToken'} as const;
const selectors = {element: 'pay-button', legacy: 'form > button'} as const;

/** Pays by locators alone, which run in a world of their own. */
async function payOn(
  page: Page | FrameLocator,
  kind: ButtonKind,
  posted: Promise<'posted'>,
): Promise<string> {
  const said = page
    .getByText(/payment (does not work|is not set up)|nothing was charged|not clear yet/i)
    .first()
    .waitFor({timeout: timeout * 3})
    .then(
      () => 'said' as const,
      (error: Error) => `nothing said: ${error.message.slice(0, 200)}`,
    );
  const step = async <T>(act: Promise<T>, name: string) =>
    Promise.race([
      said,
      act
        .then(() => 'done' as const)
        .catch((error: Error) => `no ${name}: ${error.message.slice(0, 60)}`),
    ]);
  const button = page.locator(selectors[kind]);
  const clicked = await step(button.click({timeout}), 'button to click');
  if (clicked !== 'done') return clicked;
  const pay = page.locator('pay-dialog').locator('.pay');
  const shown = await Promise.race([posted, step(pay.waitFor({timeout}), 'dialog')]);
  if (shown !== 'done') return shown;
  const label = await pay.innerText({timeout}).catch(() => '');
  const ready = await Promise.race([
    posted,
    step(pay.click({timeout, noWaitAfter: true}), `pay: ${label}`),
  ]);
  if (ready !== 'done') return ready;
  if (!amounts[kind].test(label)) return `shown ${label}`;
  return Promise.race([posted, said]);
}
