/** Closes a run of Web Test Runner with one line per engine and their sum. */
export function totals() {
  return {
    onTestRunFinished({sessions}) {
      const engines = {};
      for (const session of sessions) {
        const sums = (engines[session.browser.name] ??= {passed: 0, failed: 0, skipped: 0});
        // A file that does not load has errors instead of tests.
        sums.failed += session.errors.length;
        if (session.testResults) count(session.testResults, sums);
      }
      for (const [name, sums] of Object.entries(engines)) console.log(`${name}: ${line(sums)}`);
      console.log(line(Object.values(engines).reduce(add, {passed: 0, failed: 0, skipped: 0})));
    },
  };
}

function count(suite, sums) {
  for (const test of suite.tests) {
    if (test.skipped) sums.skipped++;
    else if (test.passed) sums.passed++;
    else sums.failed++;
  }
  for (const inner of suite.suites) count(inner, sums);
}

function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

function line({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
