import * as tf from '@tensorflow/tfjs-core';
import { squaredDistances } from './kernels.js';

/**
 * Upper bound on `I(x; t)` in nats for `t = μ(x) + √v ε`, a Gaussian mixture whose entropy is bounded by
 * pairwise Kullback-Leibler divergences: `log n − (1/n) Σ_i log Σ_j exp(−|μ_i − μ_j|² / 2v)`
 * (Kolchinsky, Tracey, Wolpert, "Nonlinear information bottleneck", Entropy 21, 2019).
 *
 * @param means `[m, n, d]`
 * @param variance v, of each noise component
 * @returns `[m]`, between 0 and log n
 */
export function nonlinearInformation(means: tf.Tensor3D, variance: number): tf.Tensor1D {
  const n = means.shape[1];
  const densities = tf.sum(tf.exp(tf.mul(squaredDistances(means), -1 / (2 * variance))), 2);
  return tf.sub(Math.log(n), tf.mul(tf.sum(tf.log(densities), 1), 1 / n));
}
