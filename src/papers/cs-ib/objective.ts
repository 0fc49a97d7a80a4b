import * as tf from '@tensorflow/tfjs-core';
import type { Dense } from '../../lib/learning/dense.js';
import { repeatSeeds } from '../../lib/learning/ensemble.js';
import type { Batch } from './batches.js';
import type { ConditionalVariant } from './information/conditional-divergence.js';
import { conditionalDivergence, conditionalWeights } from './information/tensor/conditional-divergence.js';
import { gaussianKernel } from './information/tensor/gaussian-kernel.js';
import { hsic } from './information/tensor/hsic.js';
import { mixtureInformation } from './information/tensor/nonlinear-bottleneck.js';
import {
  normalizedQuadraticMutualInformation,
  quadraticMutualInformation,
} from './information/tensor/quadratic-mutual-information.js';
import { variationalRate } from './information/tensor/variational-bottleneck.js';
import { decode, encode, type Encoding, predict } from './network.js';
import type { MethodId } from './tables.js';

/** Kernel width for x, t, y and ŷ alike, as in the authors' code. */
const sigma = 1;
/** Variance of the fixed noise of the nonlinear bottleneck: log variance −1. */
const noiseVariance = Math.exp(-1);

/** How far predictions are from their targets: by squares, or by the conditional divergence in one of its variants. */
export type PredictionTerm = 'mean-square' | 'sum-of-squares' | ConditionalVariant;

/** A loss `prediction + β × penalty`, with information measured by the method's own yardstick. */
export interface Method {
  /** Whether it trains on a noisy representation. */
  readonly noisy: boolean;
  readonly prediction: PredictionTerm;
  /** The method's information between x and t in nats (HSIC: a pure number), `[members]`. */
  information(code: Encoding, x: tf.Tensor3D, copies: number): tf.Tensor1D;
  /** What β multiplies, from that information; the information itself where omitted. */
  penalty?(information: tf.Tensor1D): tf.Tensor1D;
}

const bits = (nats: tf.Tensor1D): tf.Tensor1D => tf.mul(nats, 1 / Math.LN2);

const csInformation: Method['information'] = ({ means }, x, copies) => {
  const kernel = gaussianKernel(x, x, sigma);
  const self = quadraticMutualInformation(kernel, kernel);
  const code = gaussianKernel(means, means, sigma);
  return normalizedQuadraticMutualInformation(repeatSeeds(kernel, copies), code, repeatSeeds(self, copies));
};

/** The Cauchy-Schwarz bottleneck with a prediction term of one's choice. */
export function cauchySchwarzBottleneck(prediction: PredictionTerm): Method {
  return { noisy: false, prediction, information: csInformation };
}

const nibInformation: Method['information'] = ({ means }) => mixtureInformation(means, noiseVariance);

export const methods: Readonly<Record<MethodId, Method>> = {
  'cs-paper': cauchySchwarzBottleneck('paper'),
  'cs-symmetric': cauchySchwarzBottleneck('symmetric'),
  released: cauchySchwarzBottleneck('sum-of-squares'),
  nib: { noisy: true, prediction: 'mean-square', information: nibInformation, penalty: bits },
  'square-nib': {
    noisy: true,
    prediction: 'mean-square',
    information: nibInformation,
    penalty: (nats) => tf.square(bits(nats)),
  },
  'exp-nib': {
    noisy: true,
    prediction: 'mean-square',
    information: nibInformation,
    penalty: (nats) => tf.exp(bits(nats)),
  },
  vib: {
    noisy: true,
    prediction: 'mean-square',
    information: ({ means, logVariances }) => variationalRate(means, logVariances!),
    penalty: bits,
  },
  hsic: {
    noisy: false,
    prediction: 'mean-square',
    information: ({ means }, x, copies) => {
      const kernel = gaussianKernel(x, x, Math.sqrt(x.shape[2]));
      return hsic(repeatSeeds(kernel, copies), gaussianKernel(means, means, Math.sqrt(means.shape[2])));
    },
  },
};

/**
 * The loss of every member, `[members]`; members are copy-major over the batch's seeds.
 *
 * @param betas `[members]`
 */
export function losses(
  { prediction, information, penalty = (nats) => nats }: Method,
  layers: readonly Dense[],
  batch: Batch,
  betas: tf.Tensor1D,
): tf.Tensor1D {
  const copies = betas.shape[0] / batch.x.shape[0];
  const code = encode(layers, repeatSeeds(batch.x, copies));
  const predicted = decode(layers, representation(code, batch.noise && repeatSeeds(batch.noise, copies)));
  return tf.add(
    predictionLoss(prediction, predicted, batch, copies),
    tf.mul(betas, penalty(information(code, batch.x, copies))),
  );
}

/** The loss of every member without compression, `[members]`: what is left of it at β = 0. */
export function predictionLosses(
  { prediction }: Method,
  layers: readonly Dense[],
  batch: Batch,
): tf.Tensor1D {
  const copies = layers[0].weights.shape[0] / batch.x.shape[0];
  const code = encode(layers, repeatSeeds(batch.x, copies));
  const predicted = decode(layers, representation(code, batch.noise && repeatSeeds(batch.noise, copies)));
  return predictionLoss(prediction, predicted, batch, copies);
}

/** The method's own information of a batch in nats (HSIC: a pure number), `[members]`. */
export function ownInformation({ information }: Method, code: Encoding, x: tf.Tensor3D): tf.Tensor1D {
  return information(code, x, code.means.shape[0] / x.shape[0]);
}

/** The common yardstick of all methods, each `[members]`. */
export interface CsReadings {
  /** Cauchy-Schwarz information of x and the noiseless t in nats. */
  readonly raw: tf.Tensor1D;
  /** The same, normalised. */
  readonly normalised: tf.Tensor1D;
  /** `I(t; t)` in nats: near zero where t has collapsed to a point. */
  readonly self: tf.Tensor1D;
}

/** @param x `[seeds, n, d]` */
export function csReadings({ means }: Encoding, x: tf.Tensor3D): CsReadings {
  const kernel = repeatSeeds(gaussianKernel(x, x, sigma), means.shape[0] / x.shape[0]);
  const code = gaussianKernel(means, means, sigma);
  return {
    raw: quadraticMutualInformation(kernel, code),
    normalised: normalizedQuadraticMutualInformation(kernel, code),
    self: quadraticMutualInformation(code, code),
  };
}

/** Mean squared error of every member, `[members]`. */
export function meanSquaredErrors(layers: readonly Dense[], batch: Batch): tf.Tensor1D {
  const copies = layers[0].weights.shape[0] / batch.x.shape[0];
  const predicted = predict(layers, repeatSeeds(batch.x, copies));
  return predictionLoss('mean-square', predicted, batch, copies);
}

function representation({ means, logVariances }: Encoding, noise: tf.Tensor3D | undefined): tf.Tensor3D {
  if (!noise) return means;
  const deviation = logVariances ? tf.exp(tf.mul(logVariances, 0.5)) : Math.sqrt(noiseVariance);
  return tf.add(means, tf.mul(noise, deviation));
}

function predictionLoss(
  kind: PredictionTerm,
  predicted: tf.Tensor3D,
  { x, y }: Batch,
  copies: number,
): tf.Tensor1D {
  const targets = repeatSeeds(y, copies);
  if (kind === 'mean-square' || kind === 'sum-of-squares') {
    const squares = tf.sum(tf.square(tf.sub(predicted, targets)), [1, 2]) as tf.Tensor1D;
    // The released script's sum of squares comes out of a base-2 logarithm.
    return tf.mul(squares, kind === 'mean-square' ? 1 / y.shape[1] : 1 / Math.LN2);
  }
  const weights = conditionalWeights(gaussianKernel(x, x, sigma), kind);
  return conditionalDivergence(repeatSeeds(weights, copies), {
    targets: repeatSeeds(gaussianKernel(y, y, sigma), copies),
    predictions: gaussianKernel(predicted, predicted, sigma),
    cross: gaussianKernel(predicted, targets, sigma),
  });
}
