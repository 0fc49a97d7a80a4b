import * as tf from '@tensorflow/tfjs-core';
import type { PerMember } from '../../lib/learning/adam.js';
import type { Dense, DenseSize } from '../../lib/learning/dense.js';
import { perMember } from '../../lib/learning/optimizer.js';
import type { Random } from '../../lib/statistics/random.js';

/**
 * Standard deviation √(2 / inputs) of the weights before a rectifier (K. He et al., "Delving deep into rectifiers",
 * ICCV 2015): the second moment of the activations is then the same in each layer.
 */
export function heDeviation({ inputs }: DenseSize): number {
  return Math.sqrt(2 / inputs);
}

/**
 * A layer whose weights are normal with mean 0 and the given standard deviation, and whose biases are 0.
 *
 * @param streams for each member, the numbers it is drawn from
 * @param deviation one for all members, or one each: members with equal streams differ by a factor alone
 */
export function normalDense(
  { inputs, outputs }: DenseSize,
  streams: readonly Random[],
  deviation: PerMember,
): Dense {
  const members = streams.length;
  const size = inputs * outputs;
  const values = new Float32Array(members * size);
  streams.forEach(({ normal }, member) => {
    for (let i = 0; i < size; i++) values[member * size + i] = normal();
  });
  const weights = tf.tidy(() =>
    tf.mul<tf.Tensor3D>(tf.tensor3d(values, [members, inputs, outputs]), perMember(deviation)),
  );
  return { weights, biases: tf.zeros([members, 1, outputs]) };
}
