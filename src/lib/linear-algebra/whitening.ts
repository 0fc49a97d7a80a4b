import { covariance, meanPoint } from '../statistics/covariance.js';
import { cholesky, logDeterminant, solveLower } from './cholesky.js';

/** Points with mean zero and sample covariance I, and what they were divided by. */
export interface Whitened {
  /** `[n, dimension]`, row-major. */
  readonly points: Float64Array;
  /** log det Σ of the sample covariance: half of it is what whitening takes from a differential entropy. */
  readonly logDeterminant: number;
}

/**
 * Whitens points, L⁻¹ (x − x̄) with L Lᵀ = Σ the sample covariance. It is Σ^(−1/2) (x − x̄) but for a rotation,
 * which no distance sees.
 *
 * @param points `[n, dimension]`, row-major.
 * @param checked whether a covariance that is regular by rounding alone counts as singular (default).
 * @throws {RangeError} if the covariance is singular: fewer than dimension + 1 points, or a coordinate that is
 *   constant or a combination of others.
 */
export function whiten(
  points: Float64Array,
  dimension: number,
  { checked = true }: { readonly checked?: boolean } = {},
): Whitened {
  const matrix = covariance(points, dimension);
  const L = cholesky(matrix);
  const mean = meanPoint(points, dimension);
  if (checked) refuseRounding(points, matrix, L);
  const white = new Float64Array(points.length);
  const centred = new Float64Array(dimension);
  for (let at = 0; at < points.length; at += dimension) {
    for (let c = 0; c < dimension; c++) centred[c] = points[at + c] - mean[c];
    white.set(solveLower(L, centred), at);
  }
  return { points: white, logDeterminant: logDeterminant(L) };
}

/** What is left of a coordinate's variance without the others, below which it is the rounding of sums. */
const rounding = 1e-13;

/**
 * The mean of equal numbers differs from them by rounding, and so does a combination of coordinates from itself: their
 * covariance is not quite singular.
 */
function refuseRounding(points: Float64Array, matrix: Float64Array, L: Float64Array): void {
  const dimension = Math.sqrt(L.length);
  const n = points.length / dimension;
  for (let c = 0; c < dimension; c++) {
    let most = 0;
    for (let at = c; at < points.length; at += dimension) most = Math.max(most, Math.abs(points[at]));
    const variance = matrix[c * dimension + c];
    if (Math.sqrt(variance) <= n * Number.EPSILON * most)
      throw new RangeError(`whitening: coordinate ${c} is constant but for rounding: leave it out`);
    if (L[c * dimension + c] ** 2 <= rounding * variance)
      throw new RangeError(
        `whitening: coordinate ${c} is a combination of those before it but for rounding: leave it out`,
      );
  }
}
