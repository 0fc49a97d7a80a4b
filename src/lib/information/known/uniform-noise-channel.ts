import type { Random } from '../../statistics/random.js';
import type { PairedPoints } from '../paired-points.js';

/**
 * Mutual information, in nats, of X uniform on [0, 1]^d and X + U, U uniform on [−ε, ε]^d: d times ε − log 2ε up to
 * ε = ½, d / 4ε beyond (the density of the sum is a trapezium). No invertible map of the coordinates makes this pair
 * a normal one (P. Czyż et al., "Beyond normal: on the evaluation of mutual information estimators", NeurIPS 2023).
 */
export function uniformNoiseInformation(d: number, epsilon: number): number {
  return d * (epsilon <= 0.5 ? epsilon - Math.log(2 * epsilon) : 1 / (4 * epsilon));
}

/**
 * The noise ε with which the channel has this information.
 *
 * @param information in nats. @throws {RangeError} unless it is positive: no noise is loud enough for none.
 */
export function noiseOfInformation(information: number, d: number): number {
  const each = information / d;
  if (!(each > 0)) throw new RangeError(`mutual information ${information}: must be positive`);
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
