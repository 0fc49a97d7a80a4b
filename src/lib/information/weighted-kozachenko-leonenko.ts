import { whiten } from '../linear-algebra/whitening.js';
import { digammaTable } from '../statistics/digamma.js';
import { type Estimate, meanOfTerms } from './estimate.js';
import { countPoints } from './gaussian-kernel.js';
import { kozachenkoLeonenkoWeights } from './kozachenko-leonenko-weights.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import { percent, roundingOf, shareOfTiedNeighbours, toleratedTies } from './ties.js';
import { logUnitBall } from './unit-ball.js';

export interface WeightedOptions {
  /** Of the first, second, … neighbour; {@link kozachenkoLeonenkoWeights} of five where omitted. */
  readonly weights?: ArrayLike<number>;
  /** Whether the points are whitened first (default), so that the estimate follows every affine map exactly. */
  readonly whitened?: boolean;
  /**
   * Whether points and weights that make no sense of the formula are refused (default). Without, they get its number all
   * the same, a distance of zero counting as 1e-15, as in the authors' code.
   */
  readonly checked?: boolean;
}

/** Keeps the logarithm of the distance between duplicates finite. */
const floor = 1e-15;

/** Weights longer than this make an estimate that scatters more than it says: those of five neighbours from dimension 12. */
const longestWeights = 100;

/**
 * Differential entropy of a sample, in nats, by a weighted mean over its nearest neighbours:
 * −⟨Σ_j w_j log p_ij⟩ + ½ log det Σ, log p_ij = ψ(j) − log V_d − d log ρ_ij − log(n − 1), ρ_ij being the Euclidean
 * distance of the i-th point to its j-th neighbour after whitening with the sample covariance Σ
 * (T. Berrett et al., *Ann. Statist.* 47, 2019; as I. Butakov et al., "Information bottleneck analysis of deep neural
 * networks via lossy compression", ICLR 2024, use it). With the weights (1) the estimate of Kozachenko and
 * Leonenko. Depends on the units of the coordinates, as the entropy does.
 *
 * @param points `[n, dimension]`, row-major.
 * @throws {RangeError} if the points are not whole or finite, there are not more of them than weights, their covariance is
 *   singular, a point equals another or more than a few have tied neighbours (there is no density: count labels, or take
 *   {@link mesnerShalizi} for information), the weights do not sum to one, or they are longer than 100.
 */
export function weightedKozachenkoLeonenko(
  points: Float64Array,
  dimension: number,
  {
    weights = kozachenkoLeonenkoWeights(dimension, 5),
    whitened = true,
    checked = true,
  }: WeightedOptions = {},
): Estimate {
  const n = countPoints(points, dimension);
  if (checked) refuseWeights(weights, dimension);
  const { points: white, logDeterminant } = whitened
    ? whiten(points, dimension, { checked })
    : { points, logDeterminant: 0 };
  const used = Array.from(weights, Number).findLastIndex((weight) => weight !== 0) + 1;
  const columns = checked && used < n - 1 ? used + 1 : used;
  const { distances } = neighbourhoods(white, dimension, 'euclidean').nearest(columns);
  if (checked) refuseTies(distances, columns, used, roundingOf(white));
  const psi = digammaTable(used);
  const constant = logUnitBall(dimension, 'euclidean') + Math.log(n - 1);
  const terms = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < used; j++)
      terms[i] +=
        weights[j] * (dimension * Math.log(distances[i * columns + j] + floor) + constant - psi[j + 1]);
  const { value, standardError } = meanOfTerms(terms);
  return { value: value + logDeterminant / 2, standardError };
}

function refuseWeights(weights: ArrayLike<number>, dimension: number): void {
  const values = Array.from(weights);
  const sum = values.reduce((total, weight) => total + weight, 0);
  const length = Math.hypot(...values);
  // Not "> 1e-9", so that a weight that is no number is refused as well.
  if (!(Math.abs(sum - 1) <= 1e-9 && length <= longestWeights))
    throw new RangeError(
      `weightedKozachenkoLeonenko: weights of sum ${sum} and length ${length} in dimension ${dimension}: they must sum to ` +
        `1 and be no longer than ${longestWeights}; the weights [1] are the nearest neighbour alone`,
    );
}

/** A duplicate makes the entropy −∞, a lattice makes it that of the lattice's cells. */
function refuseTies(distances: Float64Array, columns: number, used: number, rounding: number): void {
  const n = distances.length / columns;
  const same = distances.reduce(
    (count, distance, at) => count + (at % columns === 0 && distance <= rounding ? 1 : 0),
    0,
  );
  const tied = shareOfTiedNeighbours(distances, columns, used, rounding);
  if (same > 0 || tied > toleratedTies)
    throw new RangeError(
      `weightedKozachenkoLeonenko: ${same} of ${n} points equal another, and ${percent(tied)} have tied neighbours, as ` +
        'rounded numbers and labels do: they have no density; count labels, or use mesnerShalizi for information',
    );
}
