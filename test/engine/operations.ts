import * as tf from '@tensorflow/tfjs-core';
import { patches } from '../../src/lib/compute/patches.js';
import { convolution, convolutionLayer, flatten, maxPool } from '../../src/lib/learning/convolution.js';
import { type Dense, dense } from '../../src/lib/learning/dense.js';
import { createEnsemble, parametersOf } from '../../src/lib/learning/ensemble.js';
import { train } from '../../src/lib/learning/train.js';
import { random } from '../../src/lib/statistics/random.js';
import { createSgd } from '../oracles/sgd.js';

/** Standard normal values, the same on every backend. */
export function normal<T extends tf.Tensor = tf.Tensor4D>(name: string, ...shape: number[]): T {
  const stream = random(1, name);
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, stream.normal), shape) as T;
}

const matrix = (x: tf.Tensor) => tf.reshape(x, [12, 18]);
const stack = (x: tf.Tensor) => tf.reshape(x, [3, 9, 8]);
const positive = (x: tf.Tensor) => tf.add(tf.square(x), 0.1);

/** What `src/lib` trains through, of images `[2, 6, 6, 3]` of standard normal values. */
export const operations: Record<string, (x: tf.Tensor4D) => tf.Tensor> = {
  add: (x) => tf.add(x, normal('row', 3)),
  subtract: (x) => tf.sub(normal('row', 3), x),
  multiply: (x) => tf.mul(x, normal('column', 6, 1)),
  divide: (x) => tf.div(x, positive(x)),
  maximum: (x) => tf.maximum(x, normal('other', 2, 6, 6, 3)),
  exp: (x) => tf.exp(x),
  log: (x) => tf.log(positive(x)),
  sqrt: (x) => tf.sqrt(positive(x)),
  relu: (x) => tf.relu(x),
  sigmoid: (x) => tf.sigmoid(tf.mul(x, 5)),
  softplus: (x) => tf.softplus(tf.mul(x, 5)),
  tanh: (x) => tf.tanh(tf.mul(x, 3)),
  softmax: (x) => tf.softmax(matrix(x)),
  logSoftmax: (x) => tf.logSoftmax(matrix(x)),
  'sum of an axis': (x) => tf.sum(stack(x), 1),
  'mean of two axes': (x) => tf.mean(x, [1, 2], true),
  transpose: (x) => tf.transpose(x, [3, 0, 2, 1]),
  slice: (x) => tf.slice(x, [0, 1, 2, 0], [2, 4, 3, 2]),
  'slice of five axes': (x) => tf.slice(tf.reshape(x, [2, 3, 2, 6, 3]), [1, 0, 0, 2, 0], [1, 3, 2, 3, 3]),
  pad: (x) =>
    tf.pad(x, [
      [0, 1],
      [1, 0],
      [2, 2],
      [0, 0],
    ]),
  concat: (x) => tf.concat([x, tf.square(x)], 3),
  'gather of rows': (x) => tf.gather(matrix(x), tf.tensor1d([3, 0, 3], 'int32')),
  'gather of columns': (x) => tf.gather(stack(x), tf.tensor1d([7, 1], 'int32'), 2),
  'batched product': (x) => tf.matMul(stack(x), normal('right', 3, 8, 5)),
  'broadcast product, both transposed': (x) => tf.matMul(stack(x), normal('right', 1, 4, 9), true, true),
  'product of both operands': (x) => tf.matMul(stack(x), stack(x), false, true),
  convolution: (x) => tf.conv2d(x, normal<tf.Tensor4D>('filter', 3, 3, 3, 4), 1, 'same'),
  'convolution with strides': (x) => tf.conv2d(x, normal<tf.Tensor4D>('filter', 3, 2, 3, 4), [2, 1], 'valid'),
  'filter of a convolution': (x) =>
    tf.conv2d(
      normal<tf.Tensor4D>('images', 2, 8, 8, 6),
      tf.reshape(x, [6, 3, 6, 2]) as tf.Tensor4D,
      1,
      'valid',
    ),
  'maximum pooling': (x) => tf.maxPool(x, 2, 2, 'valid'),
  'average pooling': (x) => tf.avgPool(x, 2, 2, 'valid'),
  patches: (x) => patches(x, { rows: 3, columns: 2, pad: 'same' }),
};

/** Losses of an ensemble of two convolutional classifiers after five steps of descent with momentum. */
export function classifierLosses(): tf.Tensor1D {
  const sizes = [
    convolutionLayer({ rows: 3, columns: 3, channels: 3, outputs: 5 }),
    { inputs: 3 * 3 * 5, outputs: 2 },
  ];
  const ensemble = createEnsemble(sizes, [random(1, 'classifier'), random(2, 'classifier')], 1);
  const x = normal<tf.Tensor5D>('images', 1, 8, 6, 6, 3);
  const y = tf.cast(tf.oneHot(tf.tensor2d([0, 1, 1, 0, 1, 0, 0, 1], [1, 8], 'int32'), 2), 'float32');
  const losses = ([first, last]: readonly Dense[]) => {
    const seen = tf.relu(convolution(first, x, { rows: 3, columns: 3, pad: 'same' }));
    const logits = dense(last, flatten(maxPool(seen, 2)));
    return tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits), y), 2), 1)) as tf.Tensor1D;
  };
  const optimizer = createSgd({ learningRate: [0.05, 0.1], momentum: 0.9, l2: 1e-3 });
  const steps = train(ensemble, optimizer, 5, (layers) => tf.sum(losses(layers)));
  while (!steps.next().done);
  const after = losses(ensemble.layers);
  tf.dispose(parametersOf(ensemble.layers));
  optimizer.dispose();
  return after;
}
