import * as tf from '@tensorflow/tfjs-core';
import { patches, type PatchWindow } from '../compute/patches.js';
import { type Dense, dense, type DenseSize } from './dense.js';

/** Sizes of a convolutional layer. */
export interface ConvolutionSize {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly outputs: number;
}

/**
 * A convolution is a dense layer on patches: that layer's sizes, from which an ensemble draws it as PyTorch
 * draws a convolution, uniformly from ±1/√(rows × columns × channels).
 */
export function convolutionLayer({ rows, columns, channels, outputs }: ConvolutionSize): DenseSize {
  return { inputs: rows * columns * channels, outputs };
}

/**
 * A convolution for every member of an ensemble: images `[members, n, height, width, channels]` (or
 * `[1, n, …]`, shared by all) to `[members, n, outHeight, outWidth, outputs]`. The layer's weights,
 * `[members, rows × columns × channels, outputs]`, are its filters.
 */
export function convolution(layer: Dense, x: tf.Tensor5D, window: PatchWindow): tf.Tensor5D {
  const [own, n] = x.shape;
  const seen = patches(stacked(x), window);
  const [, height, width, values] = seen.shape;
  const y = dense(layer, tf.reshape(seen, [own, n * height * width, values]));
  return tf.reshape(y, [y.shape[0], n, height, width, y.shape[2]]);
}

/** The largest value of each square of `size × size` pixels; what is left over at the border is dropped. */
export function maxPool(x: tf.Tensor5D, size: number): tf.Tensor5D {
  const [members, n] = x.shape;
  const pooled = tf.maxPool(stacked(x), size, size, 'valid');
  const [, height, width, channels] = pooled.shape;
  return tf.reshape(pooled, [members, n, height, width, channels]);
}

/** Images as rows for a dense layer: `[members, n, height × width × channels]`. */
export function flatten(x: tf.Tensor5D): tf.Tensor3D {
  const [members, n, height, width, channels] = x.shape;
  return tf.reshape(x, [members, n, height * width * channels]);
}

/** All members' images as one batch. */
function stacked(x: tf.Tensor5D): tf.Tensor4D {
  const [members, n, height, width, channels] = x.shape;
  return tf.reshape(x, [members * n, height, width, channels]);
}
