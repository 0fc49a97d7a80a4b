import type { PairedPoints } from './paired-points.js';
import { percent } from './ties.js';

/**
 * Refuses a variable of which most points are as close to all others as the neighbours of the joint points: in a maximum
 * norm with the other variable its scale hides what it has to say. A constant has nothing to say, and passes.
 *
 * @param counts of other points in each point's neighbourhood, in x and in y, `[n]` each.
 * @param of the estimator that asks: for the error.
 * @throws {RangeError} if they are all others at more than half of the points, of a sample that is not tiny beside k.
 */
export function refuseUnlikeScales(
  counts: { readonly x: Uint32Array; readonly y: Uint32Array },
  { x, y }: PairedPoints,
  k: number,
  of: string,
): void {
  const n = counts.x.length;
  if (n < 4 * (k + 1)) return;
  for (const [name, other, points] of [['x', 'y', x] as const, ['y', 'x', y] as const]) {
    const all = counts[name].reduce((sum, count) => sum + (count === n - 1 ? 1 : 0), 0);
    const dimension = points.length / n;
    const constant = points.every((value, at) => value === points[at % dimension]);
    if (all > n / 2 && !constant)
      throw new RangeError(
        `${of}: ${name} is so small beside ${other} that ${percent(all / n)} of its points are neighbours of all others: ` +
          'scale both to unit variance, and labels at least as far apart',
      );
  }
}
