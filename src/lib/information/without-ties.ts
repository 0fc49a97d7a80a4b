import type { Points } from './joined-points.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import type { Nearest } from './neighbours/queries.js';
import type { PairedPoints } from './paired-points.js';
import { percent, roundingOf, shareOfDuplicates, shareOfTiedNeighbours, toleratedTies } from './ties.js';

/** The neighbours of a sample of a density. */
export interface NearestOfDensity extends Nearest {
  /** Neighbours in each row: k, or one more. */
  readonly columns: number;
  /** Distance of each point to its k-th neighbour, `[n]`. */
  readonly radii: Float64Array;
}

/**
 * The nearest neighbours of each point in the maximum norm, where the k-th is one point, as estimators of densities
 * assume it is.
 *
 * @param of the estimator that asks, and @param instead the one that takes ties: for the error.
 * @throws {RangeError} if points are not finite, k is not an integer from 1 to n − 1, or more than 5 % of the points have
 *   their k-th neighbour at distance zero or the next one equally far, as rounded numbers, labels and lattices have.
 */
export function nearestWithoutTies(
  { points, dimension }: Points,
  k: number,
  of: string,
  instead: string,
): NearestOfDensity {
  const n = points.length / dimension;
  const columns = k < n - 1 ? k + 1 : k;
  const { distances, indices } = neighbourhoods(points, dimension, 'maximum').nearest(columns);
  const share = shareOfTiedNeighbours(distances, columns, k, roundingOf(points));
  if (share > toleratedTies)
    throw new RangeError(
      `${of}: at ${percent(share)} of ${n} points the ${k}-th neighbour is tied with others, as where values repeat or ` +
        `lie on a lattice; it is for continuous variables: use ${instead}`,
    );
  return {
    distances,
    indices,
    columns,
    radii: Float64Array.from({ length: n }, (_, i) => distances[i * columns + k - 1]),
  };
}

/** A variable of which more values repeat is rounded so coarsely, or of so few labels, that it has no density. */
const toleratedRepeats = 0.25;

/**
 * Refuses variables that are not continuous.
 *
 * @param of the estimator that asks, and @param instead the one that takes them: for the error.
 * @throws {RangeError} if more than a quarter of the values of x or of y repeat.
 */
export function refuseRepeats(
  { x, dimensionX, y, dimensionY }: PairedPoints,
  of: string,
  instead: string,
): void {
  for (const [name, points, dimension] of [['x', x, dimensionX] as const, ['y', y, dimensionY] as const]) {
    const share = shareOfDuplicates(points, dimension);
    if (share > toleratedRepeats)
      throw new RangeError(
        `${of}: ${percent(share)} of the values of ${name} repeat, as labels and rounded numbers do; it is for continuous ` +
          `variables: use ${instead}`,
      );
  }
}
