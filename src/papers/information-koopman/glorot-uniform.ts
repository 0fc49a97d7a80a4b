import * as tf from '@tensorflow/tfjs-core';
import type { Dense, DenseSize } from '../../lib/learning/dense.js';
import type { Random } from '../../lib/statistics/random.js';

/**
 * A layer whose weights are uniform on ±√(6 / (inputs + outputs)), and whose biases are 0 (X. Glorot, Y. Bengio,
 * "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010).
 *
 * @param streams for each member, the numbers it is drawn from
 */
export function glorotUniform({ inputs, outputs }: DenseSize, streams: readonly Random[]): Dense {
  const bound = Math.sqrt(6 / (inputs + outputs));
  const size = inputs * outputs;
  const values = new Float32Array(streams.length * size);
  streams.forEach(({ uniform }, member) => {
    for (let i = 0; i < size; i++) values[member * size + i] = bound * (2 * uniform() - 1);
  });
  return {
    weights: tf.tensor3d(values, [streams.length, inputs, outputs]),
    biases: tf.zeros([streams.length, 1, outputs]),
  };
}
