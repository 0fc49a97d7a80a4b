import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { addGaussianNoise } from '../../../src/lib/learning/noise.js';
import { random } from '../../../src/lib/statistics/random.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const streams = (...seeds: number[]) => seeds.map((seed) => random(seed, 'noise'));

describe('Gaussian noise of an ensemble', () => {
  it('has mean zero and each member’s own deviation', () => {
    const n = 20_000;
    const x = tf.fill<tf.Rank.R3>([3, n, 1], 5);
    const { mean, variance } = tf.moments(addGaussianNoise(x, [0, 1, 3], streams(1, 2, 3)), [1, 2]);
    const means = mean.dataSync();
    const variances = variance.dataSync();
    [0, 1, 3].forEach((deviation, member) => {
      // Five standard errors of a mean and of a variance.
      expect(Math.abs(means[member] - 5)).toBeLessThanOrEqual((5 * deviation) / Math.sqrt(n) + 1e-5);
      expect(Math.abs(variances[member] - deviation ** 2)).toBeLessThanOrEqual(
        5 * deviation ** 2 * Math.sqrt(2 / n) + 1e-5,
      );
    });
  });

  it('of a member does not depend on its neighbours', () => {
    const together = addGaussianNoise(tf.zeros([2, 4, 3]), 1, streams(7, 8)).dataSync();
    const alone = addGaussianNoise(tf.zeros([1, 4, 3]), 1, streams(8)).dataSync();
    expect([...together.slice(12)]).toEqual([...alone]);
  });

  it('needs a stream for every member', () => {
    expect(() => addGaussianNoise(tf.zeros([2, 1, 1]), 1, streams(1))).toThrow(/1 streams for 2 members/);
  });
});
