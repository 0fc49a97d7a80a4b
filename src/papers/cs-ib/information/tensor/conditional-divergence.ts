import * as tf from '@tensorflow/tfjs-core';
import type { ConditionalVariant } from '../conditional-divergence.js';

/** Keeps a logarithm finite where every kernel value has underflowed. */
const tiny = 1e-30;

/**
 * Weights w_ji of the pairs of inputs in a conditional divergence.
 *
 * @param K kernel matrices of the inputs, `[m, N, N]`.
 * @returns `[m, N, N]`
 */
export function conditionalWeights(K: tf.Tensor3D, variant: ConditionalVariant): tf.Tensor3D {
  if (variant === 'code') return tf.div(K, tf.sum(tf.square(K), 2, true));
  const degrees = tf.sum(K, 2, true);
  if (variant === 'paper') return tf.div(K, tf.square(degrees));
  return tf.div(tf.div(K, degrees), tf.reshape(degrees, [K.shape[0], 1, K.shape[1]]));
}

/**
 * Conditional Cauchy–Schwarz divergence of p(y|x) from q(ŷ|x), in nats:
 * log Σ w_ji κ(y_j, y_i) + log Σ w_ji κ(ŷ_j, ŷ_i) − 2 log Σ w_ji κ(ŷ_j, y_i) (S. Yu et al., ICLR 2024, Prop. 1).
 *
 * @param weights of {@link conditionalWeights}, `[m, N, N]`.
 * @param kernels `[m, N, N]`: of the targets, of the predictions, and of predictions (j) with targets (i).
 * @returns `[m]`; may be below zero unless the weights are `symmetric`.
 */
export function conditionalDivergence(
  weights: tf.Tensor3D,
  kernels: { readonly targets: tf.Tensor3D; readonly predictions: tf.Tensor3D; readonly cross: tf.Tensor3D },
): tf.Tensor1D {
  const logSum = (kernel: tf.Tensor3D): tf.Tensor1D => {
    const sum: tf.Tensor1D = tf.sum(tf.mul(weights, kernel), [1, 2]);
    return tf.log(tf.add<tf.Tensor1D>(sum, tiny));
  };
  const { targets, predictions, cross } = kernels;
  return tf.sub(tf.add(logSum(targets), logSum(predictions)), tf.mul(logSum(cross), 2));
}
