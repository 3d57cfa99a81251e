import {spec} from 'node:test/reporters';
import {relative} from 'node:path';
import {Readable} from 'node:stream';
import {closingLines, noTests} from './closing-lines.mjs';

const engines = ['Chromium', 'Firefox', 'WebKit'];

/** What a test runs in where no suite around it is named after an engine, as in "paying in Firefox". */
const usual = process.env.TESTS_RUN_IN ?? 'Node';

/** Node's own `spec` report, closed by lines that tell what failed and count the tests (not the suites around them). */
export default async function* totals(source) {
  const sums = {};
  const failures = [];
  const around = [];
  async function* counted() {
    for await (const event of source) {
      const {type, data} = event;
      // Comes in the order of the report, before what lies inside.
      if (type === 'test:start') around[data.nesting] = data.name;
      if (type === 'test:pass' || type === 'test:fail') count(event, around, sums, failures);
      yield event;
    }
  }
  yield* Readable.from(counted()).pipe(new spec());
  yield `\n${closingLines(sums, failures)}\n`;
}

function count({type, data}, around, sums, failures) {
  if (data.details?.type === 'suite') return;
  const suites = around.slice(0, data.nesting);
  const engine = engines.find(name => suites.some(suite => suite.endsWith(name))) ?? usual;
  const sum = (sums[engine] ??= noTests());
  if (data.skip !== undefined || data.todo !== undefined) sum.skipped++;
  else if (type === 'test:pass') sum.passed++;
  else {
    sum.failed++;
    const where = `${engine}, ${relative('', data.file ?? '')}`;
    // What was thrown is the cause of the runner's own error.
    const {error} = data.details;
    failures.push({where, names: [...suites, data.name], error: error?.cause ?? error});
  }
}
