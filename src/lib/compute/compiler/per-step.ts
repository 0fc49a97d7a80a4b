import * as tf from '@tensorflow/tfjs-core';

/** Writes all values of a tensor, for the step that is taken. */
export type Fill = (values: Float32Array | Int32Array) => void;

/** Computes the values of one tensor from those of another, which it must not change. */
export type Compute = (x: Float32Array, y: Float32Array) => void;

/** Values that JavaScript provides anew for every step. */
export interface Drawn {
  readonly tensor: tf.Tensor;
  readonly fill: Fill;
}

/** Is told of what JavaScript contributes to a step. */
export interface StepListener {
  drawn(drawn: Drawn): void;
  computed(x: tf.Tensor, y: tf.Tensor, compute: Compute): void;
}

let listener: StepListener | undefined;

/** From now on another listener is told, or none. */
export function listenToSteps(next: StepListener | undefined): void {
  listener = next;
}

/**
 * A tensor whose values differ from step to step: rows of a minibatch, noise, a learning rate that decays. A step that
 * is compiled calls `fill` again whenever it is taken; any other value that JavaScript hands to an operation within a
 * step is taken as the same for all steps.
 */
export function perStep<T extends tf.Tensor = tf.Tensor>(
  shape: readonly number[],
  fill: (values: Float32Array) => void,
): T {
  const values = new Float32Array(tf.util.sizeFromShape([...shape]));
  fill(values);
  const tensor = tf.tensor(values, [...shape], 'float32') as T;
  listener?.drawn({ tensor, fill: fill as Fill });
  return tensor;
}

/** As {@link perStep}, for the numbers of rows. */
export function indicesPerStep<T extends tf.Tensor = tf.Tensor>(
  shape: readonly number[],
  fill: (values: Int32Array) => void,
): T {
  const values = new Int32Array(tf.util.sizeFromShape([...shape]));
  fill(values);
  const tensor = tf.tensor(values, [...shape], 'int32') as T;
  listener?.drawn({ tensor, fill: fill as Fill });
  return tensor;
}

/**
 * A tensor that JavaScript computes at every step from another one of that step: a decomposition that no backend has.
 * No gradient goes through it. Reads the values back at once, which WebGPU cannot.
 */
export function computedPerStep<T extends tf.Tensor = tf.Tensor>(
  x: tf.Tensor,
  shape: readonly number[],
  compute: Compute,
): T {
  const values = new Float32Array(tf.util.sizeFromShape([...shape]));
  compute(x.dataSync<'float32'>(), values);
  const y = tf.tensor(values, [...shape], 'float32') as T;
  listener?.computed(x, y, compute);
  return y;
}
