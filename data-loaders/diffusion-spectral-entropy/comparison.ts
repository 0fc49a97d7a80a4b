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

/** The first and the last row in time of each network of a regime, by seed. */
export function ends<R extends { readonly regime: string; readonly seed: number }>(
  rows: readonly R[],
  regime: string,
  time: (row: R) => number,
): { readonly first: R; readonly last: R }[] {
  const own = rows.filter((row) => row.regime === regime);
  return levels(own, ({ seed }) => seed).map((number) => {
    const course = own.filter(({ seed }) => seed === number).sort((a, b) => time(a) - time(b));
    return { first: course[0], last: course[course.length - 1] };
  });
}
