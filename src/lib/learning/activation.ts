import * as tf from '@tensorflow/tfjs-core';

const functions = {
  linear: (x: tf.Tensor) => x,
  relu: (x: tf.Tensor) => tf.relu(x),
  sigmoid: (x: tf.Tensor) => tf.sigmoid(x),
  softplus: (x: tf.Tensor) => tf.softplus(x),
  tanh: (x: tf.Tensor) => tf.tanh(x),
};

export type ActivationName = keyof typeof functions;

/**
 * Applies to each member of an ensemble its own activation. Neighbours with the same one are computed
 * together, so that members are best ordered by activation; each value is computed once.
 *
 * @param names one for all members, or one each
 */
export function activate<T extends tf.Tensor>(x: T, names: ActivationName | readonly ActivationName[]): T {
  if (typeof names === 'string') return functions[names](x) as T;
  if (names.length !== x.shape[0])
    throw new RangeError(`activate: ${names.length} activations for ${x.shape[0]} members`);
  const starts = names.flatMap((name, member) => (name === names[member - 1] ? [] : [member]));
  if (starts.length === 1) return functions[names[0]](x) as T;
  const [members] = x.shape;
  const rows = tf.reshape(x, [members, x.size / members]);
  const parts = starts.map((start, i) => {
    const count = (starts[i + 1] ?? members) - start;
    return functions[names[start]](tf.slice(rows, [start, 0], [count, -1]));
  });
  return tf.reshape(tf.concat(parts, 0), x.shape) as T;
}
