import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';

/** Frames of other origins run in the page's own process: only there does the page see what they execute. */
export const oneProcess = [
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process',
];

const folder = process.env.PAGE_COVERAGE;

/**
 * Writes down what scripts this page executes, where a report is wanted.
 * Pages run three times as long under it, which is why only the stand-in's own tests are.
 * @param name of the files, not given twice
 * @returns a function that writes the last of it
 */
export async function keepCoverage(page: Page, name: string): Promise<() => Promise<void>> {
  if (!folder) return async () => {};
  mkdirSync(folder, {recursive: true});
  // Not by Playwright's own, which has a debugger beside it and takes three times as long.
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  let turn = 0;
  const begin = () =>
    session.send('Profiler.startPreciseCoverage', {callCount: false, detailed: true});
  const write = async () => {
    const {result} = await session.send('Profiler.takePreciseCoverage');
    await session.send('Profiler.stopPreciseCoverage');
    writeFileSync(
      join(folder, `${name}-${turn++}.json`),
      JSON.stringify(result.filter(({url}) => url.startsWith('http'))),
    );
  };
  // The browser forgets what was executed with the page that did it.
  const goTo = page.goto.bind(page);
  page.goto = async (...given) => {
    await write();
    await begin();
    return goTo(...given);
  };
  await begin();
  return write;
}
