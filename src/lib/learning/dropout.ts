import * as tf from '@tensorflow/tfjs-core';
import type { FastRandom } from '../statistics/fast-random.js';
import { drawn } from './relative-noise.js';

/**
 * Sets a random share of the values to 0 and divides the others by 1 − share, so that the mean stays
 * (N. Srivastava et al., *JMLR* 15, 2014), for training.
 *
 * @param x `[members, n, d]`, or `[1, n, d]` which all members share; @param streams one for each member
 * @returns `[members, n, d]`
 */
export function dropout(x: tf.Tensor3D, share: number, streams: readonly FastRandom[]): tf.Tensor3D {
  const mask = drawn(x, streams, (stream, values) =>
    stream.fillBernoulli(values, 1 - share, 1 / (1 - share)),
  );
  return tf.mul(x, mask);
}
