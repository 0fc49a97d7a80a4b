import { binCodes, equalWidthLabels } from './binning.js';
import { adaptiveEdges } from './entropy-based-adaptive-binning.js';
import { checkFinite } from './finite-points.js';
import { countPoints } from './gaussian-kernel.js';
import { type Labels, rowLabels } from './labels.js';
import type { PairedPoints } from './paired-points.js';
import { pluginMutualInformation } from './plug-in.js';

/**
 * Bins along each axis with which n points of 2d coordinates are five to a joint bin, were they spread evenly:
 * (n/5)^{1/2d}, rounded, at least 2.
 */
export function binsPerAxis(n: number, d: number): number {
  return Math.max(2, Math.round((n / 5) ** (1 / (2 * d))));
}

/**
 * Mutual information of the joint bins of x and of y, in nats, each axis cut into bins of equal width. At most
 * log n, and close to it where most points are alone in their bins, whatever the dependence; close to zero where one point
 * lies so far out that all others share a bin: prefer {@link equalCountInformation} where tails are long.
 *
 * @throws {RangeError} if the points are not paired or not finite, or bins is not an integer of at least 1.
 */
export function equalWidthInformation({ x, dimensionX, y, dimensionY }: PairedPoints, bins: number): number {
  return pluginMutualInformation(
    equalWidthLabels(x, dimensionX, bins),
    equalWidthLabels(y, dimensionY, bins),
  );
}

/**
 * As {@link equalWidthInformation}, with as many points in each bin of an axis as in any other.
 *
 * @throws {RangeError} if a coordinate is not finite, there are no whole points, or bins is not an integer of at least 1.
 */
export function equalCountInformation({ x, dimensionX, y, dimensionY }: PairedPoints, bins: number): number {
  return pluginMutualInformation(
    equalCountLabels(x, dimensionX, bins),
    equalCountLabels(y, dimensionY, bins),
  );
}

function equalCountLabels(points: Float64Array, dimension: number, bins: number): Labels {
  checkFinite(points, dimension);
  countPoints(points, dimension);
  const codes = new Int32Array(points.length);
  for (let c = 0; c < dimension; c++) {
    const column = points.filter((_, at) => at % dimension === c);
    // Nothing lies at the lowest edge, and the last, the largest value, would make a bin of its own.
    const edges = adaptiveEdges(column, bins, -Infinity).subarray(0, -1);
    binCodes(column, edges).forEach((code, i) => (codes[i * dimension + c] = code));
  }
  return rowLabels(codes, dimension);
}
