import {stripVTControlCharacters} from 'node:util';

/** Nothing has been counted yet. */
export const noTests = () => ({passed: 0, failed: 0, skipped: 0});

/**
 * A line for each failure and for each engine, and the engines' sum in the last.
 * @param {Failure[]} failures
 *
 * @typedef {{where: string, names: string[], error?: unknown}} Failure what failed where (an engine,
 *   a file), with the names of the suites around the test and its own
 */
export function closingLines(sums, failures) {
  const all = Object.values(sums).reduce(add, noTests());
  const lines = Object.entries(sums).map(([engine, sum]) => `${engine}: ${line(sum)}`);
  return [...failures.map(failureLine), ...lines, line(all)].join('\n');
}

function failureLine({where, names, error}) {
  const path = [where, ...names].filter(Boolean).join(' › ');
  const reason = String(error?.message ?? error ?? 'it did not run').replaceAll(/\s+/g, ' ');
  return `Failed: ${path}: ${reason.slice(0, 300)}`;
}

/** The lines that tell what failed, from a run's output. */
export function failuresIn(output) {
  return stripVTControlCharacters(output).match(/^Failed: .*$/gm) ?? [];
}

/**
 * What a run has counted, from its output: the lines that it closed with.
 * @returns {Record<string, {passed: number, failed: number, skipped: number}>} by engine
 */
export function countsIn(output) {
  const counts = {};
  const closing = /^([\w -]+): (\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;
  // A runner that redraws its progress leaves such codes at the start of a line.
  const plain = stripVTControlCharacters(output);
  for (const [, engine, passed, failed, skipped = 0] of plain.matchAll(closing)) {
    counts[engine] = {passed: Number(passed), failed: Number(failed), skipped: Number(skipped)};
  }
  return counts;
}

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

function line({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
