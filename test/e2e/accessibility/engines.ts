import type {TestContext} from 'node:test';
import {chromium, firefox, type Browser} from 'playwright-core';
import {findBrowsers} from '../../../.ci/browsers.mjs';
import {chromiumArgs} from '../../engines/chromium-args.mjs';
import {WebKit} from '../../engines/webkit-driver.mjs';

/** A page of any engine, as far as keyboard walks need one. Scripts are the bodies of functions. */
export interface Tab {
  goto(url: string): Promise<unknown>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  evaluate(script: string): Promise<unknown>;
  /** Until the script returns true. */
  waitFor(script: string): Promise<void>;
}

type Open = (t: TestContext) => Promise<Tab>;

export interface Engine {
  readonly name: string;
  /** Why it is not tested here. */
  readonly missing: string | false;
  readonly open: Open;
}

const paths = findBrowsers();
const closers: (() => Promise<unknown>)[] = [];

export const engines: readonly Engine[] = [
  engine('Chromium', paths.chromium, path =>
    playwright(chromium.launch({executablePath: path, args: chromiumArgs})),
  ),
  engine('Firefox', paths.firefox, path =>
    playwright(
      firefox.launch({
        channel: 'moz-firefox',
        executablePath: path,
        // Else no key that is sent this way reaches a frame in another process.
        firefoxUserPrefs: {'fission.autostart': false},
      }),
    ),
  ),
  engine('WebKit', paths.webkit, webkit),
];

/** The browsers of all tests of a file. */
export async function closeEngines(): Promise<void> {
  await Promise.all(closers.map(close => close()));
}

function engine(
  name: string,
  path: string | undefined,
  launch: (path: string) => Promise<Open>,
): Engine {
  let launched: Promise<Open> | undefined;
  return {
    name,
    missing: path ? false : `${name} is not on this machine`,
    open: async t => (await (launched ??= launch(path ?? '')))(t),
  };
}

async function playwright(launching: Promise<Browser>): Promise<Open> {
  const browser = await launching;
  closers.push(() => browser.close());
  return async t => {
    const page = await browser.newPage();
    t.after(() => page.close());
    const body = (script: string) => `(() => {${script}})()`;
    return {
      goto: url => page.goto(url),
      press: key => page.keyboard.press(key),
      type: text => page.keyboard.type(text),
      evaluate: script => page.evaluate(body(script)),
      waitFor: async script => void (await page.waitForFunction(body(script))),
    };
  };
}

async function webkit(path: string): Promise<Open> {
  const driver = await WebKit.launch(path);
  closers.push(() => driver.close());
  return async () => {
    await driver.setViewport({width: 800, height: 900});
    return {
      goto: url => driver.goto(url),
      press: key => driver.press(key),
      type: text => driver.type(text),
      evaluate: script => driver.evaluate(script),
      waitFor: script => driver.waitFor(script),
    };
  };
}
