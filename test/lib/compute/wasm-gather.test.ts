import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { expectSameOnBoth, normal, tensor } from './on-both.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});
beforeEach(async () => {
  await tf.setBackend('wasm');
});

const gathering = fc
  .record({
    seed: fc.integer(),
    shape: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    picks: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 8 }),
    place: fc.nat({ max: 1000 }),
  })
  .map(({ seed, shape, picks, place }) => {
    const axis = place % shape.length;
    return { seed, shape, axis, indices: picks.map((pick) => pick % shape[axis]) };
  });

describe('gathering on WebAssembly', () => {
  it('agrees with plain JavaScript on every axis, and so does its derivative', () =>
    fc.assert(
      fc.asyncProperty(gathering, async ({ seed, shape, axis, indices }) => {
        const x = normal(seed, 'x', shape);
        const pick = (x: tf.Tensor) => tf.gather(x, tf.tensor1d(indices, 'int32'), axis);
        const weighted = (x: tf.Tensor) => {
          const y = pick(x);
          return tf.sum(tf.mul(y, tensor(normal(seed, 'dy', y.shape))));
        };
        await expectSameOnBoth(() => pick(tensor(x)), 0);
        await expectSameOnBoth(() => tf.grad(weighted)(tensor(x)), 1e-6);
      }),
    ));

  it('keeps the shape of the indices, and whole numbers', () => {
    const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2], 'int32');
    const y = tf.gather(x, tf.tensor2d([2, 0, 1, 1], [2, 2], 'int32'));
    expect(y.dtype).toBe('int32');
    expect(y.arraySync()).toEqual([
      [
        [5, 6],
        [1, 2],
      ],
      [
        [3, 4],
        [3, 4],
      ],
    ]);
  });

  it('names a row that is not there', () => {
    expect(() => tf.gather(tf.ones([3, 2]), tf.tensor1d([0, 3], 'int32'))).toThrow(/no row 3.*\[3, 2\]/);
  });

  it('gathers batch by batch, and truth values', () => {
    const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    const indices = tf.tensor2d([1, 0], [2, 1], 'int32');
    expect([...tf.gather(x, indices, 1, 1).dataSync()]).toEqual([2, 3]);
    const flags = tf.tensor1d([true, false, true], 'bool');
    expect([...tf.gather(flags, tf.tensor1d([1, 2], 'int32')).dataSync()]).toEqual([0, 1]);
  });
});
