import { extent, groups, sort } from 'd3-array';
import { significant } from '../../src/lib/text/number.js';

/** The lowest and the highest of some values: `1.57 to 8.15`. */
export function span(values: readonly number[]): string {
  const [low = NaN, high = NaN] = extent(values);
  return `${significant(low)} to ${significant(high)}`;
}

/** The first and the last row in time of each network, by seed. */
export function ends<R extends { readonly seed: number }>(
  rows: readonly R[],
  time: (row: R) => number,
): { readonly first: R; readonly last: R }[] {
  const networks = sort(
    groups(rows, ({ seed }) => seed),
    ([seed]) => seed,
  );
  return networks.map(([, own]) => {
    const course = sort(own, time);
    return { first: course[0], last: course[course.length - 1] };
  });
}
