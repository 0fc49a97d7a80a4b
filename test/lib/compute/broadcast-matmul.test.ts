import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';

const numbered = (...shape: number[]) => tf.reshape(tf.range(0, tf.util.sizeFromShape(shape)), shape);

describe.each(['cpu', 'wasm'])('products of batches on %s', (backend) => {
  it.each([
    [
      [2, 1],
      [2, 3],
    ],
    [
      [3, 1],
      [1, 2],
    ],
    [
      [2, 1, 2],
      [3, 1],
    ],
    [[2, 3], [3]],
    [[1, 1], [2]],
  ])('%j and %j pair their matrices as broadcasting does', async (left, right) => {
    await prepareBackend(backend);
    const before = tf.memory().numDataBuffers;
    tf.tidy(() => {
      const [a, b] = [numbered(...left, 2, 3), numbered(...right, 3, 4)];
      const product = tf.matMul(a, b);
      // The same by products of single entries.
      const expected = tf.sum(tf.mul(tf.expandDims(a, -1), tf.expandDims(b, -3)), -2);
      expect(product.shape).toEqual(expected.shape);
      expect([...product.dataSync()]).toEqual([...expected.dataSync()]);
    });
    expect(tf.memory().numDataBuffers).toBe(before);
  });
});
