import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {text} from 'node:stream/consumers';
import type {TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import type {Sandbox} from 'pay-button/sandbox';
import type Stripe from 'stripe';
import {sandboxProvider} from '../../../demo/shop/provider.js';
import {passTo} from '../pass-to.js';
import {listen, openPage, openSandbox} from '../stage.js';

/** A form that came back: where to, and the raw body. */
export interface Post {
  readonly path: string;
  readonly body: string;
}

interface SiteOptions {
  /** By path: a page, or a script where the path ends in `.js`. */
  readonly files: Readonly<Record<string, string>>;
  readonly headers?: (sandbox: Sandbox) => Readonly<Record<string, string>>;
  /** Where to go. */
  readonly path?: string;
  /** What to do with the page before it goes there. */
  readonly prepare?: (page: Page) => unknown;
}

export interface OpenSite {
  readonly origin: string;
  readonly sandbox: Sandbox;
  /** The sandbox's API, asked directly. */
  readonly stripe: Stripe;
  readonly page: Page;
  /** What went wrong in the page. */
  readonly complaints: readonly string[];
  readonly posts: readonly Post[];
}

/** Opens a page of a merchant's site, which has no Stripe.js but what our file loads. */
export async function openSite(t: TestContext, options: SiteOptions): Promise<OpenSite> {
  const sandbox = await openSandbox(t);
  const {files, headers, path = '/', prepare} = options;
  const {origin, posts} = await serve(t, files, headers?.(sandbox));
  const {page, complaints} = await openPage(t);
  await answerNetwork(page, sandbox);
  await prepare?.(page);
  await page.goto(origin + path);
  const {stripe} = sandboxProvider(sandbox.origin);
  return {origin, sandbox, stripe, page, complaints, posts};
}

/** The only form that came back, after the thanks for it. */
export async function onlyPost({page, posts}: OpenSite): Promise<Post> {
  await page.getByRole('heading', {name: 'Thanks'}).waitFor();
  const [post, ...others] = posts;
  assert.ok(post);
  assert.deepEqual(others, []);
  return post;
}

/** The merchant's own files, ours beside each other under `/`, and thanks for every post. */
async function serve(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const posts: Post[] = [];
  const origin = await listen(t, (request, response) => {
    const {method, url = ''} = request;
    const {pathname} = new URL(url, 'http://localhost');
    const send = (type: string, content: string | Buffer = '') => {
      response.writeHead(content.length ? 200 : 404, {...headers, 'content-type': type});
      response.end(content);
    };
    if (method === 'POST') {
      void text(request).then(body => {
        posts.push({path: url, body});
        send('text/html', '<!doctype html><title>Thanks</title><h1>Thanks</h1>');
      });
    } else if (isImage(pathname)) send('image/png', pixel);
    else if (pathname.endsWith('.js')) send('text/javascript', files[pathname] ?? built(pathname));
    else send('text/html; charset=utf-8', files[pathname]);
  });
  return {origin, posts};
}

/**
 * The world beyond the merchant's site, at the browser's network: the sandbox answers for Stripe.js, our file
 * for checkout.js, a pixel for each image. Nothing else is there.
 */
async function answerNetwork(page: Page, sandbox: Sandbox): Promise<void> {
  const elsewhere = (url: URL) => !['localhost', '127.0.0.1'].includes(url.hostname);
  await page.route(elsewhere, async route => {
    const {hostname, pathname} = new URL(route.request().url());
    if (hostname === 'js.stripe.com') {
      return passTo(route, sandbox.origin + pathname);
    }
    if (hostname === 'checkout.stripe.com') {
      return route.fulfill({
        contentType: 'text/javascript',
        // Parts of the file that are loaded on demand are modules.
        headers: {'access-control-allow-origin': '*'},
        body: built(pathname.replace(/.*\/checkout\.js$/, '/pay-button.js')),
      });
    }
    if (isImage(pathname)) return route.fulfill({contentType: 'image/png', body: pixel});
    return route.abort();
  });
}

/** A file as it was built for pages; empty where there is none. */
export function built(path: string): string {
  const file = new URL(`../../../dist${path}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function isImage(path: string): boolean {
  return /\.(png|ico|gif|jpe?g|svg)$/.test(path);
}
