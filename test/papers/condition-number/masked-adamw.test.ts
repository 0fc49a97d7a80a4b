import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { createAdamW } from '../../../src/lib/learning/adamw.js';
import { createMaskedAdamW } from '../../../src/papers/condition-number/masked-adamw.js';
import { rmsNormalisation } from '../../../src/papers/condition-number/rms-normalisation.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

it('moves what the mask names as AdamW does, and nothing else; disposes of what it made', () => {
  const before = tf.memory().numTensors;
  const start = [tf.fill([2, 1, 2], 0.5), tf.fill([2, 1, 1], -2)] as tf.Tensor3D[];
  const gradients = [tf.tensor3d([1, -2, 3, 4], [2, 1, 2]), tf.tensor3d([0.1, 0.2], [2, 1, 1])];
  const masked = createMaskedAdamW(
    [
      [1, 0],
      [0, 1],
    ],
    { learningRate: 0.1, weightDecay: 0.5 },
  );
  const plain = createAdamW({ learningRate: 0.1, weightDecay: 0.5 });
  const twice = (step: typeof plain.step) => {
    const once = step(start, gradients);
    const moved = step(once, gradients);
    const values = moved.map((tensor) => Array.from(tensor.dataSync()));
    tf.dispose([once, moved]);
    return values;
  };
  const [all, some] = [twice(plain.step), twice(masked.step)];
  expect(some[0]).toEqual([...all[0].slice(0, 2), 0.5, 0.5]);
  expect(some[1]).toEqual([-2, all[1][1]]);
  masked.dispose();
  plain.dispose();
  tf.dispose([start, gradients]);
  expect(tf.memory().numTensors).toBe(before);
});

it('normalises to a root mean square of one, with the derivative of its definition', () => {
  const plain = (x: tf.Tensor3D) =>
    tf.div<tf.Tensor3D>(x, tf.sqrt(tf.add(tf.mean(tf.square(x), -1, true), 1e-5)));
  const x = tf.tensor3d([0.3, -1.2, 2, 0.1, 0.001, -0.002], [1, 2, 3]);
  const weights = tf.tensor3d([1, 2, -1, 0.5, 3, 1], [1, 2, 3]);
  const values = (f: (x: tf.Tensor3D) => tf.Tensor3D) =>
    tf.tidy(() => {
      const { value, grad } = tf.valueAndGrad((y: tf.Tensor) => tf.sum(tf.mul(f(y as tf.Tensor3D), weights)))(
        x,
      );
      return [value, f(x), grad].map((tensor) => Array.from(tensor.dataSync()));
    });
  const [ours, expected] = [values(rmsNormalisation), values(plain)];
  ours.flat().forEach((value, i) => expect(value / expected.flat()[i]).toBeCloseTo(1, 4));
  const first = ours[1].slice(0, 3);
  expect(first.reduce((sum, value) => sum + value ** 2, 0) / 3).toBeCloseTo(1, 4);
  tf.dispose([x, weights]);
});
