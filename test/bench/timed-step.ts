import type * as tf from '@tensorflow/tfjs-core';
import type { Dense } from '../../src/lib/learning/dense.js';

/** A training step that can be taken again and again. */
export interface TrainingStep {
  take(): void;
  /** A GPU works on after a step was taken: it is over when its weights can be read. */
  finished(): Promise<unknown>;
  dispose(): void;
}

/** A training step that a peer takes as well, from the same weights on the same rows. */
export interface ComparableStep extends TrainingStep {
  /** Weights and biases as they are now, and the rows that are trained on, by the names that the peer knows. */
  tensors(): Readonly<Record<string, tf.Tensor>>;
  /** The sum of the members' losses as they are now on the batch of the first step. */
  loss(): tf.Scalar;
}

/** The weights and biases of layers as `weights0`, `biases0`, `weights1`, … */
export function namedParameters(layers: readonly Dense[]): Record<string, tf.Tensor> {
  return Object.fromEntries(
    layers.flatMap(({ weights, biases }, layer) => [
      [`weights${layer}`, weights],
      [`biases${layer}`, biases],
    ]),
  );
}
