import * as tf from '@tensorflow/tfjs-core';
import { perStep } from '../compute/compiler/per-step.js';
import type { FastRandom } from '../statistics/fast-random.js';

/**
 * Multiplies each member's values by independent normals around one, x (1 + σε): noise in proportion to the value,
 * of which a value of 0 gets none. Drawn from the member's own stream: it does not depend on what is trained beside.
 *
 * @param x `[members, n, d]`, or `[1, n, d]` which all members share
 * @param streams one for each member
 * @returns `[members, n, d]`
 */
export function addRelativeNoise(x: tf.Tensor3D, sigma: number, streams: readonly FastRandom[]): tf.Tensor3D {
  return tf.mul(x, tf.add(tf.mul(normals(x, streams), sigma), 1));
}

/** Adds independent normals of deviation σ, otherwise as {@link addRelativeNoise}. */
export function addFastNoise(x: tf.Tensor3D, sigma: number, streams: readonly FastRandom[]): tf.Tensor3D {
  return tf.add(x, tf.mul(normals(x, streams), sigma));
}

function normals(x: tf.Tensor3D, streams: readonly FastRandom[]): tf.Tensor3D {
  return drawn(x, streams, (stream, values) => stream.fillNormal(values));
}

/**
 * Random values for every member, each from its own stream: `[members, n, d]` for x `[members or 1, n, d]`.
 *
 * @throws {RangeError} if there are not as many streams as members
 */
export function drawn(
  x: tf.Tensor3D,
  streams: readonly FastRandom[],
  fill: (stream: FastRandom, values: Float32Array) => void,
): tf.Tensor3D {
  const [own, n, d] = x.shape;
  if (own !== 1 && own !== streams.length)
    throw new RangeError(`random values: ${streams.length} streams for ${own} members`);
  return perStep([streams.length, n, d], (values) =>
    streams.forEach((stream, member) => fill(stream, values.subarray(member * n * d, (member + 1) * n * d))),
  );
}
