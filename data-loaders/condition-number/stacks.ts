import * as tf from '@tensorflow/tfjs-core';
import { createAdamW } from '../../src/lib/learning/adamw.js';
import { repeatSeeds } from '../../src/lib/learning/ensemble.js';
import type { Optimizer } from '../../src/lib/learning/optimizer.js';
import type { Random } from '../../src/lib/statistics/random.js';
import { createMaskedAdamW } from '../../src/papers/condition-number/masked-adamw.js';
import type { ForgettingParameters } from './forgetting.js';

/** Replicas of one network that are tuned side by side. */
export interface Stack {
  /** What is tuned, `[members, …]` each. */
  readonly parameters: readonly tf.Tensor3D[];
  /** What is not, and is disposed of with the rest. */
  readonly fixed: readonly tf.Tensor3D[];
  readonly optimizer: Optimizer;
  /** The blocks' tensors that the parameters stand for. Called in a tidy. */
  blocksOf(parameters: readonly tf.Tensor3D[]): readonly tf.Tensor3D[];
}

/**
 * A replica for each arm, of which a mask of zeros and ones says what moves.
 *
 * @param blocks `[1, …]` each; @param arms for each member the places of the tensors that it tunes
 */
export function maskedStack(
  blocks: readonly tf.Tensor3D[],
  arms: readonly (readonly number[])[],
  { tuningRate: learningRate, weightDecay }: ForgettingParameters,
): Stack {
  const masks = blocks.map((_, at) => arms.map((places) => Number(places.includes(at))));
  return {
    parameters: blocks.map((tensor) => repeatSeeds(tensor, arms.length)),
    fixed: [],
    optimizer: createMaskedAdamW(masks, { learningRate, weightDecay }),
    blocksOf: (parameters) => parameters,
  };
}

/**
 * One replica whose tensors W stay as they are, with adapters W + U V of low rank beside them (E. Hu et al., "LoRA",
 * ICLR 2022): U is normal with variance 1/rows, V starts at zero.
 */
export function adapterStack(
  blocks: readonly tf.Tensor3D[],
  { loraRate: learningRate, weightDecay, rank }: ForgettingParameters,
  { normal }: Random,
): Stack {
  const factors = blocks.flatMap(({ shape: [, rows, columns] }) => {
    const values = Float32Array.from({ length: rows * rank }, () => normal() / Math.sqrt(rows));
    return [tf.tensor3d(values, [1, rows, rank]), tf.zeros([1, rank, columns]) as tf.Tensor3D];
  });
  const fixed = blocks.map((tensor) => tf.clone(tensor));
  return {
    parameters: factors,
    fixed,
    optimizer: createAdamW({ learningRate, weightDecay }),
    blocksOf: (parameters) =>
      fixed.map((tensor, at) => tf.add(tensor, tf.matMul(parameters[2 * at], parameters[2 * at + 1]))),
  };
}
