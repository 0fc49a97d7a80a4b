import * as tf from '@tensorflow/tfjs-core';
import type { Adam } from './adam.js';
import type { Dense } from './dense.js';
import { type Ensemble, layersFrom, parametersOf } from './ensemble.js';

/** The sum of all members' losses at a step (0, 1, …). Called in a tidy: it may leave tensors behind. */
export type EnsembleLoss = (layers: readonly Dense[], step: number) => tf.Scalar;

/**
 * Descends for a number of steps, replacing `ensemble.layers` at each, and yields the number of steps taken;
 * in between, the caller may evaluate the ensemble, save it or stop. As a member's parameters move only its
 * own term of the loss, the gradients of the sum are the members' own.
 */
export function* train(
  ensemble: Ensemble,
  adam: Adam,
  steps: number,
  loss: EnsembleLoss,
): Generator<number, void, void> {
  for (let step = 0; step < steps; step++) {
    const parameters = parametersOf(ensemble.layers);
    const gradients = tf.tidy(() =>
      tf.grads((...changed) => loss(layersFrom(changed as tf.Tensor3D[]), step))(parameters),
    ) as tf.Tensor3D[];
    ensemble.layers = layersFrom(adam.step(parameters, gradients));
    tf.dispose([...parameters, ...gradients]);
    yield step + 1;
  }
}
