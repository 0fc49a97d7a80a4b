import * as tf from '@tensorflow/tfjs-core';
import { perStep } from '../compute/compiler/per-step.js';

/** A hyperparameter of an ensemble: one for all members, or one each. */
export type PerMember = number | readonly number[];

export interface AdamOptions {
  readonly learningRate: PerMember;
  /** λ of the penalty ½λ|θ|²: λθ is added to the gradient, before the moments. */
  readonly l2?: PerMember;
}

/** An optimiser with its state between steps. */
export interface Adam {
  /** The parameters after one step; disposes none of the arguments. All are `[members, …]`. */
  step(parameters: readonly tf.Tensor3D[], gradients: readonly tf.Tensor3D[]): tf.Tensor3D[];
  /** What it remembers of the steps so far, in a fixed order; empty before the first. */
  state(): readonly tf.Tensor[];
  dispose(): void;
}

const decay1 = 0.9;
const decay2 = 0.999;
const epsilon = 1e-8;

/**
 * Adam (D. Kingma, J. Ba, ICLR 2015, algorithm 1; decays 0.9 and 0.999, ε 1e-8) for a stacked ensemble:
 * every member has its own moments, and may have its own learning rate and L2 penalty.
 */
export function createAdam({ learningRate, l2 = 0 }: AdamOptions): Adam {
  const rate = perMember(learningRate);
  const penalty = l2 === 0 ? undefined : perMember(l2);
  let moments: { first: tf.Tensor3D; second: tf.Tensor3D }[] = [];
  let steps = 0;

  const disposeMoments = () => moments.forEach(({ first, second }) => tf.dispose([first, second]));
  return {
    step(parameters, gradients) {
      const { next, updated } = tf.tidy(() => {
        // The corrections of both moments' bias, folded into the step's length and into ε.
        const correct = perStep([], (values) => {
          steps += 1;
          values[0] = Math.sqrt(1 - decay2 ** steps) / (1 - decay1 ** steps);
        });
        const floor = perStep([], (values) => {
          values[0] = epsilon * Math.sqrt(1 - decay2 ** steps);
        });
        const length = tf.mul(rate, correct);
        const results = parameters.map((parameter, i) => {
          const gradient = penalty ? tf.add(gradients[i], tf.mul(parameter, penalty)) : gradients[i];
          const first = average(moments[i]?.first, gradient, decay1);
          const second = average(moments[i]?.second, tf.square(gradient), decay2);
          const direction = tf.div(first, tf.add(tf.sqrt(second), floor));
          return { first, second, updated: tf.sub(parameter, tf.mul(direction, length)) as tf.Tensor3D };
        });
        return {
          next: results.map(({ first, second }) => ({ first, second })),
          updated: results.map((result) => result.updated),
        };
      });
      disposeMoments();
      moments = next;
      return updated;
    },
    state: () => moments.flatMap(({ first, second }) => [first, second]),
    dispose() {
      disposeMoments();
      moments = [];
      tf.dispose(penalty ? [rate, penalty] : rate);
    },
  };
}

/** The exponential moving average after one more value; before the first, it is zero. */
function average(last: tf.Tensor3D | undefined, value: tf.Tensor, decay: number): tf.Tensor3D {
  const share = tf.mul(value, 1 - decay) as tf.Tensor3D;
  return last ? tf.add(tf.mul(last, decay), share) : share;
}

/** A scalar, or `[members, 1, 1]`. */
function perMember(values: PerMember): tf.Tensor {
  return typeof values === 'number' ? tf.scalar(values) : tf.tensor3d([...values], [values.length, 1, 1]);
}
