/** The distinct values of a column, ascending. */
export function levels<R>(rows: readonly R[], column: (row: R) => number): number[] {
  return [...new Set(rows.map(column))].sort((a, b) => a - b);
}

/** Three significant digits. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

/** The lowest and the highest of some values: `1.57 to 8.15`. */
export function span(values: readonly number[]): string {
  return `${short(Math.min(...values))} to ${short(Math.max(...values))}`;
}
