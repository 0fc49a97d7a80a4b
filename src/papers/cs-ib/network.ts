import * as tf from '@tensorflow/tfjs-core';
import { type Dense, dense, type DenseSize } from '../../lib/learning/dense.js';

/** Widths of the network. */
export interface Widths {
  readonly inputs: number;
  readonly hidden: number;
  /** Dimension k of the representation t. */
  readonly code: number;
}

/**
 * The authors' network: encoder d → h → ReLU → h → ReLU → h, a linear head for t (its mean where t is noisy),
 * decoder k → h → ReLU → 1. The last layer is the head for the log variance, which only the variational
 * bottleneck uses: last, so that all methods draw the same weights for the others.
 */
export function networkLayers({ inputs, hidden, code }: Widths, logVariance: boolean): DenseSize[] {
  const sizes = [inputs, hidden, hidden, hidden, code, hidden, 1];
  const layers = sizes.slice(1).map((outputs, i) => ({ inputs: sizes[i], outputs }));
  return logVariance ? [...layers, { inputs: hidden, outputs: code }] : layers;
}

/** What the encoder says of a batch; both `[members, n, code]`. */
export interface Encoding {
  readonly means: tf.Tensor3D;
  readonly logVariances?: tf.Tensor3D;
}

/** @param x `[members, n, d]`, or `[1, n, d]` for all members alike */
export function encode(layers: readonly Dense[], x: tf.Tensor3D): Encoding {
  const [first, second, third, mean, , , logVariance] = layers;
  const hidden = dense(third, tf.relu(dense(second, tf.relu(dense(first, x)))));
  return {
    means: dense(mean, hidden),
    logVariances: logVariance && dense(logVariance, hidden),
  };
}

/** @param t `[members, n, code]` @returns ŷ, `[members, n, 1]` */
export function decode(layers: readonly Dense[], t: tf.Tensor3D): tf.Tensor3D {
  return dense(layers[5], tf.relu(dense(layers[4], t)));
}

/** The network without noise, as it is tested and attacked. */
export function predict(layers: readonly Dense[], x: tf.Tensor3D): tf.Tensor3D {
  return decode(layers, encode(layers, x).means);
}
