import { finite } from '../../lib/experiment/finite.js';
import type { Estimate } from '../../lib/information/estimate.js';
import { kernelInformation } from '../../lib/information/kernel-information.js';
import {
  type EntropyEstimator,
  informationByEntropies,
} from '../../lib/information/mutual-information-by-entropies.js';
import type { PairedPoints } from '../../lib/information/paired-points.js';
import { weightedKozachenkoLeonenko } from '../../lib/information/weighted-kozachenko-leonenko.js';
import type { EstimatorId } from './tables.js';

/** The paper's code looks at neither ties nor weights, and is followed in that. */
const asInTheCode = { checked: false } as const;

/** Entropy by the nearest neighbour alone. */
export const nearest: EntropyEstimator = (points, dimension) =>
  weightedKozachenkoLeonenko(points, dimension, { weights: [1], ...asInTheCode });

/** Entropy by the weighted five nearest neighbours: up to four dimensions the same as {@link nearest}. */
export const weighted: EntropyEstimator = (points, dimension) =>
  weightedKozachenkoLeonenko(points, dimension, asInTheCode);

/** Mutual information of paired points, in nats, by an estimator of the paper. */
export function estimateInformation(pair: PairedPoints, estimator: EstimatorId): Estimate {
  switch (estimator) {
    case 'kl':
      return informationByEntropies(pair, nearest);
    case 'wkl':
      return informationByEntropies(pair, weighted);
    case 'kde-likelihood':
      return kernelInformation(pair, 'likelihood', asInTheCode);
    case 'kde-least-squares':
      return kernelInformation(pair, 'least-squares', asInTheCode);
  }
}

/** An estimate as values of a row: null where the estimator has nothing to say, as of a singular covariance. */
export function attempt(estimate: () => Estimate): { value: number | null; error: number | null } {
  try {
    const { value, standardError } = estimate();
    return { value: finite(value), error: finite(standardError) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { value: null, error: null };
  }
}
