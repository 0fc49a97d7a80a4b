import * as tf from '@tensorflow/tfjs-core';
import type { PerMember } from './adam.js';

/** An optimiser of stacked parameters `[members, …]`, with its state between steps. */
export type { Adam as Optimizer } from './adam.js';

/** A hyperparameter as a scalar, or as `[members, 1, 1]`, to be multiplied with what is `[members, …, …]`. */
export function perMember(values: PerMember): tf.Tensor {
  return typeof values === 'number' ? tf.scalar(values) : tf.tensor3d([...values], [values.length, 1, 1]);
}
