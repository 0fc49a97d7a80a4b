import * as tf from '@tensorflow/tfjs-core';

/** A sample of points as one member of a stack, `[1, N, d]`. */
export function sample(points: ArrayLike<number>, dimension = 1): tf.Tensor3D {
  return tf.tensor3d(Array.from(points), [1, points.length / dimension, dimension]);
}

/** The only value of a tensor. */
export function value(tensor: tf.Tensor): number {
  return tensor.dataSync()[0];
}
