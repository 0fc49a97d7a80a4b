import * as tf from '@tensorflow/tfjs-core';

/**
 * Mean over N points of KL(N(μ, e^λ) ‖ N(0, I)) = ½ Σ_k (μ_k² + e^{λ_k} − 1 − λ_k), in nats (A. Alemi et al.,
 * "Deep variational information bottleneck", ICLR 2017).
 *
 * @param means μ, `[m, N, d]`; @param logVariances λ, `[m, N, d]`.
 * @returns `[m]`; NaN where a mean or a log variance is, as no tensor is read here.
 */
export function variationalRate(means: tf.Tensor3D, logVariances: tf.Tensor3D): tf.Tensor1D {
  const terms = tf.sub(tf.add(tf.square(means), tf.exp(logVariances)), tf.add(logVariances, 1));
  return tf.mul(tf.sum(terms, [1, 2]), 0.5 / means.shape[1]);
}
