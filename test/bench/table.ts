type Cell = string | number;

/** A heading and a table in Markdown, laid out as prettier does: the first column is text, the others numbers. */
export function table(title: string, head: readonly string[], rows: readonly Cell[][]): string {
  const lines = [head, ...rows].map(cells => cells.map(String));
  const widths = head.map((_, column) =>
    Math.max(3, ...lines.map(cells => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const pad = (cell: string, column: number) =>
    column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  const rule = widths.map((width, column) =>
    column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const [first = [], ...others] = lines.map(cells => line(cells.map(pad)));
  return [`### ${title}`, '', first, line(rule), ...others, ''].flat().join('\n');
}
