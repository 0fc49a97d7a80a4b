import * as tf from '@tensorflow/tfjs-core';
import {
  conditionalDivergence,
  conditionalWeights,
} from '../../lib/information/tensor/conditional-divergence.js';
import { gaussianKernel } from '../../lib/information/tensor/gaussian-kernel.js';
import {
  normalizedQuadraticMutualInformation,
  quadraticMutualInformation,
} from '../../lib/information/tensor/quadratic-mutual-information.js';
import { type Dense, type DenseSize, dense } from '../../lib/learning/dense.js';
import { repeatSeeds } from '../../lib/learning/ensemble.js';
import { inputs } from './live-problem.js';
import type { LiveVariant } from './live-snapshot.js';

/** Width of every kernel, as in the authors' code. */
const sigma = 1;
const hidden = 32;
/** Dimension of the representation. */
const code = 4;

/** Encoder 4 → 32 → 32 → 4 with ReLU between, decoder 4 → 32 → 1: the paper's network, smaller. */
export const layerSizes: readonly DenseSize[] = [
  { inputs, outputs: hidden },
  { inputs: hidden, outputs: hidden },
  { inputs: hidden, outputs: code },
  { inputs: code, outputs: hidden },
  { inputs: hidden, outputs: 1 },
];

/** Rows for each seed: `x` `[seeds, n, inputs]`, `y` `[seeds, n, 1]`. */
export interface LiveBatch {
  readonly x: tf.Tensor3D;
  readonly y: tf.Tensor3D;
}

/** What the ensemble makes of a batch, each `[members]`. */
export interface Objective {
  /** Prediction term plus β times the information. */
  readonly loss: tf.Tensor1D;
  /** I_CS(x; t), normalised. */
  readonly information: tf.Tensor1D;
  /** I_CS(t; t), in nats: near zero where t has collapsed to a point. */
  readonly selfInformation: tf.Tensor1D;
}

/** @param x `[members, n, inputs]` @returns t, `[members, n, code]`, and ŷ, `[members, n, 1]` */
export function predict(
  layers: readonly Dense[],
  x: tf.Tensor3D,
): { t: tf.Tensor3D; predicted: tf.Tensor3D } {
  const [first, second, head, third, output] = layers;
  const t = dense(head, tf.relu(dense(second, tf.relu(dense(first, x)))));
  return { t, predicted: dense(output, tf.relu(dense(third, t))) };
}

/**
 * The objective of every member; members are copy-major over the batch's seeds.
 *
 * @param betas `[members]`
 */
export function objective(
  variant: LiveVariant,
  layers: readonly Dense[],
  { x, y }: LiveBatch,
  betas: tf.Tensor1D,
): Objective {
  const copies = betas.shape[0] / x.shape[0];
  const { t, predicted } = predict(layers, repeatSeeds(x, copies));
  const ofInputs = gaussianKernel(x, x, sigma);
  const ofCode = gaussianKernel(t, t, sigma);
  const information = normalizedQuadraticMutualInformation(
    repeatSeeds(ofInputs, copies),
    ofCode,
    repeatSeeds(quadraticMutualInformation(ofInputs, ofInputs), copies),
  );
  const prediction =
    variant === 'squares'
      ? (tf.mean(tf.square(tf.sub(predicted, repeatSeeds(y, copies))), [1, 2]) as tf.Tensor1D)
      : conditionalDivergence(repeatSeeds(conditionalWeights(ofInputs, variant), copies), {
          targets: repeatSeeds(gaussianKernel(y, y, sigma), copies),
          predictions: gaussianKernel(predicted, predicted, sigma),
          cross: gaussianKernel(predicted, repeatSeeds(y, copies), sigma),
        });
  return {
    loss: tf.add(prediction, tf.mul(betas, information)),
    information,
    selfInformation: quadraticMutualInformation(ofCode, ofCode),
  };
}
