const columns = ['Chromium', 'Firefox', 'WebKit', 'Node'];

/**
 * What has passed, by suite and engine; what has failed or was left out is said beside it.
 * @param {{suite: string, counts: ReturnType<typeof import('./closing-lines.mjs').countsIn>, seconds?: number}[]} rows
 */
export function table(rows) {
  const cells = rows.map(({suite, counts, seconds}) => [
    suite,
    ...columns.map(engine => cell(counts[engine])),
    seconds === undefined ? '' : `${Math.round(seconds)} s`,
  ]);
  const all = [['passed', ...columns, 'time'], ...cells];
  const widths = all[0].map((_, column) => Math.max(...all.map(row => row[column].length)));
  const text = all.map(row =>
    row.map((each, column) => pad(each, widths[column], column)).join('  '),
  );
  return text.join('\n');
}

function cell(count) {
  if (!count) return '-';
  const {passed, failed, skipped} = count;
  const parts = [failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean);
  return parts.length ? `${passed} (${parts.join(', ')})` : String(passed);
}

/** Names to the left, numbers to the right. */
function pad(text, width, column) {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
