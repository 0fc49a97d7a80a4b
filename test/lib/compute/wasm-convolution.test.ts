import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { patches } from '../../../src/lib/compute/patches.js';
import { expectSameOnBoth, normal, tensor } from './on-both.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});
beforeEach(async () => {
  await tf.setBackend('wasm');
});

const window = fc.record({
  seed: fc.integer(),
  batch: fc.integer({ min: 1, max: 3 }),
  height: fc.integer({ min: 4, max: 9 }),
  width: fc.integer({ min: 4, max: 9 }),
  channels: fc.integer({ min: 1, max: 9 }),
  outputs: fc.integer({ min: 1, max: 5 }),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
  strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  pad: fc.constantFrom('same' as const, 'valid' as const),
});

/** The derivatives of a weighted sum of what an operation returns. */
function pulledBack(operation: (...x: tf.Tensor[]) => tf.Tensor, seed: number, ...x: tf.Tensor[]) {
  return tf.grads((...changed) => {
    const y = operation(...changed);
    return tf.sum(tf.mul(y, tensor(normal(seed, 'dy', y.shape))));
  })(x);
}

describe('convolutions on WebAssembly agree with plain JavaScript', () => {
  it.each(['the input', 'the filter'])('in the derivative by %s', (by) =>
    fc.assert(
      fc.asyncProperty(window, async (w) => {
        const x = normal(w.seed, 'x', [w.batch, w.height, w.width, w.channels]);
        const filter = normal(w.seed, 'filter', [w.rows, w.columns, w.channels, w.outputs]);
        const convolve = (x: tf.Tensor, f: tf.Tensor) =>
          tf.conv2d(x as tf.Tensor4D, f as tf.Tensor4D, w.strides, w.pad);
        const index = by === 'the input' ? 0 : 1;
        await expectSameOnBoth(
          () => pulledBack(convolve as typeof tf.add, w.seed, tensor(x), tensor(filter))[index],
          1e-5,
        );
      }),
      { numRuns: 60 },
    ),
  );

  it('in maximum pooling and its derivative, also where values are equal', () =>
    fc.assert(
      fc.asyncProperty(window, async (w) => {
        const { shape, values } = normal(w.seed, 'x', [w.batch, w.height, w.width, w.channels]);
        const x = { shape, values: values.map(Math.round) };
        const pool = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, [w.rows, w.columns], w.strides, w.pad);
        await expectSameOnBoth(() => pool(tensor(x)), 0);
        await expectSameOnBoth(() => pulledBack(pool, w.seed, tensor(x))[0], 1e-6);
      }),
      { numRuns: 60 },
    ));

  it('in average pooling and its derivative', () =>
    fc.assert(
      fc.asyncProperty(window, async (w) => {
        const x = normal(w.seed, 'x', [w.batch, w.height, w.width, w.channels]);
        const pool = (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, [w.rows, w.columns], w.strides, 'valid');
        await expectSameOnBoth(() => pool(tensor(x)), 1e-6);
        await expectSameOnBoth(() => pulledBack(pool, w.seed, tensor(x))[0], 1e-6);
      }),
      { numRuns: 30 },
    ));

  it('in patches and their adjoint', () =>
    fc.assert(
      fc.asyncProperty(window, async (w) => {
        const x = normal(w.seed, 'x', [w.batch, w.height, w.width, w.channels]);
        const cut = (x: tf.Tensor) => patches(x as tf.Tensor4D, w);
        await expectSameOnBoth(() => cut(tensor(x)), 0);
        await expectSameOnBoth(() => pulledBack(cut, w.seed, tensor(x))[0], 1e-5);
      }),
      { numRuns: 60 },
    ));
});

describe('patches', () => {
  it('times a filter are a convolution', () =>
    fc.assert(
      fc.asyncProperty(window, async (w) => {
        const x = tensor<tf.Tensor4D>(normal(w.seed, 'x', [w.batch, w.height, w.width, w.channels]));
        const filter = tensor<tf.Tensor4D>(
          normal(w.seed, 'filter', [w.rows, w.columns, w.channels, w.outputs]),
        );
        const expected = tf.conv2d(x, filter, 1, w.pad);
        const matrix = tf.reshape(filter, [-1, w.outputs]);
        const product = tf.matMul(tf.reshape(patches(x, w), [-1, matrix.shape[0]]), matrix);
        const difference = tf.max(tf.abs(tf.sub(tf.reshape(product, expected.shape), expected)));
        expect((await difference.data())[0]).toBeLessThan(1e-4);
      }),
      { numRuns: 40 },
    ));
});

describe('derivatives of convolutions', () => {
  it('refuse average pooling over a border, of which backends make different things', () => {
    const pool = (x: tf.Tensor4D) => tf.sum(tf.avgPool(x, 3, 1, 'same'));
    expect(() => tf.grad(pool as (x: tf.Tensor) => tf.Tensor)(tf.ones([1, 4, 4, 1]))).toThrow(/padding/);
  });

  it('leave no tensor and no memory behind', () => {
    const x = tf.ones<tf.Rank.R4>([2, 8, 8, 3]);
    const filter = tf.ones<tf.Rank.R4>([3, 3, 3, 4]);
    const gradients = () =>
      tf.tidy(() =>
        tf.grads((x, f) =>
          tf.sum(tf.maxPool(tf.conv2d(x as tf.Tensor4D, f as tf.Tensor4D, 1, 'same'), 2, 2, 'valid')),
        )([x, filter]),
      );
    tf.dispose(gradients());
    const backend = tf.backend() as tf.KernelBackend;
    const before = { tensors: tf.memory().numTensors, ids: backend.numDataIds() };
    for (let i = 0; i < 100; i++) tf.dispose(gradients());
    expect({ tensors: tf.memory().numTensors, ids: backend.numDataIds() }).toEqual(before);
    tf.dispose([x, filter]);
  });
});
