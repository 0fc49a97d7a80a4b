import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

it('a clone keeps its values when the original goes, and the last one frees them', () => {
  const backend = tf.backend() as tf.KernelBackend;
  const before = backend.numDataIds();
  const original = tf.tensor1d([1, 2, 3]);
  const clone = tf.clone(original);
  expect(backend.numDataIds()).toBe(before + 1);
  original.dispose();
  const others = Array.from({ length: 20 }, () => tf.fill([3], 9));
  expect([...clone.dataSync()]).toEqual([1, 2, 3]);
  tf.dispose([clone, ...others]);
  expect(backend.numDataIds()).toBe(before);
});
