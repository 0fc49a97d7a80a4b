import * as tf from '@tensorflow/tfjs-core';

/** Step sizes: one for all members, or one each. */
export type PerMember = number | readonly number[];

export interface AdamOptions {
  readonly learningRate: PerMember;
  /** λ of the penalty ½λ|θ|²: λθ is added to the gradient, before the moments. */
  readonly l2?: PerMember;
}

/** The state of an optimiser between steps. */
export interface Adam {
  /** The parameters after one step; disposes neither argument. Both `[members, count]`. */
  step(parameters: tf.Tensor2D, gradients: tf.Tensor2D): tf.Tensor2D;
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
  const rate = column(learningRate);
  const penalty = l2 === 0 ? undefined : column(l2);
  let first: tf.Tensor2D | undefined;
  let second: tf.Tensor2D | undefined;
  let steps = 0;
  return {
    step(parameters, gradients) {
      steps += 1;
      const rootOfBias2 = Math.sqrt(1 - decay2 ** steps);
      const scale = rootOfBias2 / (1 - decay1 ** steps);
      const [moment1, moment2, updated] = tf.tidy(() => {
        const g = penalty ? tf.add(gradients, tf.mul(parameters, penalty)) : gradients;
        const fresh1 = tf.mul(g, 1 - decay1);
        const fresh2 = tf.mul(tf.square(g), 1 - decay2);
        const next1 = first ? tf.add(tf.mul(first, decay1), fresh1) : fresh1;
        const next2 = second ? tf.add(tf.mul(second, decay2), fresh2) : fresh2;
        const direction = tf.div(next1, tf.add(tf.sqrt(next2), epsilon * rootOfBias2));
        return [next1, next2, tf.sub(parameters, tf.mul(direction, tf.mul(rate, scale)))] as tf.Tensor2D[];
      });
      tf.dispose([first, second].filter((moment) => moment !== undefined));
      first = moment1;
      second = moment2;
      return updated;
    },
    dispose() {
      tf.dispose([rate, penalty, first, second].filter((tensor) => tensor !== undefined));
      first = second = undefined;
    },
  };
}

function column(values: PerMember): tf.Tensor {
  return typeof values === 'number' ? tf.scalar(values) : tf.tensor2d([...values], [values.length, 1]);
}
