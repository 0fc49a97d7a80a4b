import * as tf from '@tensorflow/tfjs-core';
import { perStep } from '../../lib/compute/compiler/per-step.js';
import { createAdam } from '../../lib/learning/adam.js';
import type { Optimizer } from '../../lib/learning/optimizer.js';

/** Adam with a learning rate that changes from step to step (1, 2, …): its moments do not depend on the rate. */
export function createScheduledAdam(rate: (step: number) => number): Optimizer {
  const adam = createAdam({ learningRate: 1 });
  let steps = 0;
  return {
    step(parameters, gradients) {
      const moved = adam.step(parameters, gradients);
      const next = tf.tidy(() => {
        const length = perStep([], (values) => void (values[0] = rate((steps += 1))));
        return parameters.map((parameter, i) =>
          tf.add(parameter, tf.mul(tf.sub(moved[i], parameter), length)),
        );
      });
      tf.dispose(moved);
      return next as tf.Tensor3D[];
    },
    state: () => adam.state(),
    dispose: () => adam.dispose(),
  };
}

/** From `first` to `last` in so many steps, along half a period of a cosine (I. Loshchilov, F. Hutter, ICLR 2017). */
export function cosineRate(first: number, last: number, steps: number): (step: number) => number {
  return (step) =>
    last + ((first - last) / 2) * (1 + Math.cos((Math.PI * (step - 1)) / Math.max(1, steps - 1)));
}
