import * as tf from '@tensorflow/tfjs-core';
import type { Dense } from '../../src/lib/learning/dense.js';
import { predict } from '../../src/papers/cs-ib/network.js';

export interface PgdOptions {
  /** Radius of the ball around x in the maximum norm, in standardised units. */
  readonly epsilon: number;
  readonly steps: number;
  /** Length of one step in every coordinate. */
  readonly stepSize: number;
}

/**
 * Derivative by the inputs of the squared error of the noiseless network, summed over all points and members.
 * A member's own inputs move only its own errors, so that one backward pass serves the whole ensemble.
 *
 * @param x `[members, n, d]`
 * @param y `[1, n, 1]`
 * @returns `[members, n, d]`
 */
export function inputGradient(layers: readonly Dense[], x: tf.Tensor3D, y: tf.Tensor3D): tf.Tensor3D {
  return tf.grad((inputs) => tf.sum(tf.square(tf.sub(predict(layers, inputs as tf.Tensor3D), y))))(
    x,
  ) as tf.Tensor3D;
}

/**
 * Fast gradient sign method (I. Goodfellow et al., ICLR 2015): `x + ε sign ∇_x`, without clipping.
 *
 * @param direction the sign of {@link inputGradient}, `[members, n, d]`
 */
export function fgsm(x: tf.Tensor3D, direction: tf.Tensor3D, epsilon: number): tf.Tensor3D {
  return tf.add(x, tf.mul(direction, epsilon));
}

/**
 * Projected gradient descent (A. Madry et al., ICLR 2018): steps along the gradient's sign, each followed by
 * a projection to the ball around x; starts at x itself.
 *
 * @param x `[members, n, d]`
 * @param y `[1, n, 1]`
 */
export function pgd(
  layers: readonly Dense[],
  x: tf.Tensor3D,
  y: tf.Tensor3D,
  options: PgdOptions,
): tf.Tensor3D {
  const { epsilon, steps, stepSize } = options;
  const low = tf.sub(x, epsilon);
  const high = tf.add(x, epsilon);
  let moved = x;
  for (let step = 0; step < steps; step++) {
    const from = moved;
    moved = tf.tidy(() => {
      const direction: tf.Tensor3D = tf.sign(inputGradient(layers, from, y));
      return tf.minimum(high, tf.maximum(low, fgsm(from, direction, stepSize)));
    });
    if (from !== x) from.dispose();
  }
  tf.dispose([low, high]);
  return moved;
}
