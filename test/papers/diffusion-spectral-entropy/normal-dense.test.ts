import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { dense } from '../../../src/lib/learning/dense.js';
import { random } from '../../../src/lib/statistics/random.js';
import { heDeviation, normalDense } from '../../../src/papers/diffusion-spectral-entropy/normal-dense.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const streams = (members: number) => Array.from({ length: members }, () => random(3, 'weights'));

describe('normal first weights', () => {
  it('have mean 0 and the given deviation, and no bias', () => {
    const { weights, biases } = normalDense({ inputs: 200, outputs: 100 }, [random(1)], 0.2);
    const values = Array.from(weights.dataSync());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    const fourth = values.reduce((sum, value) => sum + value ** 4, 0) / values.length;
    expect(weights.shape).toEqual([1, 200, 100]);
    expect(Math.abs(mean)).toBeLessThan((4 * 0.2) / Math.sqrt(20_000));
    expect(Math.abs(square / 0.04 - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
    expect(Math.abs(fourth / 0.0016 - 3)).toBeLessThan(4 * Math.sqrt(96 / 20_000));
    expect([biases.shape, Array.from(biases.dataSync())]).toEqual([[1, 1, 100], new Array(100).fill(0)]);
  });

  it('of members with equal streams differ by the factor between their deviations', () => {
    const { weights } = normalDense({ inputs: 4, outputs: 3 }, streams(3), [1, 1, 0.25]);
    const [first, second, third] = [0, 12, 24].map((from) =>
      Array.from(weights.dataSync().subarray(from, from + 12)),
    );
    const { normal } = random(3, 'weights');
    first.forEach((value) => expect(value).toBeCloseTo(normal(), 6));
    expect(second).toEqual(first);
    expect(third).toEqual(first.map((value) => value / 4));
  });

  it('of He keep the second moment of what passes rectifiers', () => {
    const size = { inputs: 400, outputs: 400 };
    const { normal } = random(9);
    const values = Float32Array.from({ length: 50 * 400 }, normal);
    const moment = tf.tidy(() => {
      let x = tf.relu(tf.tensor3d(values, [1, 50, 400]));
      const before = tf.mean(tf.square(x)).dataSync()[0];
      for (let layer = 0; layer < 5; layer++)
        x = tf.relu(dense(normalDense(size, [random(9, layer)], heDeviation(size)), x));
      return tf.mean(tf.square(x)).dataSync()[0] / before;
    });
    expect(moment).toBeGreaterThan(0.7);
    expect(moment).toBeLessThan(1.4);
  });
});
