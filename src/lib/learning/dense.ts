import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../statistics/random.js';

/** Sizes of a dense layer. */
export interface DenseSize {
  readonly inputs: number;
  readonly outputs: number;
}

/** One dense layer of every member of an ensemble. */
export interface Dense {
  /** `[members, inputs, outputs]` */
  readonly weights: tf.Tensor3D;
  /** `[members, 1, outputs]` */
  readonly biases: tf.Tensor3D;
}

/** `x W + b` for every member: `[members, n, inputs]` (or `[1, n, inputs]`) to `[members, n, outputs]`. */
export function dense({ weights, biases }: Dense, x: tf.Tensor3D): tf.Tensor3D {
  return tf.add(tf.matMul(x, weights), biases);
}

/**
 * A layer drawn uniformly from ±1/√inputs, weights before biases (the default of PyTorch's linear layer).
 *
 * @param streams for each member, the numbers it is drawn from
 */
export function fanInUniform({ inputs, outputs }: DenseSize, streams: readonly Random[]): Dense {
  const bound = 1 / Math.sqrt(inputs);
  const draw = (rows: number) => {
    const size = rows * outputs;
    const values = new Float32Array(streams.length * size);
    streams.forEach(({ uniform }, member) => {
      for (let i = 0; i < size; i++) values[member * size + i] = bound * (2 * uniform() - 1);
    });
    return tf.tensor3d(values, [streams.length, rows, outputs]);
  };
  return { weights: draw(inputs), biases: draw(1) };
}
