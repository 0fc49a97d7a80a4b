import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../statistics/random.js';

/** Sizes of a dense layer. */
export interface DenseSize {
  readonly inputs: number;
  readonly outputs: number;
}

/** One dense layer of every member of an ensemble. */
export interface Dense {
  /** `[members, inputs, outputs]` */
  readonly weights: tf.Tensor3D;
  /** `[members, 1, outputs]` */
  readonly biases: tf.Tensor3D;
}

/** `x W + b` for every member: `[members, n, inputs]` (or `[1, n, inputs]`) to `[members, n, outputs]`. */
export function dense({ weights, biases }: Dense, x: tf.Tensor3D): tf.Tensor3D {
  return tf.add(tf.matMul(x, weights), biases);
}

/** How many numbers a layer holds. */
export function denseCount({ inputs, outputs }: DenseSize): number {
  return (inputs + 1) * outputs;
}

/**
 * Fills a layer's weights, then its biases, uniformly from ±1/√inputs (the default of PyTorch's linear layer).
 *
 * @param into as long as {@link denseCount} says
 */
export function fillFanInUniform(into: Float32Array, { inputs }: DenseSize, random: Random): void {
  const bound = 1 / Math.sqrt(inputs);
  for (let i = 0; i < into.length; i++) into[i] = bound * (2 * random.uniform() - 1);
}
