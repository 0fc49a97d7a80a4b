import * as tf from '@tensorflow/tfjs-core';
import type { Adam } from './adam.js';
import type { Dense } from './dense.js';
import { type Ensemble, unpack } from './ensemble.js';

/**
 * Descends for a number of steps, replacing `ensemble.parameters` at each, and yields the number of steps
 * taken; the caller may evaluate the ensemble, save it or stop in between.
 *
 * @param loss the sum of all members' losses at a step (0, 1, …), a scalar. As a member's parameters move
 * only its own term, the gradients of the sum are the members' own. Runs in a tidy: it may leave tensors behind.
 */
export function* train(
  ensemble: Ensemble,
  adam: Adam,
  steps: number,
  loss: (layers: readonly Dense[], step: number) => tf.Scalar,
): Generator<number, void, void> {
  for (let step = 0; step < steps; step++) {
    const updated = tf.tidy(() => {
      const gradients = lossGradients(ensemble, (layers) => loss(layers, step));
      return adam.step(ensemble.parameters, gradients);
    });
    ensemble.parameters.dispose();
    ensemble.parameters = updated;
    yield step + 1;
  }
}

/** The gradients of a loss in the parameters' own layout, `[members, count]`. */
export function lossGradients(
  ensemble: Ensemble,
  loss: (layers: readonly Dense[]) => tf.Scalar,
): tf.Tensor2D {
  const layers = unpack(ensemble.layers, ensemble.parameters);
  // Differentiated layer by layer: through `unpack` every slice would be padded back to the whole width.
  const tensors = layers.flatMap(({ weights, biases }) => [weights, biases]);
  const gradients = tf.grads((...changed: tf.Tensor[]) =>
    loss(
      layers.map((_, i) => ({
        weights: changed[2 * i] as tf.Tensor3D,
        biases: changed[2 * i + 1] as tf.Tensor3D,
      })),
    ),
  )(tensors);
  return tf.concat(
    gradients.map((gradient) => tf.reshape(gradient, [ensemble.members, -1]) as tf.Tensor2D),
    1,
  );
}
