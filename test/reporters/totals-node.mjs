import {spec} from 'node:test/reporters';
import {Readable} from 'node:stream';

/** Node's own `spec` report, closed by one line that counts the tests (not the suites around them). */
export default async function* totals(source) {
  const sums = {passed: 0, failed: 0, skipped: 0};
  async function* counted() {
    for await (const event of source) {
      count(event, sums);
      yield event;
    }
  }
  yield* Readable.from(counted()).pipe(new spec());
  const skipped = sums.skipped ? `, ${sums.skipped} skipped` : '';
  yield `\n${sums.passed} passed, ${sums.failed} failed${skipped}\n`;
}

function count({type, data}, sums) {
  if (type !== 'test:pass' && type !== 'test:fail') return;
  if (data.details?.type === 'suite') return;
  if (data.skip !== undefined || data.todo !== undefined) sums.skipped++;
  else if (type === 'test:pass') sums.passed++;
  else sums.failed++;
}
