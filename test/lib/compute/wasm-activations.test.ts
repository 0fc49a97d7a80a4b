import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

/** In double precision, by formulas that lose no digits. */
const activations = {
  tanh: { compute: tf.tanh<tf.Tensor1D>, kernel: tf.Tanh, exact: Math.tanh },
  softplus: {
    compute: tf.softplus<tf.Tensor1D>,
    kernel: tf.Softplus,
    exact: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  },
};

/** The distance of neighbouring floats next to zero: no smaller error can be asked of a denormal result. */
const leastFloat = 2 ** -149;

describe.each(Object.entries(activations))('%s on WebAssembly', (_, { compute, kernel, exact }) => {
  const expectAccurate = (x: Float32Array) => {
    const y = tf.tidy(() => compute(tf.tensor1d(x)).dataSync());
    expect(y).toHaveLength(x.length);
    const wrong = x.filter((value, i) => {
      const expected = exact(value);
      return Number.isFinite(expected)
        ? !(Math.abs(y[i] - expected) <= 2e-6 * Math.abs(expected) + leastFloat)
        : !Object.is(y[i], expected);
    });
    expect([...wrong]).toEqual([]);
  };

  it('is within 2e-6 of the true value, relatively, on a grid', () => {
    expectAccurate(Float32Array.from({ length: 200_001 }, (_, i) => (i - 100_000) / 900));
  });

  it('is so for any float, and any number of them', () => {
    fc.assert(fc.property(fc.float32Array({ maxLength: 40 }), expectAccurate), { numRuns: 300 });
  });

  it('is so at extremes and for denormal values', () => {
    expectAccurate(
      Float32Array.of(0, -0, Infinity, -Infinity, NaN, 3.4e38, -3.4e38, 1e-42, -1e-42, 2 ** -149, -103, -104),
    );
  });

  it('refuses other types than float32', () => {
    const x = tf.tensor1d([1], 'int32');
    expect(() => tf.engine().runKernel(kernel, { x })).toThrow(/float32.*int32/);
  });
});

it('tanh keeps the sign of zero', () => {
  expect([...tf.tanh(tf.tensor1d([0, -0])).dataSync()]).toEqual([0, -0]);
});
