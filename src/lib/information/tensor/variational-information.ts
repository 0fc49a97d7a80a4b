import * as tf from '@tensorflow/tfjs-core';

/**
 * Upper bound on `I(x; t)` in nats for `t ~ N(μ(x), e^λ(x))`: the mean Kullback-Leibler divergence from the
 * standard normal, `(1/n) Σ_i ½ Σ_k (μ² + e^λ − 1 − λ)` (Alemi et al., "Deep variational information
 * bottleneck", ICLR 2017).
 *
 * @param means μ, `[m, n, d]`
 * @param logVariances λ, `[m, n, d]`
 * @returns `[m]`
 */
export function variationalInformation(means: tf.Tensor3D, logVariances: tf.Tensor3D): tf.Tensor1D {
  const terms = tf.sub(tf.add(tf.square(means), tf.exp(logVariances)), tf.add(logVariances, 1));
  return tf.mul(tf.sum(terms, [1, 2]), 0.5 / means.shape[1]);
}
