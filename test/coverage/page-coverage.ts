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
  let turn = 0;
  const begin = () => page.coverage.startJSCoverage({resetOnNavigation: false});
  const write = async () => {
    const entries = await page.coverage.stopJSCoverage();
    writeFileSync(join(folder, `${name}-${turn++}.json`), JSON.stringify(entries));
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
