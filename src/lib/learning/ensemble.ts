import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../statistics/random.js';
import { type Dense, type DenseSize, denseCount, fillFanInUniform } from './dense.js';

/**
 * Networks of one architecture, trained side by side: one batched product a layer serves all members, so
 * that a sweep costs little more than its arithmetic. Members are ordered copy-major,
 * `member = copy × seeds + seed`.
 */
export interface Ensemble {
  readonly layers: readonly DenseSize[];
  readonly members: number;
  /** All weights and biases, layer by layer, `[members, count]`. Replaced at each step. */
  parameters: tf.Tensor2D;
}

/**
 * An ensemble of `streams.length × copies` networks; all copies of a seed start from the same weights, so
 * that what tells them apart is what they are trained with.
 *
 * @param streams for each seed, the numbers that its layers are drawn from, in the layers' order
 */
export function createEnsemble(
  layers: readonly DenseSize[],
  streams: readonly Random[],
  copies: number,
): Ensemble {
  const count = layers.reduce((sum, layer) => sum + denseCount(layer), 0);
  const values = new Float32Array(streams.length * count);
  let offset = 0;
  for (const stream of streams)
    for (const layer of layers) {
      const end = offset + denseCount(layer);
      fillFanInUniform(values.subarray(offset, end), layer, stream);
      offset = end;
    }
  const parameters = tf.tidy(() => repeatSeeds(tf.tensor2d(values, [streams.length, count]), copies));
  return { layers, members: streams.length * copies, parameters };
}

/** `[seeds, …]` to `[copies × seeds, …]`, in the order of an ensemble's members. */
export function repeatSeeds<T extends tf.Tensor>(x: T, copies: number): T {
  return copies === 1 ? tf.clone(x) : tf.concat(new Array<T>(copies).fill(x), 0);
}

/** The layers that a parameter tensor holds. */
export function unpack(sizes: readonly DenseSize[], parameters: tf.Tensor2D): Dense[] {
  const [members] = parameters.shape;
  let offset = 0;
  const take = (rows: number, columns: number) => {
    const values = tf.slice(parameters, [0, offset], [members, rows * columns]);
    offset += rows * columns;
    return tf.reshape(values, [members, rows, columns]) as tf.Tensor3D;
  };
  return sizes.map(({ inputs, outputs }) => ({ weights: take(inputs, outputs), biases: take(1, outputs) }));
}
