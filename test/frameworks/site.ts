import {getRequestListener} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {TestContext} from 'node:test';
import type {Page} from 'playwright-core';
import {passTo} from '../e2e/pass-to.js';
import {listen, openPage, openSandbox} from '../e2e/stage.js';

export interface OpenSite {
  readonly page: Page;
  /** What went wrong in the page. */
  readonly complaints: readonly string[];
  /** The forms that came back. */
  readonly posts: readonly URLSearchParams[];
}

/** Opens an app that its own tool has built. Its Stripe.js is the sandbox's, by the address of Stripe's. */
export async function openSite(t: TestContext, built: string): Promise<OpenSite> {
  const posts: URLSearchParams[] = [];
  const server = new Hono();
  server.post('/charge', async context => {
    posts.push(new URLSearchParams(await context.req.text()));
    return context.html('<!doctype html><title>Thanks</title><h1>Thanks</h1>');
  });
  server.get('*', serveStatic({root: built}));
  const answer = getRequestListener(server.fetch);
  const origin = await listen(t, (request, response) => void answer(request, response));
  const sandbox = await openSandbox(t);
  const {page, complaints} = await openPage(t);
  await page.route('https://js.stripe.com/**', route =>
    passTo(route, sandbox.origin + new URL(route.request().url()).pathname),
  );
  await page.goto(origin);
  return {page, complaints, posts};
}
