import * as tf from '@tensorflow/tfjs-core';

/** The three kernel statistics that Cauchy-Schwarz mutual information and HSIC share, each `[m]`. */
interface KernelMoments {
  /** `Σ_ij K_ij Q_ij / n²` */
  readonly joint: tf.Tensor1D;
  /** `ΣK ΣQ / n⁴` */
  readonly marginal: tf.Tensor1D;
  /** `Σ_i k_i q_i / n³`, with the row sums k and q */
  readonly cross: tf.Tensor1D;
}

function kernelMoments(k: tf.Tensor3D, q: tf.Tensor3D): KernelMoments {
  const n = k.shape[1];
  const rowsOfK = tf.sum(k, 2);
  const rowsOfQ = tf.sum(q, 2);
  return {
    joint: tf.mul(tf.sum(tf.mul(k, q), [1, 2]), 1 / n ** 2),
    marginal: tf.mul(tf.mul(tf.sum(rowsOfK, 1), tf.sum(rowsOfQ, 1)), 1 / n ** 4),
    cross: tf.mul(tf.sum(tf.mul(rowsOfK, rowsOfQ), 1), 1 / n ** 3),
  };
}

/**
 * Cauchy-Schwarz quadratic mutual information of two samples in nats, from their kernel matrices:
 * `log(Σ KQ / n²) + log(ΣK ΣQ / n⁴) − 2 log(Σ_i k_i q_i / n³) ≥ 0` (Yu et al., ICLR 2024, Prop. 2).
 *
 * @param k kernel matrices of x, `[m, n, n]`, symmetric
 * @param q kernel matrices of t, `[m, n, n]`, symmetric
 * @returns `[m]`
 */
export function csMutualInformation(k: tf.Tensor3D, q: tf.Tensor3D): tf.Tensor1D {
  const { joint, marginal, cross } = kernelMoments(k, q);
  return tf.sub(tf.add(tf.log(joint), tf.log(marginal)), tf.mul(tf.log(cross), 2));
}

/**
 * `I(x; t) / √(I(x; x) I(t; t))`, the form that the authors' code trains with. Where t collapses to a point
 * it is 0/0; the product under the root is kept above 1e-12.
 *
 * @param selfK `I(x; x)` `[m]`, which a caller whose x is fixed computes once
 * @returns `[m]`, between 0 and 1
 */
export function normalisedCsMutualInformation(
  k: tf.Tensor3D,
  q: tf.Tensor3D,
  selfK: tf.Tensor1D = csMutualInformation(k, k),
): tf.Tensor1D {
  const scale = tf.sqrt(tf.maximum(tf.mul(selfK, csMutualInformation(q, q)), 1e-12));
  return tf.div(csMutualInformation(k, q), scale);
}

/**
 * Hilbert-Schmidt independence criterion, biased: `Σ KQ / n² + ΣK ΣQ / n⁴ − 2 Σ_i k_i q_i / n³`
 * (Gretton et al., ALT 2005), from the same three statistics. A pure number.
 *
 * @param k `[m, n, n]`
 * @param q `[m, n, n]`
 * @returns `[m]`
 */
export function hsic(k: tf.Tensor3D, q: tf.Tensor3D): tf.Tensor1D {
  const { joint, marginal, cross } = kernelMoments(k, q);
  return tf.sub(tf.add(joint, marginal), tf.mul(cross, 2));
}
