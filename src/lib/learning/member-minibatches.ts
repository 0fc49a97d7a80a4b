import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../statistics/random.js';
import { minibatches } from './minibatches.js';

/**
 * The row numbers of an endless sequence of minibatches, each member's drawn from its own stream as
 * {@link minibatches} draws them: `members × size` of them, member after member.
 *
 * @throws {RangeError} if there are fewer rows than one batch holds
 */
export function* memberMinibatches(
  rows: number,
  size: number,
  streams: readonly Random[],
): Generator<Int32Array, never, void> {
  const draws = streams.map((stream) => minibatches(rows, size, stream));
  for (;;) {
    const batch = new Int32Array(streams.length * size);
    draws.forEach((draw, member) => batch.set(draw.next().value, member * size));
    yield batch;
  }
}

/** The rows of `x`, `[rows, …]`, that such a batch names: `[members, size, …]`. */
export function gatherMinibatch(x: tf.Tensor, batch: Int32Array, members: number): tf.Tensor {
  return tf.tidy(() => {
    const indices = tf.tensor2d(batch, [members, batch.length / members], 'int32');
    return tf.gather(x, indices);
  });
}
