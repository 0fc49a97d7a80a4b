import type { Random } from '../../statistics/random.js';
import type { PairedPoints } from '../paired-points.js';

/**
 * Mutual information, in nats, of X uniform on [0, 1]^d and X + U, U uniform on [−ε, ε]^d: d times ε − log 2ε up to
 * ε = ½, d / 4ε beyond (the density of the sum is a trapezium). No invertible map of the coordinates makes this pair
 * a normal one (P. Czyż et al., "Beyond normal: on the evaluation of mutual information estimators", NeurIPS 2023).
 *
 * @throws {RangeError} unless ε is a positive number.
 */
export function uniformNoiseInformation(d: number, epsilon: number): number {
  if (!(epsilon > 0 && epsilon < Infinity))
    throw new RangeError(`noise ${epsilon} of the channel: must be a positive number`);
  return d * (epsilon <= 0.5 ? epsilon - Math.log(2 * epsilon) : 1 / (4 * epsilon));
}

/**
 * The noise ε with which the channel has this information.
 *
 * @param information in nats. @throws {RangeError} unless it is positive, as no noise is loud enough for none, and at most 700
 *   nats a coordinate, for which noise is too small a number.
 */
export function noiseOfInformation(information: number, d: number): number {
  const each = information / d;
  if (!(each > 0)) throw new RangeError(`mutual information ${information}: must be positive`);
  if (each > 700)
    throw new RangeError(`mutual information ${information} of ${d} coordinates: must be at most 700 each`);
  if (each <= 0.5) return 1 / (4 * each);
  // ε − log 2ε is convex and falls from ∞ to ½ on (0, ½]: from the left, Newton's steps never overshoot.
  let epsilon = Math.exp(-each) / 2;
  for (let step = 0; step < 60; step++)
    epsilon += (epsilon - Math.log(2 * epsilon) - each) / (1 / epsilon - 1);
  return epsilon;
}

/** n inputs and outputs of that channel. */
export function uniformNoiseChannel(
  n: number,
  d: number,
  epsilon: number,
  { uniform }: Random,
): PairedPoints {
  const x = Float64Array.from({ length: n * d }, uniform);
  return {
    x,
    dimensionX: d,
    y: x.map((value) => value + epsilon * (2 * uniform() - 1)),
    dimensionY: d,
  };
}
