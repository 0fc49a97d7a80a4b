import * as tf from '@tensorflow/tfjs-core';
import { repeatedStep } from '../compute/compiler/repeated-step.js';
import type { Adam } from './adam.js';
import type { Dense } from './dense.js';
import { type Ensemble, layersFrom, parametersOf } from './ensemble.js';

/** The sum of all members' losses at a step. Called in a tidy: it may leave tensors behind. */
export type EnsembleLoss = (layers: readonly Dense[]) => tf.Scalar;

/** What is descended on, of the parameters at a step. Called in a tidy: it may leave tensors behind. */
type Loss = (parameters: readonly tf.Tensor3D[]) => tf.Scalar;

/**
 * Tensors that a descent replaces at each step: it disposes of the old ones, or fills them anew. Whoever wants to keep
 * their values clones them.
 */
export interface Parameters {
  now: readonly tf.Tensor3D[];
}

/** Takes one step down the gradient of a loss, operation by operation. */
export function descendOnce(parameters: Parameters, adam: Adam, loss: Loss): void {
  const before = [...parameters.now];
  const gradients = tf.tidy(() =>
    tf.grads((...changed) => loss(changed as tf.Tensor3D[]))(before),
  ) as tf.Tensor3D[];
  parameters.now = adam.step(before, gradients);
  tf.dispose([...before, ...gradients]);
}

/**
 * Descends for a number of steps, replacing the parameters at each, and yields the number of steps taken; in between,
 * the caller may look at them, save them or stop.
 *
 * What the loss draws anew at every step (rows, noise) it draws by `perStep`; then on WebAssembly the step is
 * compiled. Any other number that JavaScript computes within the loss must be the same at every step.
 */
export function* descend(
  parameters: Parameters,
  adam: Adam,
  steps: number,
  loss: Loss,
): Generator<number, void, void> {
  const step = repeatedStep({
    state: () => [...parameters.now, ...adam.state()],
    shown: parameters.now.length,
    show: (shown) => void (parameters.now = shown as tf.Tensor3D[]),
    take: () => descendOnce(parameters, adam, loss),
  });
  try {
    for (let taken = 1; taken <= steps; taken++) {
      step.take();
      yield taken;
    }
  } finally {
    step.finish();
  }
}

/**
 * {@link descend} for all members of an ensemble: `ensemble.layers` are replaced at each step. As a member's parameters
 * move only its own term of the loss, the gradients of the sum are the members' own.
 */
export function train(
  ensemble: Ensemble,
  adam: Adam,
  steps: number,
  loss: EnsembleLoss,
): Generator<number, void, void> {
  const parameters = {
    get now() {
      return parametersOf(ensemble.layers);
    },
    set now(moved: readonly tf.Tensor3D[]) {
      ensemble.layers = layersFrom(moved);
    },
  };
  return descend(parameters, adam, steps, (changed) => loss(layersFrom(changed)));
}
