import { covariance } from '../statistics/covariance.js';
import { checkFinite } from './finite-points.js';
import { kernelRowSums } from './kernel-row-sums.js';
import { kernelHeight } from './leave-one-out-density.js';

/**
 * `likelihood`: the largest likelihood of each point under the others;
 * `least-squares`: the least estimate of ∫ (p̂ − p)² but for a constant, ∫ p̂² − 2 ⟨p̂_{−i}(x_i)⟩.
 */
export type BandwidthCriterion = 'likelihood' | 'least-squares';

const candidates = 7;
const tolerance = 0.01;
/** How far from where it starts the search may go. */
const reach = 1e9;

/**
 * Bandwidth of a Gaussian kernel density estimate by leave-one-out cross-validation (A. Bowman, "An alternative
 * method of cross-validation for the smoothing of density estimates", *Biometrika* 71, 1984). The search is that of
 * I. Butakov's code: seven bandwidths at equal ratios from 0.5 s_min/f to 1.06 s_max/f, s being the coordinates'
 * standard deviations and f = n^{0.2/d}; then those around the best one, until they are within a hundredth of it.
 * A best one at an end moves the search beyond that end.
 *
 * @param points `[n, dimension]`, row-major, whitened where the bandwidth is to be used after whitening.
 * @throws {RangeError} if a coordinate is not finite, or no bandwidth is the best, as with many duplicates, whose likelihood
 *   has no bound.
 */
export function kernelBandwidth(
  points: Float64Array,
  dimension: number,
  criterion: BandwidthCriterion,
): number {
  checkFinite(points, dimension);
  const n = points.length / dimension;
  const matrix = covariance(points, dimension);
  const deviations = Array.from({ length: dimension }, (_, c) =>
    Math.sqrt((matrix[c * dimension + c] * (n - 1)) / n),
  );
  const factor = n ** (0.2 / dimension);
  const cost = criterion === 'likelihood' ? negativeLogLikelihood : integratedSquaredError;
  return minimise(
    (width) => cost(points, dimension, width),
    (0.5 * Math.min(...deviations)) / factor,
    (1.06 * Math.max(...deviations)) / factor,
  );
}

/** Infinite where a point is alone. */
function negativeLogLikelihood(points: Float64Array, dimension: number, width: number): number {
  const [sums] = kernelRowSums(points, dimension, [width]);
  return (
    -sums.reduce((sum, others) => sum + Math.log(others), 0) / sums.length -
    Math.log(kernelHeight(dimension, width))
  );
}

/** ∫ p̂² is the mean over all pairs, a point with itself among them, of a normal density of variance 2b². */
function integratedSquaredError(points: Float64Array, dimension: number, width: number): number {
  const wide = Math.SQRT2 * width;
  const [sums, wideSums] = kernelRowSums(points, dimension, [width, wide]);
  const n = sums.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / n;
  return (
    (kernelHeight(dimension, wide) * (1 + mean(wideSums))) / n -
    (2 * kernelHeight(dimension, width) * mean(sums)) / (n - 1)
  );
}

function minimise(cost: (width: number) => number, low: number, high: number): number {
  const [least, most] = [low / reach, high * reach];
  while (low > least && high < most) {
    const ratio = (high / low) ** (1 / (candidates - 1));
    const grid = Array.from({ length: candidates }, (_, i) => low * ratio ** i);
    const costs = grid.map(cost);
    // The last of equal ones: where all bandwidths leave a point alone, wider ones are to be tried.
    const best = costs.lastIndexOf(Math.min(...costs));
    if (best === 0) [low, high] = [(low * low) / high, grid[2]];
    else if (best === candidates - 1) [low, high] = [grid[candidates - 3], (high * high) / low];
    else {
      [low, high] = [grid[best - 1], grid[best + 1]];
      if (high - low < tolerance * grid[best]) return grid[best];
    }
  }
  throw new RangeError(
    `no best bandwidth between ${least} and ${most}: give one, or use nearest neighbours (mesnerShalizi where values repeat)`,
  );
}
