import * as tf from '@tensorflow/tfjs-core';
import { Col2Im, Im2Col } from './wasm-convolution.js';

/** A window that moves over an image one pixel at a time. */
export interface PatchWindow {
  readonly rows: number;
  readonly columns: number;
  /** `same`: as many positions as pixels, with zeros beyond the border; `valid`: inside the image only. */
  readonly pad: 'same' | 'valid';
}

/**
 * What the window sees at each position (im2col): images `[batch, height, width, channels]` to
 * `[batch, outHeight, outWidth, rows × columns × channels]`, so that a convolution is a matrix product with the
 * filter as `[rows × columns × channels, outputs]`. Differentiable.
 */
export function patches(x: tf.Tensor4D, window: PatchWindow): tf.Tensor4D {
  return tf.getBackend() === 'wasm' ? copied(x, window) : composed(x, window);
}

function copied(x: tf.Tensor4D, { rows, columns, pad }: PatchWindow): tf.Tensor4D {
  const filterShape = [rows, columns, x.shape[3], 1];
  const attributes = { filterShape, inputShape: x.shape, strides: 1, pad };
  const [batch, height, width, channels] = x.shape;
  const { outHeight, outWidth } = tf.backend_util.computeConv2DInfo(
    [batch, height, width, channels],
    [rows, columns, channels, 1],
    1,
    1,
    pad,
  );
  return tf.customGrad<tf.Tensor4D>((images) => {
    const matrix = tf.engine().runKernel(Im2Col, { x: images as tf.Tensor }, attributes) as tf.Tensor2D;
    return {
      value: tf.reshape(matrix, [batch, outHeight, outWidth, rows * columns * channels]) as tf.Tensor4D,
      gradFunc: (dy: tf.Tensor4D) => tf.engine().runKernel(Col2Im, { dy }, attributes) as tf.Tensor4D,
    };
  })(x);
}

/** The same by operations that every backend has: a slice for each place in the window, side by side. */
function composed(x: tf.Tensor4D, { rows, columns, pad }: PatchWindow): tf.Tensor4D {
  const border = (size: number): [number, number] =>
    pad === 'valid' ? [0, 0] : [Math.floor((size - 1) / 2), Math.ceil((size - 1) / 2)];
  const padded = tf.pad(x, [[0, 0], border(rows), border(columns), [0, 0]]);
  const [batch, height, width, channels] = padded.shape;
  const size: [number, number, number, number] = [batch, height - rows + 1, width - columns + 1, channels];
  const slices = Array.from({ length: rows * columns }, (_, place) =>
    tf.slice(padded, [0, Math.floor(place / columns), place % columns, 0], size),
  );
  return tf.concat(slices, 3);
}
