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
 * @throws {RangeError} if the covariance is singular: fewer than dimension + 1 points, or a coordinate that is
 *   constant or a combination of others.
 */
export function whiten(points: Float64Array, dimension: number): Whitened {
  const L = cholesky(covariance(points, dimension));
  const mean = meanPoint(points, dimension);
  const white = new Float64Array(points.length);
  const centred = new Float64Array(dimension);
  for (let at = 0; at < points.length; at += dimension) {
    for (let c = 0; c < dimension; c++) centred[c] = points[at + c] - mean[c];
    white.set(solveLower(L, centred), at);
  }
  return { points: white, logDeterminant: logDeterminant(L) };
}
