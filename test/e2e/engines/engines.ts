import type {TestContext} from 'node:test';
import {firefox, type Browser, type Frame} from 'playwright-core';
import {findBrowsers} from '../../../.ci/browsers.mjs';
import {launchWholeChromium} from '../../engines/launch-chromium.js';
import {WebKit} from '../../engines/webkit-driver.mjs';
import {Leaks, readable, watchContext} from '../secrets/watch.js';

/**
 * A page of any engine. Scripts are the bodies of functions, and run in the page or, where a title is given, in
 * its frame of that title.
 */
export interface Tab {
  goto(url: string): Promise<unknown>;
  /** To the page before, without waiting for it. */
  back(): Promise<unknown>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Clicks the element that the script returns, once it can be clicked. */
  click(element: string, where?: ClickPlace): Promise<void>;
  evaluate(script: string, frame?: string): Promise<unknown>;
  /** Until the script returns true. */
  waitFor(script: string, frame?: string): Promise<void>;
}

export interface ClickPlace {
  readonly frame?: string;
  readonly times?: number;
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
  engine('Chromium', paths.chromium, () => playwright(launchWholeChromium())),
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
    const context = await browser.newContext();
    const secrets = await watchContext(context);
    t.after(() => secrets.check().finally(() => context.close()));
    const page = await context.newPage();
    /** By title: over BiDi it takes a fifth of a second to find one. */
    const frames = new Map<string, Frame>();
    const inside = async (title?: string): Promise<Frame> => {
      if (title === undefined) return page.mainFrame();
      const known = frames.get(title);
      if (known && !known.isDetached()) return known;
      // Not by its own waiting: of a Firefox that went back to a page in its cache, it waits for a load for ever.
      await page.waitForFunction(bodyOf(isThere(title)));
      const frame = await page.$(frameSelector(title));
      const found = (await frame?.contentFrame()) as Frame;
      frames.set(title, found);
      return found;
    };
    const evaluate: Tab['evaluate'] = async (script, title) =>
      (await inside(title)).evaluate(bodyOf(script));
    const waitFor: Tab['waitFor'] = async (script, title) =>
      void (await (await inside(title)).waitForFunction(bodyOf(script)));
    return {
      goto: url => page.goto(url),
      // Not by its own means, which wait for a load that a page from the cache never has.
      back: () => page.evaluate(() => history.back()),
      press: key => page.keyboard.press(key),
      type: text => page.keyboard.type(text),
      click: clickBy({evaluate, waitFor}, (x, y, clickCount) =>
        page.mouse.click(x, y, {clickCount}),
      ),
      evaluate,
      waitFor,
    };
  };
}

/** As a function: a string would be evaluated in the page, which a strict policy forbids. */
function bodyOf(script: string): () => unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a script of these tests' own
  return new Function(script) as () => unknown;
}

async function webkit(path: string): Promise<Open> {
  const driver = await WebKit.launch(path);
  closers.push(() => driver.close());
  const inside = async <T>(title: string | undefined, run: () => Promise<T>): Promise<T> => {
    if (title === undefined) return run();
    await driver.waitFor(isThere(title));
    await driver.switchToFrame(await driver.find(frameSelector(title)));
    try {
      return await run();
    } finally {
      await driver.switchToFrame(null);
    }
  };
  return async t => {
    await driver.setViewport({width: 800, height: 900});
    // WebDriver hears neither the console nor the network: what the last page has is looked at.
    t.after(async () => {
      const leaks = new Leaks();
      leaks.look('The page', readable(String(await driver.evaluate(whatIsKept))));
      leaks.assertNone();
    });
    const evaluate: Tab['evaluate'] = (script, title) =>
      inside(title, () => driver.evaluate(script));
    const waitFor: Tab['waitFor'] = async (script, title) => {
      await inside(title, () => driver.waitFor(script));
    };
    return {
      goto: url => driver.goto(url),
      back: () => driver.back(),
      press: key => driver.press(key),
      type: text => driver.type(text),
      click: clickBy({evaluate, waitFor}, async (x, y, times) => {
        const presses = [
          {type: 'pointerDown', button: 0},
          {type: 'pointerUp', button: 0},
        ];
        const move = {type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y)};
        await driver.pointer(move, ...Array.from({length: times}, () => presses).flat());
      }),
      evaluate,
      waitFor,
    };
  };
}

/** The addresses that a page has asked for, and what it leaves in the browser. */
const whatIsKept = `return JSON.stringify([
  location.href, performance.getEntries().map(({name}) => name),
  {...localStorage}, {...sessionStorage}, document.cookie]);`;

function frameSelector(title: string): string {
  return `iframe[title="${title}"]`;
}

function isThere(title: string): string {
  return `return document.querySelector('${frameSelector(title)}') !== null`;
}

/** Clicks by where elements are, as the mouse does: what lies above them gets the click. */
function clickBy(
  {evaluate, waitFor}: Pick<Tab, 'evaluate' | 'waitFor'>,
  mouse: (x: number, y: number, times: number) => Promise<unknown>,
): Tab['click'] {
  return async (script, {frame, times = 1} = {}) => {
    const element = `const element = (() => {${script}})();`;
    const middle = `const {x, y, width, height} = element.getBoundingClientRect();
      const point = [x + width / 2, y + height / 2];`;
    await waitFor(
      `${element} if (!element) return false;
       element.scrollIntoView({block: 'nearest'}); ${middle}
       return element.contains(element.getRootNode().elementFromPoint(...point));`,
      frame,
    );
    const [x, y] = (await evaluate(`${element} ${middle} return point;`, frame)) as Point;
    const corner = `const {x, y} = document.querySelector('${frameSelector(frame ?? '')}').getBoundingClientRect();
      return [x, y];`;
    const [left, top] = frame === undefined ? [0, 0] : ((await evaluate(corner)) as Point);
    await mouse(left + x, top + y, times);
  };
}

type Point = readonly [number, number];
