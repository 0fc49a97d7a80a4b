import * as tf from '@tensorflow/tfjs-core';
import type { PerMember } from '../../src/lib/learning/adam.js';
import { type Optimizer, perMember } from '../../src/lib/learning/optimizer.js';

export interface SgdOptions {
  readonly learningRate: PerMember;
  /** μ of the velocity v ← μv + g, along which the parameters move; 0 is plain descent. */
  readonly momentum?: number;
  /** λ of the penalty ½λ|θ|²: λθ is added to the gradient, before the velocity. */
  readonly l2?: PerMember;
}

/**
 * Gradient descent with momentum (B. Polyak, 1964) for a stacked ensemble: θ ← θ − ηv, v ← μv + g + λθ, where v
 * starts as the first gradient; every member may have its own learning rate η and penalty λ.
 */
export function createSgd({ learningRate, momentum = 0, l2 = 0 }: SgdOptions): Optimizer {
  const rate = perMember(learningRate);
  const penalty = l2 === 0 ? undefined : perMember(l2);
  let velocities: tf.Tensor3D[] = [];

  return {
    step(parameters, gradients) {
      const [next, updated] = tf.tidy(() => {
        const moving = parameters.map((parameter, i) => {
          const gradient = penalty ? tf.add(gradients[i], tf.mul(parameter, penalty)) : gradients[i];
          const last = velocities[i];
          // A clone, as the caller disposes of its gradients.
          return (last ? tf.add(tf.mul(last, momentum), gradient) : tf.clone(gradient)) as tf.Tensor3D;
        });
        const moved = parameters.map((parameter, i) => tf.sub(parameter, tf.mul(moving[i], rate)));
        return [momentum === 0 ? [] : moving, moved as tf.Tensor3D[]];
      });
      tf.dispose(velocities);
      velocities = next;
      return updated;
    },
    state: () => velocities,
    dispose() {
      tf.dispose([rate, ...(penalty ? [penalty] : []), ...velocities]);
      velocities = [];
    },
  };
}
