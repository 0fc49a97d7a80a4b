import { whiten } from '../linear-algebra/whitening.js';
import { digammaTable } from '../statistics/digamma.js';
import { type Estimate, meanOfTerms } from './estimate.js';
import { countPoints } from './gaussian-kernel.js';
import { kozachenkoLeonenkoWeights } from './kozachenko-leonenko-weights.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import { logUnitBall } from './unit-ball.js';

export interface WeightedOptions {
  /** Of the first, second, … neighbour; {@link kozachenkoLeonenkoWeights} of five where omitted. */
  readonly weights?: ArrayLike<number>;
  /** Whether the points are whitened first (default), so that the estimate follows every affine map exactly. */
  readonly whitened?: boolean;
}

/** Keeps the logarithm of the distance between duplicates finite. */
const floor = 1e-15;

/**
 * Differential entropy of a sample, in nats, by a weighted mean over its nearest neighbours:
 * −⟨Σ_j w_j log p_ij⟩ + ½ log det Σ, log p_ij = ψ(j) − log V_d − d log ρ_ij − log(n − 1), ρ_ij being the Euclidean
 * distance of the i-th point to its j-th neighbour after whitening with the sample covariance Σ
 * (T. Berrett et al., *Ann. Statist.* 47, 2019; as I. Butakov et al., "Information bottleneck analysis of deep neural
 * networks via lossy compression", ICLR 2024, use it). With the weights (1) the estimate of Kozachenko and
 * Leonenko. Depends on the units of the coordinates, as the entropy does; a duplicate counts as a distance of 1e-15.
 *
 * @param points `[n, dimension]`, row-major.
 * @throws {RangeError} if the points are not whole or finite, there are not more of them than weights, or their
 *   covariance is singular.
 */
export function weightedKozachenkoLeonenko(
  points: Float64Array,
  dimension: number,
  { weights = kozachenkoLeonenkoWeights(dimension, 5), whitened = true }: WeightedOptions = {},
): Estimate {
  const n = countPoints(points, dimension);
  const { points: white, logDeterminant } = whitened
    ? whiten(points, dimension)
    : { points, logDeterminant: 0 };
  const used = Array.from(weights, Number).findLastIndex((weight) => weight !== 0) + 1;
  const { distances } = neighbourhoods(white, dimension, 'euclidean').nearest(used);
  const psi = digammaTable(used);
  const constant = logUnitBall(dimension, 'euclidean') + Math.log(n - 1);
  const terms = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < used; j++)
      terms[i] +=
        weights[j] * (dimension * Math.log(distances[i * used + j] + floor) + constant - psi[j + 1]);
  const { value, standardError } = meanOfTerms(terms);
  return { value: value + logDeterminant / 2, standardError };
}
