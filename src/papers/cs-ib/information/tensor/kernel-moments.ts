import * as tf from '@tensorflow/tfjs-core';

/** The three means on which the dependence measures of two kernel matrices are built, each `[m]`. */
export interface KernelMoments {
  /** A = Σ_ij K_ij Q_ij / N²: of the joint law. */
  readonly joint: tf.Tensor1D;
  /** B = ΣK ΣQ / N⁴: of the product of the marginals. */
  readonly product: tf.Tensor1D;
  /** C = Σ_i k_i q_i / N³, with row sums k and q: between the two. */
  readonly cross: tf.Tensor1D;
}

/** Moments of stacked kernel matrices, both `[m, N, N]` and symmetric. */
export function kernelMoments(K: tf.Tensor3D, Q: tf.Tensor3D): KernelMoments {
  const n = K.shape[1];
  const rowsK = tf.sum(K, 2);
  const rowsQ = tf.sum(Q, 2);
  return {
    joint: tf.mul(tf.sum(tf.mul(K, Q), [1, 2]), 1 / n ** 2),
    product: tf.mul(tf.mul(tf.sum(rowsK, 1), tf.sum(rowsQ, 1)), 1 / n ** 4),
    cross: tf.mul(tf.sum(tf.mul(rowsK, rowsQ), 1), 1 / n ** 3),
  };
}
