import * as tf from '@tensorflow/tfjs-core';

/** Values that JavaScript provides anew for every step. */
export interface Drawn {
  readonly dataId: object;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly fill: Fill;
}

/** Writes all values of a tensor, for the step that is taken. */
export type Fill = (values: Float32Array | Int32Array) => void;

let listener: ((drawn: Drawn) => void) | undefined;

/** Is told of the values drawn until it is called again, with another listener or with none. */
export function listenToDrawn(next: ((drawn: Drawn) => void) | undefined): void {
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
  const tensor = tf.tensor(values, [...shape], 'float32');
  listener?.({ dataId: tensor.dataId, shape, dtype: 'float32', fill: fill as Fill });
  return tensor as T;
}

/** As {@link perStep}, for the numbers of rows. */
export function indicesPerStep<T extends tf.Tensor = tf.Tensor>(
  shape: readonly number[],
  fill: (values: Int32Array) => void,
): T {
  const values = new Int32Array(tf.util.sizeFromShape([...shape]));
  fill(values);
  const tensor = tf.tensor(values, [...shape], 'int32');
  listener?.({ dataId: tensor.dataId, shape, dtype: 'int32', fill: fill as Fill });
  return tensor as T;
}
