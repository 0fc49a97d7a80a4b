import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { contrastiveLoss } from '../../../src/papers/diffusion-spectral-entropy/contrastive-loss.js';

beforeAll(async () => {
  await prepareBackend('cpu');
});

it('is log(e^(1/τ) + 2) − 1/τ where partners agree and the others are orthogonal, whatever their lengths', () => {
  const views = tf.tensor3d([2, 0, 0, 3, 5, 0, 0, 0.5], [1, 4, 2]);
  for (const temperature of [0.1, 0.5, 1]) {
    const [loss] = contrastiveLoss(views, temperature).dataSync();
    expect(loss).toBeCloseTo(Math.log(Math.exp(1 / temperature) + 2) - 1 / temperature, 5);
  }
});

it('is log(2n − 1) where all views are alike', () => {
  const [loss] = contrastiveLoss(tf.ones([1, 10, 3]), 0.5).dataSync();
  expect(loss).toBeCloseTo(Math.log(9), 5);
});

it('follows the formula for each member, and its gradient a difference quotient', () => {
  const values = Float64Array.from(
    { length: 2 * 6 * 3 },
    (_, i) => Math.sin(1.7 * i) + 0.3 * Math.cos(i * i),
  );
  const direct = (own: Float64Array) => {
    const rows = Array.from({ length: 6 }, (_, i) => [...own.subarray(3 * i, 3 * i + 3)]);
    const cosine = (a: number[], b: number[]) =>
      a.reduce((sum, value, k) => sum + value * b[k], 0) / (Math.hypot(...a) * Math.hypot(...b));
    const losses = rows.map((row, i) => {
      const others = rows.map((other, k) => (k === i ? 0 : Math.exp(cosine(row, other) / 0.5)));
      const total = others.reduce((sum, value) => sum + value, 0);
      return -Math.log(others[(i + 3) % 6] / total);
    });
    return losses.reduce((sum, value) => sum + value, 0) / 6;
  };
  const loss = (x: tf.Tensor3D) => contrastiveLoss(x, 0.5);
  const x = tf.tensor3d([...values], [2, 6, 3]);
  const members = [values.subarray(0, 18), values.subarray(18)];
  loss(x)
    .dataSync()
    .forEach((value, member) => expect(value).toBeCloseTo(direct(members[member]), 5));

  const gradient = tf
    .grad((changed) => tf.sum(loss(changed as tf.Tensor3D)))(x)
    .dataSync();
  for (const at of [0, 7, 20, 35]) {
    const moved = (by: number) => {
      const copy = Float64Array.from(values);
      copy[at] += by;
      return direct(copy.subarray(0, 18)) + direct(copy.subarray(18));
    };
    expect(gradient[at]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4);
  }
});
