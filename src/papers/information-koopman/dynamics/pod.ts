import { principalCodes, principalComponents } from '../../../lib/statistics/principal-components.js';
import { stateCount } from './vector-field.js';

/** The modes of most energy of a set of snapshots. */
export interface Pod {
  /** `[dimension]`. */
  readonly mean: Float64Array;
  /** Orthonormal, `[count, dimension]`; the sign of each is arbitrary. */
  readonly modes: Float64Array;
  /** Share of the energy (of the variance, summed over all coordinates) in each, `[count]`, descending. */
  readonly shares: Float64Array;
}

/**
 * Proper orthogonal decomposition: the modes of which, for every r, the first r approximate the snapshots, less their
 * mean, best in least squares. The same as L. Sirovich's method of snapshots (*Quart. Appl. Math.* 45, 1987) finds
 * from the eigenvectors of the n × n matrix of their products; here neither that nor the covariance is formed.
 *
 * @param snapshots `[n, dimension]`, row-major, two or more.
 * @throws {RangeError} if `count` is not an integer from 1 to the dimension, or there are fewer than two snapshots.
 */
export function pod(snapshots: Float64Array, dimension: number, count: number): Pod {
  const n = stateCount(snapshots, dimension);
  const { mean, directions, variances } = principalComponents(snapshots, dimension, count);
  let energy = 0;
  for (let at = 0; at < snapshots.length; at += dimension)
    for (let c = 0; c < dimension; c++) energy += (snapshots[at + c] - mean[c]) ** 2;
  return { mean, modes: directions, shares: variances.map((value) => (value * (n - 1)) / energy) };
}

/** Coordinates of snapshots `[n, dimension]` along the modes: `[n, count]`. */
export function podCoefficients(snapshots: Float64Array, { mean, modes, shares }: Pod): Float64Array {
  return principalCodes(snapshots, { mean, directions: modes, variances: shares });
}

/** The snapshots `[n, dimension]` that have the coordinates `[n, count]` and nothing outside the modes. */
export function podReconstruction(coefficients: Float64Array, { mean, modes, shares }: Pod): Float64Array {
  const dimension = mean.length;
  const count = shares.length;
  const n = stateCount(coefficients, count);
  const snapshots = new Float64Array(n * dimension);
  for (let i = 0; i < n; i++) {
    const snapshot = snapshots.subarray(i * dimension, (i + 1) * dimension);
    snapshot.set(mean);
    for (let k = 0; k < count; k++) {
      const weight = coefficients[i * count + k];
      for (let c = 0; c < dimension; c++) snapshot[c] += weight * modes[k * dimension + c];
    }
  }
  return snapshots;
}
