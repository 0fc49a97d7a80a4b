import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { gelu } from '../../../src/lib/compute/gelu.js';
import { patches } from '../../../src/lib/compute/patches.js';

beforeAll(async () => {
  await prepareBackend('cpu');
});

type Operation = (x: tf.Tensor) => tf.Tensor;

const image = (x: tf.Tensor) => tf.reshape(x, [1, 2, 3, 1]) as tf.Tensor4D;
const filter = (x: tf.Tensor) => tf.reshape(x, [2, x.size / 2, 1, 1]) as tf.Tensor4D;

/** Of tensors [2, 3] with entries between 0.5 and 2, in which all of them are smooth. */
const operations: Record<string, Operation> = {
  'add a row': (x) => tf.add(x, tf.tensor2d([[1, 2, 3]])),
  'add to a column': (x) => tf.add(tf.sum(x, 1, true), tf.ones([2, 3])),
  'subtract a row': (x) => tf.sub(tf.ones([2, 3]), x),
  'subtract from a scalar': (x) => tf.sub(1, tf.mul(x, x)),
  multiply: (x) => tf.mul(x, tf.sum(x, 0, true)),
  'divide by a column': (x) => tf.div(x, tf.sum(x, 1, true)),
  'divide a constant': (x) => tf.div(tf.tensor2d([[1], [2]]), x),
  'maximum, above': (x) => tf.maximum(tf.mul(x, x), 0.1),
  'maximum, below': (x) => tf.maximum(9, tf.mul(x, x)),
  neg: (x) => tf.neg(tf.square(x)),
  square: (x) => tf.square(x),
  sqrt: (x) => tf.sqrt(x),
  log: (x) => tf.log(x),
  exp: (x) => tf.exp(x),
  tanh: (x) => tf.tanh(x),
  erf: (x) => tf.erf(x),
  gelu: (x) => gelu(x),
  sigmoid: (x) => tf.sigmoid(x),
  softplus: (x) => tf.softplus(x),
  softmax: (x) => tf.softmax(x),
  logSoftmax: (x) => tf.logSoftmax(x),
  'relu, on': (x) => tf.relu(tf.square(x)),
  'relu, off': (x) => tf.relu(tf.neg(x)),
  'leaky relu, on': (x) => tf.leakyRelu(tf.square(x), 0.1),
  'leaky relu, off': (x) => tf.leakyRelu(tf.neg(tf.square(x)), 0.1),
  reshape: (x) => tf.square(tf.reshape(x, [3, 2])),
  expandDims: (x) => tf.square(tf.expandDims(x, 1)),
  clone: (x) => tf.square(tf.clone(x)),
  cast: (x) => tf.square(tf.cast(x, 'float32')),
  transpose: (x) => tf.mul(tf.transpose(x), tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2])),
  pad: (x) =>
    tf.pad(tf.square(x), [
      [1, 0],
      [0, 2],
    ]),
  slice: (x) => tf.slice(tf.square(x), [0, 1], [2, 2]),
  'slice to the end': (x) => tf.slice(tf.square(x), [1, 0], -1),
  'concat of rows': (x) => tf.concat([tf.square(x), tf.ones([1, 3]), x]),
  'concat of columns': (x) => tf.concat([x, tf.square(x)], 1),
  'gather of rows, one twice': (x) => tf.gather(tf.square(x), tf.tensor1d([1, 0, 1], 'int32')),
  'gather of columns': (x) => tf.gather(tf.square(x), tf.tensor1d([2, 0], 'int32'), 1),
  'convolution of an image': (x) => tf.conv2d(image(x), filter(tf.ones([2, 2])), 1, 'same'),
  'convolution with a filter': (x) =>
    tf.conv2d(tf.ones<tf.Rank.R4>([1, 3, 4, 1]), filter(tf.square(x)), 1, 'valid'),
  'maximum pooling': (x) =>
    // Rising along each axis, so that no small step changes which is the largest.
    tf.maxPool(image(tf.add(x, tf.reshape(tf.mul(tf.range(0, 6), 3), [2, 3]))), 2, 1, 'valid'),
  'average pooling': (x) => tf.avgPool(image(tf.square(x)), 2, 1, 'valid'),
  patches: (x) => patches(image(tf.square(x)), { rows: 2, columns: 3, pad: 'same' }),
  'sum of rows': (x) => tf.square(tf.sum(x, 1)),
  'sum of columns, kept': (x) => tf.square(tf.sum(x, 0, true)),
  'mean of columns': (x) => tf.square(tf.mean(x, 1)),
  'mean of all': (x) => tf.square(tf.mean(x)),
  'sum of all': (x) => tf.square(tf.sum(x)),
};

describe('derivatives of operations', () => {
  it.each(Object.entries(operations))('%s: agrees with central differences', (_, operation) => {
    const entries = fc.array(fc.float({ min: 0.5, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 });
    // Weighted, so that no entry of the output stands for another.
    const weighted = (x: tf.Tensor) => {
      const y = operation(x);
      return tf.sum(tf.mul(y, tf.reshape(tf.range(1, y.size + 1), y.shape)));
    };
    fc.assert(
      fc.property(entries, (values) => {
        tf.tidy(() => {
          const gradient = tf
            .grad(weighted)(tf.tensor2d(values, [2, 3]))
            .dataSync();
          const step = 1e-2; // in float32, where rounding and curvature err alike
          values.forEach((_, i) => {
            const at = (by: number) =>
              weighted(
                tf.tensor2d(
                  values.map((x, k) => (k === i ? x + by : x)),
                  [2, 3],
                ),
              ).dataSync()[0];
            const difference = (at(step) - at(-step)) / (2 * step);
            expect(Math.abs(gradient[i] - difference)).toBeLessThan(0.02 * (1 + Math.abs(difference)));
          });
        });
      }),
      { numRuns: 10 },
    );
  });

  it('names an operation that it cannot differentiate', () => {
    expect(() => tf.grad((x) => tf.sum(tf.atan(x)))(tf.tensor1d([1]))).toThrow(
      /gradient function not found.*Atan/,
    );
  });
});
