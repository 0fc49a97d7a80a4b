import type { Estimate } from './estimate.js';
import { countPoints } from './gaussian-kernel.js';
import { classesOf, type Labels, rowsOf } from './labels.js';
import { jointPoints, type PairedPoints } from './paired-points.js';

/** Estimates the differential entropy, in nats, of the law of points `[n, dimension]`, row-major. */
export type EntropyEstimator = (points: Float64Array, dimension: number) => Estimate;

/**
 * Mutual information of two continuous variables, in nats, as h(X) + h(Y) − h(X, Y). The standard error is the sum
 * of the three. Below zero now and then where the information is small.
 *
 * @throws {RangeError} if the points are not paired, an entropy is not finite, and what the estimator throws.
 */
export function informationByEntropies(pair: PairedPoints, entropy: EntropyEstimator): Estimate {
  const joint = entropy(jointPoints(pair), pair.dimensionX + pair.dimensionY);
  const x = entropy(pair.x, pair.dimensionX);
  const y = entropy(pair.y, pair.dimensionY);
  for (const [name, { value }] of Object.entries({ x, y, '(x, y)': joint }))
    if (!Number.isFinite(value))
      throw new RangeError(
        `informationByEntropies: the entropy of ${name} is ${value}, as where values repeat: use mesnerShalizi`,
      );
  return {
    value: x.value + y.value - joint.value,
    standardError: x.standardError + y.standardError + joint.standardError,
  };
}

/**
 * Mutual information of a continuous variable with a label, in nats, as h(X) − Σ_y p(y) h(X | Y = y), the entropy of
 * each class estimated from its points alone. The standard errors are summed likewise.
 *
 * @param points `[n, dimension]`, row-major; @param labels of the points.
 * @throws {RangeError} if the labels do not pair with the points, and what the estimator throws, as of a class that
 *   is too small for it.
 */
export function labelInformationByEntropies(
  points: Float64Array,
  dimension: number,
  labels: Labels,
  entropy: EntropyEstimator,
): Estimate {
  const n = countPoints(points, dimension);
  if (labels.codes.length !== n) throw new RangeError(`${n} points but ${labels.codes.length} labels`);
  let { value, standardError } = entropy(points, dimension);
  for (const members of classesOf(labels)) {
    const within = entropy(rowsOf(points, dimension, members), dimension);
    value -= (members.length / n) * within.value;
    standardError += (members.length / n) * within.standardError;
  }
  return { value, standardError };
}
