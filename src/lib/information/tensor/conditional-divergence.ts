import * as tf from '@tensorflow/tfjs-core';

/**
 * How the kernel of x weighs a pair (j, i), with `d_j = Σ_i K_ji`:
 * - `paper`: `K_ji / d_j²`, Proposition 1 as printed;
 * - `code`: `K_ji / Σ_i K_ji²`, the authors' script, whose square sits inside the sum;
 * - `symmetric`: `K_ji / (d_j d_i)`, ours: positive semi-definite, so that the divergence is never negative.
 */
export type ConditionalVariant = 'paper' | 'code' | 'symmetric';

/** Keeps a logarithm finite where every kernel value has underflowed. */
const tiny = 1e-30;

/**
 * The weights of a variant.
 *
 * @param k kernel matrices of x, `[m, n, n]`
 * @returns `[m, n, n]`
 */
export function conditionalWeights(k: tf.Tensor3D, variant: ConditionalVariant): tf.Tensor3D {
  if (variant === 'code') return tf.div(k, tf.sum(tf.square(k), 2, true));
  const degrees = tf.sum(k, 2, true);
  if (variant === 'paper') return tf.div(k, tf.square(degrees));
  return tf.div(tf.div(k, degrees), tf.reshape(degrees, [k.shape[0], 1, k.shape[1]]));
}

/** `log Σ_ji w_ji L_ji`, `[m]`. */
export function logWeightedSum(weights: tf.Tensor3D, kernel: tf.Tensor3D): tf.Tensor1D {
  const sum: tf.Tensor1D = tf.sum(tf.mul(weights, kernel), [1, 2]);
  return tf.log(tf.add<tf.Tensor1D>(sum, tiny));
}

/**
 * Conditional Cauchy-Schwarz divergence `D(p(y|x); q(ŷ|x))` in nats, estimated from one sample:
 * `log Σ wL¹ + log Σ wL² − 2 log Σ wL²¹` (Yu et al., ICLR 2024, Prop. 1).
 *
 * @param weights of {@link conditionalWeights}, `[m, n, n]`
 * @param targets kernel matrices of y, `[m, n, n]`
 * @param predictions kernel matrices of ŷ, `[m, n, n]`
 * @param cross `κ(ŷ_j, y_i)`, `[m, n, n]`
 * @returns `[m]`; below zero is possible unless the variant is `symmetric`
 */
export function conditionalCsDivergence(
  weights: tf.Tensor3D,
  targets: tf.Tensor3D,
  predictions: tf.Tensor3D,
  cross: tf.Tensor3D,
): tf.Tensor1D {
  const own = tf.add(logWeightedSum(weights, targets), logWeightedSum(weights, predictions));
  return tf.sub(own, tf.mul(logWeightedSum(weights, cross), 2));
}
