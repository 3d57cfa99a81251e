import {closingLines, noTests} from './closing-lines.mjs';

/** Puppeteer's name for it, whatever was built of it. */
const names = {Chrome: 'Chromium'};

/** Closes a run of Web Test Runner with one line per engine and their sum. */
export function totals() {
  return {
    onTestRunFinished({sessions}) {
      const sums = {};
      for (const {browser, group, errors, testResults} of sessions) {
        const name = group.name === 'default' ? (names[browser.name] ?? browser.name) : group.name;
        const sum = (sums[name] ??= noTests());
        // A file that does not load has errors instead of tests.
        sum.failed += errors.length;
        if (testResults) count(testResults, sum);
      }
      console.log(closingLines(sums));
    },
  };
}

function count(suite, sum) {
  for (const test of suite.tests) {
    if (test.skipped) sum.skipped++;
    else if (test.passed) sum.passed++;
    else sum.failed++;
  }
  for (const inner of suite.suites) count(inner, sum);
}
