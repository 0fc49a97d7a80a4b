import * as tf from '@tensorflow/tfjs-core';
import { checkWidth } from '../../../../lib/information/gaussian-kernel.js';

/**
 * Squared Euclidean distances between the points of two batches of samples, ‖a_i − b_j‖². One-dimensional
 * points are subtracted directly; others go through ‖a‖² + ‖b‖² − 2a·b, one matrix product. In single precision that
 * keeps a squared distance to some ‖a‖²/10⁷: points 10⁴ away from zero have none of a unit left, so centre them first.
 *
 * @param a `[m, N, d]`; @param b `[m, N', d]`.
 * @returns `[m, N, N']`, never negative.
 */
export function squaredDistances(a: tf.Tensor3D, b: tf.Tensor3D = a): tf.Tensor3D {
  const [members, count, dimension] = b.shape;
  if (dimension === 1) return tf.square(tf.sub<tf.Tensor3D>(a, tf.reshape(b, [members, 1, count])));
  const squaresOfA = tf.sum(tf.square(a), 2, true);
  const squaresOfB = a === b ? squaresOfA : tf.sum(tf.square(b), 2, true);
  const products = tf.matMul(tf.mul(a, -2), b, false, true);
  const squares: tf.Tensor3D = tf.add(
    tf.add(products, squaresOfA),
    tf.reshape(squaresOfB, [members, 1, count]),
  );
  // Cancellation may leave a distance a little below zero.
  return tf.relu(squares);
}

/**
 * Gaussian kernel exp(−‖a_i − b_j‖² / 2σ²), not normalised.
 *
 * @param a `[m, N, d]`; @param b `[m, N', d]`.
 * @param width σ, in the units of the points.
 * @returns `[m, N, N']`
 * @throws {RangeError} unless the width is positive.
 */
export function gaussianKernel(a: tf.Tensor3D, b: tf.Tensor3D, width: number): tf.Tensor3D {
  checkWidth(width);
  const exponents: tf.Tensor3D = tf.mul(squaredDistances(a, b), -1 / (2 * width * width));
  return tf.exp(exponents);
}
