import * as tf from '@tensorflow/tfjs-core';
import { createAdam, type PerMember } from './adam.js';
import { type Optimizer, perMember } from './optimizer.js';

export interface AdamWOptions {
  readonly learningRate: PerMember;
  /** λ: each step first shrinks every parameter, biases too, by the factor 1 − ηλ. */
  readonly weightDecay: PerMember;
}

/**
 * Adam with decoupled weight decay (I. Loshchilov, F. Hutter, ICLR 2019, algorithm 2, as PyTorch's AdamW has it)
 * for a stacked ensemble: θ ← (1 − ηλ) θ − η m̂ / (√v̂ + ε), where the moments see the gradient alone. Every
 * member may have its own learning rate η and decay λ.
 */
export function createAdamW({ learningRate, weightDecay }: AdamWOptions): Optimizer {
  const adam = createAdam({ learningRate });
  const keep = tf.tidy(() => tf.sub(1, tf.mul(perMember(learningRate), perMember(weightDecay))));
  return {
    step(parameters, gradients) {
      const shrunk = parameters.map((parameter) => tf.mul<tf.Tensor3D>(parameter, keep));
      const updated = adam.step(shrunk, gradients);
      tf.dispose(shrunk);
      return updated;
    },
    state: () => adam.state(),
    dispose() {
      adam.dispose();
      tf.dispose(keep);
    },
  };
}
