import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../statistics/random.js';
import type { PerMember } from './adam.js';
import { perMember } from './optimizer.js';

/**
 * Adds to each member's values independent normal noise, x + σε, drawn from the member's own stream: a
 * member's noise does not depend on what is trained beside it.
 *
 * @param x `[members, n, d]`
 * @param deviation σ of all members, or of each
 * @param streams one for each member
 */
export function addGaussianNoise(
  x: tf.Tensor3D,
  deviation: PerMember,
  streams: readonly Random[],
): tf.Tensor3D {
  const [members, n, d] = x.shape;
  if (streams.length !== members)
    throw new RangeError(`addGaussianNoise: ${streams.length} streams for ${members} members`);
  const values = new Float32Array(members * n * d);
  streams.forEach(({ normal }, member) => {
    for (let i = 0; i < n * d; i++) values[member * n * d + i] = normal();
  });
  return tf.add(x, tf.mul(tf.tensor3d(values, [members, n, d]), perMember(deviation)));
}
