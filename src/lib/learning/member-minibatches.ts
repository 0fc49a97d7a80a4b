import type * as tf from '@tensorflow/tfjs-core';
import { indicesPerStep } from '../compute/compiler/per-step.js';
import type { Random } from '../statistics/random.js';
import { minibatches } from './minibatches.js';

/** Row numbers of a minibatch, drawn anew at every step of a training that asks for them. */
export type DrawMinibatch<T extends tf.Tensor = tf.Tensor> = () => T;

/**
 * Minibatches of which each member's are drawn from its own stream as {@link minibatches} draws them:
 * `[members, size]`.
 *
 * @throws {RangeError} if there are fewer rows than one batch holds
 */
export function memberMinibatches(
  rows: number,
  size: number,
  streams: readonly Random[],
): DrawMinibatch<tf.Tensor2D> {
  const draws = streams.map((stream) => minibatches(rows, size, stream));
  return () =>
    indicesPerStep([streams.length, size], (values) =>
      draws.forEach((draw, member) => values.set(draw.next().value, member * size)),
    );
}

/** Minibatches that all members share: `[size]`. */
export function sharedMinibatches(rows: number, size: number, stream: Random): DrawMinibatch<tf.Tensor1D> {
  const draw = minibatches(rows, size, stream);
  return () => indicesPerStep([size], (values) => values.set(draw.next().value));
}
