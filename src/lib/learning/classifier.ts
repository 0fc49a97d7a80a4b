import * as tf from '@tensorflow/tfjs-core';
import type { FastRandom } from '../statistics/fast-random.js';
import type { DrawMinibatch } from './member-minibatches.js';
import { forward, type Stage } from './stages.js';
import type { EnsembleLoss } from './train.js';

/** Rows to classify, and their classes. */
export interface LabelledRows {
  /** `[n, values]` */
  readonly x: tf.Tensor2D;
  /** `[n, classes]` */
  readonly oneHot: tf.Tensor2D;
}

/** Labels as rows of zeros with a single one, `[n, classes]`. */
export function oneHotRows(labels: ArrayLike<number>, classes: number): tf.Tensor2D {
  const values = new Float32Array(labels.length * classes);
  for (let i = 0; i < labels.length; i++) values[i * classes + labels[i]] = 1;
  return tf.tensor2d(values, [labels.length, classes]);
}

/**
 * Mean negative log-likelihood of the labels, in nats, of each member.
 *
 * @param logProbabilities `[members, n, classes]`
 * @param oneHot the labels, `[members or 1, n, classes]`
 * @returns `[members]`
 */
export function negativeLogLikelihood(logProbabilities: tf.Tensor3D, oneHot: tf.Tensor3D): tf.Tensor1D {
  const [, n] = logProbabilities.shape;
  return tf.mul(tf.sum(tf.mul(logProbabilities, oneHot), [1, 2]), -1 / n);
}

/**
 * The loss of a classifier whose last stage gives log-probabilities, on each member's own minibatches: the sum of the
 * members' mean negative log-likelihoods.
 *
 * @param minibatch row numbers of each member; see `memberMinibatches`
 * @param streams one a member, of dropout and noise
 */
export function classificationLoss(
  stages: readonly Stage[],
  { x, oneHot }: LabelledRows,
  minibatch: DrawMinibatch,
  streams: readonly FastRandom[],
): EnsembleLoss {
  return (layers) => {
    const batch = minibatch();
    const [inputs, targets] = [x, oneHot].map((rows) => tf.gather(rows, batch) as tf.Tensor as tf.Tensor3D);
    const output = forward(stages, layers, inputs, { streams, training: true });
    return tf.sum(negativeLogLikelihood(output, targets));
  };
}

/** How well one member does. */
export interface Score {
  /** Mean negative log-likelihood, nats. */
  readonly loss: number;
  /** Share of the rows whose most probable class is the label. */
  readonly accuracy: number;
}

/** The score of log-probabilities `[n, classes]`, row-major. */
export function scoreOf(logProbabilities: Float32Array, labels: ArrayLike<number>, classes: number): Score {
  let [loss, right] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    const row = logProbabilities.subarray(i * classes, (i + 1) * classes);
    loss -= row[labels[i]] / labels.length;
    if (row.indexOf(Math.max(...row)) === labels[i]) right++;
  }
  return { loss, accuracy: right / labels.length };
}
