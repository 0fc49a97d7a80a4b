import { finite } from '../../lib/experiment/finite.js';
import type { PairedPoints } from '../../lib/information/paired-points.js';
import { covariance, meanPoint } from '../../lib/statistics/covariance.js';
import { random } from '../../lib/statistics/random.js';
import { type BenchCase, distributionOf } from './distributions.js';

/** The sample of a repetition, each coordinate scaled to mean zero and unit variance. */
export function sampleOf(of: BenchCase, seed: number, repetition: number): PairedPoints {
  const { distribution, dimension, n, information, shape } = of;
  const stream = random(seed, distribution, dimension, n, information, shape, repetition);
  const pair = distributionOf(distribution).sample(of, stream);
  return {
    ...pair,
    x: standardized(pair.x, pair.dimensionX),
    y: standardized(pair.y, pair.dimensionY),
  };
}

/** What an estimator makes of a sample, in nats; `null` where it has no answer, or none that is finite. */
export function estimateOf<S>(
  estimator: { readonly estimate: (sample: S) => number },
  sample: S,
): number | null {
  try {
    return finite(estimator.estimate(sample));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** How an estimator did over repetitions, in nats. */
export interface Accuracy {
  /** Repetitions in which it had an answer. */
  readonly answers: number;
  readonly mean: number | null;
  /** Mean less truth. */
  readonly bias: number | null;
  /** Standard deviation of the estimates, of divisor answers − 1. */
  readonly sd: number | null;
  /** Root-mean-square error. */
  readonly rmse: number | null;
}

/**
 * Mean, bias, standard deviation and root mean square error of an estimator that was run several times.
 *
 * @param estimates of the repetitions, in nats; `null` for no answer.
 */
export function accuracyOf(estimates: readonly (number | null)[], truth: number): Accuracy {
  const values = estimates.filter((value) => value !== null);
  const answers = values.length;
  if (answers === 0) return { answers, mean: null, bias: null, sd: null, rmse: null };
  const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);
  const mean = sum(values) / answers;
  return {
    answers,
    mean,
    bias: mean - truth,
    sd: answers > 1 ? Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (answers - 1)) : null,
    rmse: Math.sqrt(sum(values.map((value) => (value - truth) ** 2)) / answers),
  };
}

/** Points with each coordinate at mean zero and unit variance. */
export function standardized(points: Float64Array, dimension: number): Float64Array {
  const mean = meanPoint(points, dimension);
  const matrix = covariance(points, dimension);
  return points.map((value, at) => {
    const c = at % dimension;
    return (value - mean[c]) / Math.sqrt(matrix[c * dimension + c]);
  });
}
