import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../statistics/random.js';
import { type Dense, type DenseSize, fanInUniform } from './dense.js';

/**
 * Networks of one architecture, trained side by side: one batched product a layer serves all members, so
 * that a sweep costs little more than its arithmetic. Members are ordered copy-major,
 * `member = copy × seeds + seed`.
 */
export interface Ensemble {
  readonly members: number;
  /** Replaced, not changed, at each step. */
  layers: Dense[];
}

/**
 * An ensemble of `streams.length × copies` networks; all copies of a seed start from the same weights, so
 * that what tells them apart is what they are trained with.
 *
 * @param streams for each seed, the numbers that its layers are drawn from, in the layers' order
 */
export function createEnsemble(
  sizes: readonly DenseSize[],
  streams: readonly Random[],
  copies: number,
): Ensemble {
  const layers = tf.tidy(() =>
    sizes.map((size) => {
      const { weights, biases } = fanInUniform(size, streams);
      return { weights: repeatSeeds(weights, copies), biases: repeatSeeds(biases, copies) };
    }),
  );
  return { members: streams.length * copies, layers };
}

/** `[seeds, …]` to `[copies × seeds, …]`, in the order of an ensemble's members. */
export function repeatSeeds<T extends tf.Tensor>(x: T, copies: number): T {
  return copies === 1 ? tf.clone(x) : tf.concat(new Array<T>(copies).fill(x), 0);
}

/** All weights and biases, in a fixed order. */
export function parametersOf(layers: readonly Dense[]): tf.Tensor3D[] {
  return layers.flatMap(({ weights, biases }) => [weights, biases]);
}

/** The inverse of {@link parametersOf}. */
export function layersFrom(parameters: readonly tf.Tensor3D[]): Dense[] {
  return Array.from({ length: parameters.length / 2 }, (_, i) => ({
    weights: parameters[2 * i],
    biases: parameters[2 * i + 1],
  }));
}
