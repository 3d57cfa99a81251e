import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';

/**
 * For a browser whose pages' coverage is kept. Frames of other origins run in the page's own process: only there does
 * the page see what they execute. Code is compiled anew: what was compiled before is not counted by its branches.
 */
export const countable = [
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process',
  '--js-flags=--no-compilation-cache',
];

const folder = process.env.PAGE_COVERAGE;

/**
 * Writes down what scripts this page executes, where a report is wanted.
 * By the profiler itself: Playwright's own way needs the debugger, and reads every script with every page.
 * @param name of the files, not given twice
 * @returns a function that writes the last of it
 */
export async function keepCoverage(page: Page, name: string): Promise<() => Promise<void>> {
  if (!folder) return async () => {};
  mkdirSync(folder, {recursive: true});
  const sources = new Map<string, Promise<string>>();
  page.on('response', response => {
    const url = response.url();
    if (url.endsWith('.js') && response.ok() && !sources.has(url)) {
      sources.set(url, response.text());
    }
  });
  const profiler = await page.context().newCDPSession(page);
  let turn = 0;
  const write = async () => {
    const {result} = await profiler.send('Profiler.takePreciseCoverage');
    const entries = await Promise.all(
      result.map(async entry => ({...entry, source: await sources.get(entry.url)})),
    );
    writeFileSync(
      join(folder, `${name}-${turn++}.json`),
      JSON.stringify(entries.filter(({source}) => source !== undefined)),
    );
  };
  // The browser forgets what was executed with the page that did it.
  const goTo = page.goto.bind(page);
  page.goto = async (...given) => {
    await write();
    return goTo(...given);
  };
  await profiler.send('Profiler.enable');
  await profiler.send('Profiler.startPreciseCoverage', {callCount: true, detailed: true});
  return write;
}
