import * as tf from '@tensorflow/tfjs-core';
import { activations } from '../../lib/learning/activations.js';
import { createEnsemble, type Ensemble } from '../../lib/learning/ensemble.js';
import { memberMinibatches } from '../../lib/learning/member-minibatches.js';
import { addFastNoise } from '../../lib/learning/relative-noise.js';
import { forward, sizesOf, type Stage } from '../../lib/learning/stages.js';
import { train } from '../../lib/learning/train.js';
import type { FastRandom } from '../../lib/statistics/fast-random.js';
import type { Random } from '../../lib/statistics/random.js';
import { cosineRate, createScheduledAdam } from './scheduled-rate.js';

/** An encoder and a decoder, trained together. */
export interface AutoencoderPlan {
  readonly encoder: readonly Stage[];
  readonly decoder: readonly Stage[];
  /** σ of the normal noise that is added to the codes in training. */
  readonly codeNoise: number;
}

export interface AutoencoderTraining {
  readonly steps: number;
  readonly batch: number;
  /** Learning rate of Adam, along a cosine from the first to the last. */
  readonly rates: readonly [first: number, last: number];
  /** For each member what its weights, its minibatches and its noise are drawn from. */
  readonly streams: readonly {
    readonly weights: Random;
    readonly batches: Random;
    readonly noise: FastRandom;
  }[];
}

/**
 * Descends on the squared error of the reconstruction, each member of an ensemble on its own minibatches, and yields
 * the number of steps taken; returns the ensemble, its layers those of the encoder, then those of the decoder.
 *
 * @param x `[n, values]`
 */
export function* trainAutoencoder(
  { encoder, decoder, codeNoise }: AutoencoderPlan,
  x: tf.Tensor2D,
  { steps, batch, rates: [first, last], streams }: AutoencoderTraining,
): Generator<number, Ensemble, void> {
  const [n] = x.shape;
  const noise = streams.map((stream) => stream.noise);
  const ensemble = createEnsemble(
    sizesOf([...encoder, ...decoder]),
    streams.map(({ weights }) => weights),
    1,
  );
  const adam = createScheduledAdam(cosineRate(first, last, steps));
  const batches = memberMinibatches(
    n,
    batch,
    streams.map((stream) => stream.batches),
  );
  try {
    yield* train(ensemble, adam, steps, (layers) => {
      const inputs = tf.gather(x, batches()) as tf.Tensor as tf.Tensor3D;
      const options = { streams: noise, training: true };
      const codes = forward(encoder, layers, inputs, options);
      const noisy = addFastNoise(codes, codeNoise, noise);
      const back = forward(decoder, layers.slice(encoder.length), noisy, options);
      return tf.sum(tf.mean(tf.square(tf.sub(back, inputs)), [1, 2]));
    });
    return ensemble;
  } finally {
    adam.dispose();
  }
}

/**
 * Codes and reconstructions of rows that all members share, by each member.
 *
 * @param x `[n, values]`
 * @returns of each member the codes `[n, d]` and the reconstructions `[n, values]`, row-major
 */
export async function autoencode(
  { encoder, decoder }: AutoencoderPlan,
  { layers, members }: Ensemble,
  x: tf.Tensor2D,
  chunk = 1000,
): Promise<{ codes: Float32Array; reconstruction: Float32Array }[]> {
  const stages = [...encoder, ...decoder];
  // Nothing is drawn: codes are noisy in training alone.
  const streams = Array.from({ length: members }, () => silent);
  const wanted = [encoder.length - 1, stages.length - 1];
  const [codes, reconstructions] = await activations(stages, layers, x, { wanted, streams, chunk });
  return codes.map((code, member) => ({ codes: code, reconstruction: reconstructions[member] }));
}

const silent: FastRandom = {
  fillNormal: (values) => values.fill(0),
  fillBernoulli: (values) => values.fill(0),
};
