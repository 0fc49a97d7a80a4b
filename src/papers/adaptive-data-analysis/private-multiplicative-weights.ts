import type { Random } from '../../lib/statistics/random.js';
import { expectation } from './bit-universe.js';

export interface PrivateMultiplicativeWeightsOptions {
  /** Number of elements of the universe, |X|. */
  readonly size: number;
  /** T: by how much the hypothesis may miss the sample's average before it is corrected. */
  readonly threshold: number;
  /** Standard deviation of the noise on the comparison and on the answer. */
  readonly tolerance: number;
  /** η, the step of a correction. */
  readonly rate: number;
  readonly source: Random;
}

/** A mechanism with a public hypothesis of the distribution, from which most answers come. */
export interface PrivateMultiplicativeWeights {
  /** @param query `[size]`, values in [−1, 1]; @param empirical its average over the sample. */
  answer(query: Float64Array, empirical: number): number;
  /** The hypothesis, a distribution over the universe, `[size]`. */
  readonly hypothesis: Float64Array;
  /** How often the hypothesis was corrected so far: only then did the sample speak. */
  readonly updates: number;
}

/**
 * Private multiplicative weights (M. Hardt, G. Rothblum, FOCS 2010), the mechanism behind "exponentially many
 * queries": where the hypothesis h agrees with the sample's average a, |a − h·q| ≤ T + noise, its own answer h·q is
 * given and costs nothing. Otherwise the answer is a + noise, and the hypothesis moves towards it. Each correction
 * brings it closer to the sample, so there can be few: O(log |X| / T²), however many queries are asked.
 * Time and memory are linear in |X|.
 */
export function privateMultiplicativeWeights({
  size,
  threshold,
  tolerance,
  rate,
  source,
}: PrivateMultiplicativeWeightsOptions): PrivateMultiplicativeWeights {
  const hypothesis = new Float64Array(size).fill(1 / size);
  let updates = 0;
  return {
    hypothesis,
    get updates() {
      return updates;
    },
    answer(query, empirical) {
      const guess = expectation(hypothesis, query);
      if (Math.abs(empirical - guess) <= threshold + tolerance * source.normal()) return guess;
      const noisy = empirical + tolerance * source.normal();
      multiplicativeWeightsUpdate(hypothesis, query, rate * Math.sign(noisy - guess));
      updates++;
      return noisy;
    },
  };
}

/** h_i ← h_i exp(step · q_i), divided by their sum; in place. A positive step raises h·q, a negative one lowers it. */
export function multiplicativeWeightsUpdate(
  hypothesis: Float64Array,
  query: ArrayLike<number>,
  step: number,
): void {
  let sum = 0;
  for (let i = 0; i < hypothesis.length; i++) sum += hypothesis[i] *= Math.exp(step * query[i]);
  for (let i = 0; i < hypothesis.length; i++) hypothesis[i] /= sum;
}
