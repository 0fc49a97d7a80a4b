import * as tf from '@tensorflow/tfjs-core';
import type { Stage } from '../../src/lib/learning/stages.js';

const leaky = (x: tf.Tensor3D) => tf.leakyRelu(x, 0.01);

/**
 * The paper's classifier of 28 × 28 pixels: three convolutions, two dense layers, relative noise of deviation σ before
 * each, log-probabilities of ten digits at its end.
 */
export function classifierStages(sigma: number): Stage[] {
  const convolution = (channels: number, outputs: number, side: number): Stage => ({
    kind: 'convolution',
    rows: 3,
    columns: 3,
    channels,
    outputs,
    height: side,
    width: side,
    pad: 'valid',
    pool: 2,
    dropout: 0.1,
    noise: sigma,
    activation: leaky,
  });
  return [
    convolution(1, 8, 28),
    convolution(8, 16, 13),
    convolution(16, 32, 5),
    { kind: 'dense', inputs: 32, outputs: 32, noise: sigma, activation: leaky },
    { kind: 'dense', inputs: 32, outputs: 10, noise: sigma, activation: (x) => tf.logSoftmax(x) },
  ];
}
