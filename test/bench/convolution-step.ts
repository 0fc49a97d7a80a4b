import * as tf from '@tensorflow/tfjs-core';
import { digits, encoderStages, pixels } from '../../data-loaders/diffusion-spectral-entropy/encoder.js';
import { definition } from '../../data-loaders/diffusion-spectral-entropy/images.js';
import { indicesPerStep } from '../../src/lib/compute/compiler/per-step.js';
import { createAdam } from '../../src/lib/learning/adam.js';
import { classificationLoss, oneHotRows } from '../../src/lib/learning/classifier.js';
import { createEnsemble } from '../../src/lib/learning/ensemble.js';
import type { DrawMinibatch } from '../../src/lib/learning/member-minibatches.js';
import { sizesOf } from '../../src/lib/learning/stages.js';
import { train } from '../../src/lib/learning/train.js';
import { fastRandom } from '../../src/lib/statistics/fast-random.js';
import { random } from '../../src/lib/statistics/random.js';
import { type ComparableStep, namedParameters } from './timed-step.js';

const { trainImages: images, batch, learningRate } = definition.profiles.quick;

/** What the peer needs to know: the same rows, taken in the same order. */
export const convolutionSettings = { images, batch, learningRate } as const;

/**
 * A step of stacked classifiers of images, the network with labels of diffusion-spectral-entropy at the sizes of its
 * quick profile, on made-up pixels and labels: cross-entropy by log-softmax, Adam.
 */
export function convolutionStep(members: number): ComparableStep {
  const stages = encoderStages('supervised');
  const streams = Array.from({ length: members }, (_, seed) => random(1, 'weights', seed));
  const ensemble = createEnsemble(sizesOf(stages), streams, 1);
  const { normal, uniform } = random(1, 'images');
  const x = tf.tensor2d(Float32Array.from({ length: images * pixels }, normal), [images, pixels]);
  const labels = Float32Array.from({ length: images }, () => Math.floor(uniform() * digits));
  const data = { x, oneHot: oneHotRows(labels, digits) };
  // No layer draws noise: the streams stand for the members.
  const noise = streams.map(fastRandom);
  const loss = () => classificationLoss(stages, data, consecutiveBatches(members), noise);
  const adam = createAdam({ learningRate });
  const steps = train(ensemble, adam, Infinity, loss());
  return {
    take: () => void steps.next(),
    finished: () => ensemble.layers[0].weights.data(),
    tensors: () => ({ ...namedParameters(ensemble.layers), x, labels: tf.tensor1d(labels) }),
    loss: () => tf.tidy(() => loss()(ensemble.layers)),
    dispose() {
      steps.return();
      adam.dispose();
      tf.dispose([data.x, data.oneHot, ...Object.values(namedParameters(ensemble.layers))]);
    },
  };
}

/** Row numbers of batches: one batch after the other, each member one batch ahead of the member before it. */
function consecutiveBatches(members: number): DrawMinibatch {
  let start = 0;
  return () =>
    indicesPerStep([members, batch], (values) => {
      for (let i = 0; i < values.length; i++) values[i] = (start + i) % images;
      start += batch;
    });
}
