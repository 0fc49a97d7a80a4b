import * as tf from '@tensorflow/tfjs-core';
import { type Ensemble, parametersOf } from '../../src/lib/learning/ensemble.js';
import type { DenseStage } from '../../src/lib/learning/stages.js';
import { fastRandom } from '../../src/lib/statistics/fast-random.js';
import { random } from '../../src/lib/statistics/random.js';
import {
  autoencode,
  type AutoencoderPlan,
  trainAutoencoder,
} from '../../src/papers/lossy-compression-ib/autoencoder.js';
import { unexplainedVariance } from '../../src/papers/lossy-compression-ib/unexplained-variance.js';

export type AutoencoderParameters = {
  /** Units of each of the two hidden layers on either side of the code. */
  readonly hidden: number;
  readonly steps: number;
  readonly batch: number;
  /** Learning rate of the first step and of the last. */
  readonly rates: readonly [number, number];
};

const leaky = (x: tf.Tensor3D) => tf.leakyRelu(x, 0.2);

/** Dense layers values → hidden → hidden → code (tanh), and back to values. */
function densePlan(values: number, hidden: number, code: number): AutoencoderPlan {
  const stage = (inputs: number, outputs: number, activation: DenseStage['activation']): DenseStage => ({
    kind: 'dense',
    inputs,
    outputs,
    activation,
  });
  return {
    encoder: [
      stage(values, hidden, leaky),
      stage(hidden, hidden, leaky),
      stage(hidden, code, (x) => tf.tanh(x)),
    ],
    decoder: [stage(code, hidden, leaky), stage(hidden, hidden, leaky), stage(hidden, values, (x) => x)],
    codeNoise: 0.02,
  };
}

/** An autoencoder that was trained. */
export interface Encoder {
  /** Codes of rows `[n, values]`: `[n, code]`. */
  encode(rows: Float32Array): Promise<Float64Array>;
  /** The share of the variance of such rows that their reconstruction leaves unexplained. */
  unexplained(rows: Float32Array): Promise<number>;
  dispose(): void;
}

/**
 * Trains a dense autoencoder and yields the fraction that is done.
 *
 * @param rows `[n, values]`
 */
export function* denseAutoencoder(
  rows: Float32Array,
  values: number,
  code: number,
  { hidden, steps, batch, rates }: AutoencoderParameters,
  seed: number,
): Generator<number, Encoder, void> {
  const plan = densePlan(values, hidden, code);
  const stream = (name: string) => random(seed, 'autoencoder', name);
  const streams = [
    { weights: stream('weights'), batches: stream('batches'), noise: fastRandom(stream('noise')) },
  ];
  const x = tf.tensor2d(rows, [rows.length / values, values]);
  const training = trainAutoencoder(plan, x, { steps, batch, rates, streams });
  let ensemble: Ensemble;
  try {
    for (;;) {
      const { done, value } = training.next();
      if (done) {
        ensemble = value;
        break;
      }
      yield value / steps;
    }
  } finally {
    x.dispose();
  }
  const both = async (inputs: Float32Array) => {
    const tensor = tf.tensor2d(inputs, [inputs.length / values, values]);
    const [result] = await autoencode(plan, ensemble, tensor);
    tensor.dispose();
    return result;
  };
  return {
    encode: async (inputs) => Float64Array.from((await both(inputs)).codes),
    unexplained: async (inputs) =>
      unexplainedVariance(
        Float64Array.from(inputs),
        Float64Array.from((await both(inputs)).reconstruction),
        values,
      ),
    dispose: () => tf.dispose(parametersOf(ensemble.layers)),
  };
}
