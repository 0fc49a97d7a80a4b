import * as tf from '@tensorflow/tfjs-core';
import type { FastRandom } from '../statistics/fast-random.js';
import { convolution, convolutionLayer, type ConvolutionSize, flatten, maxPool } from './convolution.js';
import { type Dense, dense, type DenseSize } from './dense.js';
import { dropout } from './dropout.js';
import { addRelativeNoise } from './relative-noise.js';

/** What happens around the weights of a stage: dropout, noise, the weights, pooling, the activation, in this order. */
interface Surroundings {
  /** Share of the inputs that is dropped, in training alone. */
  readonly dropout?: number;
  /** σ of the noise that multiplies the inputs, x (1 + σε), in training and after. */
  readonly noise?: number;
  readonly activation: (x: tf.Tensor3D) => tf.Tensor3D;
}

export interface DenseStage extends DenseSize, Surroundings {
  readonly kind: 'dense';
}

export interface ConvolutionStage extends ConvolutionSize, Surroundings {
  readonly kind: 'convolution';
  /** Of the images that come in. */
  readonly height: number;
  readonly width: number;
  readonly pad: 'same' | 'valid';
  /** The side of the squares of which the largest value is kept. */
  readonly pool?: number;
}

/** One layer of weights of a feed-forward network, with what surrounds it. A network is a list of stages. */
export type Stage = DenseStage | ConvolutionStage;

export interface ForwardOptions {
  /** One for each member: what dropout and noise are drawn from. */
  readonly streams: readonly FastRandom[];
  readonly training: boolean;
  /** Is shown the output of each stage, `[members, n, values]`. What it does not keep (`tf.keep`) is disposed of. */
  observe?(stage: number, output: tf.Tensor3D): void;
}

/** Sizes of the layers of a network, from which an ensemble is drawn. */
export function sizesOf(stages: readonly Stage[]): DenseSize[] {
  return stages.map((stage) => (stage.kind === 'dense' ? stage : convolutionLayer(stage)));
}

/**
 * The output of a network for every member of an ensemble: `[members, n, values]`, images as rows of values, from
 * inputs of the same form (or `[1, n, values]`, shared by all).
 */
export function forward(
  stages: readonly Stage[],
  layers: readonly Dense[],
  x: tf.Tensor3D,
  { streams, training, observe }: ForwardOptions,
): tf.Tensor3D {
  return stages.reduce((input, stage, index) => {
    const kept = training && stage.dropout ? dropout(input, stage.dropout, streams) : input;
    const noisy = stage.noise ? addRelativeNoise(kept, stage.noise, streams) : kept;
    const sums =
      stage.kind === 'dense' ? dense(layers[index], noisy) : convolved(stage, layers[index], noisy);
    const output = stage.activation(sums);
    observe?.(index, output);
    return output;
  }, x);
}

function convolved(stage: ConvolutionStage, layer: Dense, x: tf.Tensor3D): tf.Tensor3D {
  const { height, width, channels, pool } = stage;
  const [own, n] = x.shape;
  const sums = convolution(layer, tf.reshape(x, [own, n, height, width, channels]), stage);
  return flatten(pool ? maxPool(sums, pool) : sums);
}
