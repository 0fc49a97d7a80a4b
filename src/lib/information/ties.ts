import { countsOf, rowLabels } from './labels.js';

/** Above this share of points with ties an estimate by neighbours is more than about 0.01 nats off for them. */
export const toleratedTies = 0.05;

/**
 * What the coordinates' rounding may make of a distance between points whose true distance is the same: decimals such
 * as 0.1, 0.2, 0.3 lie on no lattice of floating-point numbers.
 */
export function roundingOf(points: Float64Array): number {
  let most = 0;
  for (const value of points) most = Math.max(most, Math.abs(value));
  return 4 * Number.EPSILON * most;
}

/**
 * The share of points whose k-th neighbour is no single point: it lies at distance zero, or the next one as far. Zero
 * for a sample of a density; rounded numbers, labels and lattices have more.
 *
 * @param distances of the k nearest, and of one more where there is one, `[n, columns]`, ascending in each row.
 * @param rounding up to which distances are equal.
 */
export function shareOfTiedNeighbours(
  distances: Float64Array,
  columns: number,
  k: number,
  rounding: number,
): number {
  const n = distances.length / columns;
  let tied = 0;
  for (let row = 0; row < distances.length; row += columns) {
    const distance = distances[row + k - 1];
    if (distance <= rounding || (columns > k && distances[row + k] - distance <= rounding)) tied++;
  }
  return tied / n;
}

/** The share of points that equal another one. */
export function shareOfDuplicates(points: Float64Array, dimension: number): number {
  const labels = rowLabels(points, dimension);
  let repeated = 0;
  for (const size of countsOf(labels)) if (size > 1) repeated += size;
  return repeated / labels.codes.length;
}

/** A share as a reader sees it in an error: 3 %, 0.2 %. */
export function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
