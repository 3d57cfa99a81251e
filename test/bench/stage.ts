import {startSandbox, type Sandbox} from 'pay-button/sandbox';
import type {Browser, CDPSession, Page} from 'playwright-core';
import {launchChromium} from '../engines/launch-chromium.js';
import type {Contestant} from './contestants.js';
import {contestantFiles, measuringScript} from './files.js';
import {serveSite, type Site} from './serve.js';

/** Many times what the slowest takes, in milliseconds. */
const limit = 900_000;

/** One page of a contestant, in a context of its own, so that nothing is in any cache. */
export interface Scene {
  readonly page: Page;
  readonly session: CDPSession;
  /** From now on, everything takes so many times as long. */
  readonly slowDown: (rate: number) => Promise<void>;
  /** Resolves when the page has settled. */
  readonly visit: () => Promise<void>;
}

/** The browser, the site and the stand-in that all measures share. */
export class Stage {
  readonly browser: Browser;
  readonly #sandbox: Sandbox;
  readonly #site: Site;
  readonly #script: string;

  private constructor(browser: Browser, sandbox: Sandbox, site: Site, script: string) {
    this.browser = browser;
    this.#sandbox = sandbox;
    this.#site = site;
    this.#script = script;
  }

  static async open(): Promise<Stage> {
    const [files, script] = await Promise.all([contestantFiles(), measuringScript()]);
    const sandbox = await startSandbox({port: 0});
    const site = await serveSite(files);
    return new Stage(await launchChromium(), sandbox, site, script);
  }

  get siteOrigin(): string {
    return this.#site.origin;
  }

  /** @param fields how many of Stripe's fields become ready by themselves */
  async with<T>(
    {script, isModule}: Contestant,
    body: string,
    fields: number,
    measure: (scene: Scene) => Promise<T>,
  ): Promise<T> {
    const tag = `<script ${isModule ? 'type="module"' : 'async'} src="${script}"></script>`;
    this.#site.show(pageOf(tag, body));
    // As most people have it: the other tests run without motion.
    const context = await this.browser.newContext({reducedMotion: 'no-preference'});
    try {
      const page = await context.newPage();
      await page.addInitScript(`if (top === window) {${this.#script}}`);
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable');
      await this.#standIn(session);
      const measured = measure({
        page,
        session,
        slowDown: async rate => void (await session.send('Emulation.setCPUThrottlingRate', {rate})),
        visit: async () => {
          await page.goto(this.#site.origin);
          await page.evaluate(fields => window.bench.settled(fields), fields);
        },
      });
      return await Promise.race([measured, expired(`${script} with ${body}`)]);
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#site.close();
    await this.#sandbox.close();
  }

  /** Answers for Stripe's address; not by Playwright's routes, which hold up every other request as well. */
  async #standIn(session: CDPSession): Promise<void> {
    session.on('Fetch.requestPaused', ({requestId, request}) => {
      void this.#answer(session, requestId, new URL(request.url).pathname);
    });
    await session.send('Fetch.enable', {patterns: [{urlPattern: 'https://js.stripe.com/*'}]});
  }

  async #answer(session: CDPSession, requestId: string, path: string): Promise<void> {
    const answer = await fetch(this.#sandbox.origin + path);
    const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
    const responseHeaders = [...answer.headers]
      .filter(([name]) => /^(content-type|access-control-allow-origin)$/.test(name))
      .map(([name, value]) => ({name, value}));
    const {status: responseCode} = answer;
    await session.send('Fetch.fulfillRequest', {requestId, responseCode, responseHeaders, body});
  }
}

/** Rejects where something never comes, so that a benchmark ends. */
function expired(what: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`Nothing came of ${what}.`)), limit).unref();
  });
}

const pageOf = (head: string, body: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">${head}<body><h1>Shop</h1>${body}`;
