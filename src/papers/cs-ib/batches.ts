import * as tf from '@tensorflow/tfjs-core';
import { memberMinibatches } from '../../lib/learning/member-minibatches.js';
import { random } from '../../lib/statistics/random.js';

/** Rows of a regression problem on the backend. */
export interface Rows {
  readonly count: number;
  /** `[1, n, d]` */
  readonly x: tf.Tensor3D;
  /** `[1, n, 1]` */
  readonly y: tf.Tensor3D;
}

/** A minibatch of every seed. */
export interface Batch {
  /** `[seeds, n, d]` */
  readonly x: tf.Tensor3D;
  /** `[seeds, n, 1]` */
  readonly y: tf.Tensor3D;
  /** Standard normal, `[seeds, n, code]`: only where t is noisy. */
  readonly noise?: tf.Tensor3D;
}

/** Copies the numbered rows of `x` (`[n, d]`, row-major) and `y` (`[n]`) to the backend. */
export function rowsToBackend(x: Float32Array, y: Float32Array, numbers: Uint32Array): Rows {
  const dimension = x.length / y.length;
  const values = new Float32Array(numbers.length * dimension);
  numbers.forEach((row, i) => values.set(x.subarray(row * dimension, (row + 1) * dimension), i * dimension));
  const targets = Float32Array.from(numbers, (row) => y[row]);
  return {
    count: numbers.length,
    x: tf.tensor3d(values, [1, numbers.length, dimension]),
    y: tf.tensor3d(targets, [1, numbers.length, 1]),
  };
}

export function disposeRows({ x, y }: Rows): void {
  tf.dispose([x, y]);
}

/** What decides on the minibatches: the experiment's seed, and the networks' own seed numbers. */
export interface BatchOrder {
  readonly seed: number;
  readonly networkSeeds: readonly number[];
  /** Rows of a minibatch. */
  readonly batch: number;
}

/** The minibatches of each seed, from its first on: every call draws the next. */
export function batchesOf(rows: Rows, { seed, networkSeeds, batch: size }: BatchOrder): () => Batch {
  const draw = memberMinibatches(
    rows.count,
    size,
    networkSeeds.map((number) => random(seed, 'batches', number)),
  );
  return () => {
    const indices = draw();
    // From rows with a leading axis of one, [1, seeds, size, …].
    const take = (from: tf.Tensor3D) => tf.squeeze<tf.Tensor3D>(tf.gather(from, indices, 1), [0]);
    return { x: take(rows.x), y: take(rows.y) };
  };
}

/** At most this many rows go through a network at once: it bounds the memory of the activations. */
const chunk = 2048;

/** Cuts rows into chunks, which the caller disposes. */
export function* chunks({ x, y, count }: Rows): Generator<Rows & { readonly start: number }> {
  for (let start = 0; start < count; start += chunk) {
    const size = Math.min(chunk, count - start);
    yield {
      start,
      count: size,
      x: tf.slice(x, [0, start, 0], [1, size, x.shape[2]]),
      y: tf.slice(y, [0, start, 0], [1, size, 1]),
    };
  }
}
