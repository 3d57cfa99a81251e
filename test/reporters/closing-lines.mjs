import {stripVTControlCharacters} from 'node:util';

/** Nothing has been counted yet. */
export const noTests = () => ({passed: 0, failed: 0, skipped: 0});

/** A line for each engine, and their sum in the last. */
export function closingLines(sums) {
  const all = Object.values(sums).reduce(add, noTests());
  const lines = Object.entries(sums).map(([engine, sum]) => `${engine}: ${line(sum)}`);
  return [...lines, line(all)].join('\n');
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
