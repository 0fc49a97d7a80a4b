import * as tf from '@tensorflow/tfjs-core';
import type { ConvolutionStage, DenseStage, Stage } from '../../src/lib/learning/stages.js';
import type { ImageRegime } from '../../src/papers/diffusion-spectral-entropy/tables.js';

/** Side of an image, and its values. */
export const side = 28;
export const pixels = side * side;

/** Dimension of the representation Z, and the number of the stage that puts it out. */
export const width = 64;
export const representation = 2;

export const digits = 10;

const rectified = (x: tf.Tensor3D) => tf.relu(x);

function convolution(channels: number, outputs: number, size: number): ConvolutionStage {
  return {
    ...{ kind: 'convolution', rows: 3, columns: 3, pad: 'valid', pool: 2 },
    ...{ channels, outputs, height: size, width: size, activation: rectified },
  };
}

function dense(inputs: number, outputs: number, activation: DenseStage['activation']): DenseStage {
  return { kind: 'dense', inputs, outputs, activation };
}

/**
 * Two convolutions of 8 and 16 channels, each halved by pooling, and a dense layer of 64 rectifiers, which is Z. Above it
 * log-probabilities of ten digits, or, without labels, the two layers that SimCLR compares views by.
 */
export function encoderStages(regime: ImageRegime): Stage[] {
  const encoder = [convolution(1, 8, side), convolution(8, 16, 13), dense(400, width, rectified)];
  return regime === 'contrastive'
    ? [...encoder, dense(width, width, rectified), dense(width, 32, (x) => x)]
    : [...encoder, dense(width, digits, (x) => tf.logSoftmax(x))];
}
