import * as tf from '@tensorflow/tfjs-core';
import { squaredDistances } from './gaussian-kernel.js';

/**
 * Upper bound of the information, in nats, that t = μ + √v ε holds about which of N inputs it came from:
 * log N − (1/N) Σ_i log Σ_j exp(−‖μ_i − μ_j‖² / 2v) (A. Kolchinsky, B. Tracey, D. Wolpert, "Nonlinear
 * information bottleneck", *Entropy* 21, 2019).
 *
 * @param means μ, `[m, N, d]`.
 * @param variance v of the noise, the same in every coordinate.
 * @returns `[m]`, between 0 and log N; NaN where a mean is, as no tensor is read here.
 * @throws {RangeError} unless the variance is positive.
 */
export function mixtureInformation(means: tf.Tensor3D, variance: number): tf.Tensor1D {
  if (!(variance > 0 && variance < Infinity))
    throw new RangeError(`noise variance ${variance}: must be positive`);
  const n = means.shape[1];
  const densities = tf.sum(tf.exp(tf.mul(squaredDistances(means), -1 / (2 * variance))), 2);
  return tf.sub(Math.log(n), tf.mul(tf.sum(tf.log(densities), 1), 1 / n));
}
