import {testsIn} from '../engines/shared-pages.mjs';
import {closingLines, noTests} from './closing-lines.mjs';

/** Puppeteer's name for it, whatever was built of it. */
const names = {Chrome: 'Chromium'};

/** Closes a run of Web Test Runner with a line for each failure, one per engine and their sum. */
export function totals() {
  return {
    onTestRunFinished({sessions}) {
      const sums = {};
      const failures = [];
      for (const {browser, group, errors, testFile, testResults} of sessions) {
        const name = group.name === 'default' ? (names[browser.name] ?? browser.name) : group.name;
        const sum = (sums[name] ??= noTests());
        const where = `${name}, ${testsIn(testFile)}`;
        // A file that does not load has errors instead of tests.
        sum.failed += errors.length;
        failures.push(...errors.map(error => ({where, names: [], error})));
        if (testResults) count(testResults, sum, failures, {where, names: []});
      }
      console.log(closingLines(sums, failures));
    },
  };
}

function count(suite, sum, failures, {where, names}) {
  const around = [...names, suite.name];
  for (const {name, skipped, passed, error} of suite.tests) {
    if (skipped) sum.skipped++;
    else if (passed) sum.passed++;
    else {
      sum.failed++;
      failures.push({where, names: [...around, name], error});
    }
  }
  for (const inner of suite.suites) count(inner, sum, failures, {where, names: around});
}
