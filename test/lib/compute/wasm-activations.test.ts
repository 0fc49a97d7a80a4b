import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { erf } from '../../oracles/normal-distribution.js';
import { unitInLastPlace } from './compiler/floats.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

/** In double precision, by formulas that lose no digits. */
const activations = {
  erf: { compute: tf.erf<tf.Tensor1D>, kernel: tf.Erf, exact: erf },
  exp: { compute: tf.exp<tf.Tensor1D>, kernel: tf.Exp, exact: Math.exp },
  expm1: { compute: tf.expm1<tf.Tensor1D>, kernel: tf.Expm1, exact: Math.expm1 },
  log: { compute: tf.log<tf.Tensor1D>, kernel: tf.Log, exact: Math.log },
  log1p: { compute: tf.log1p<tf.Tensor1D>, kernel: tf.Log1p, exact: Math.log1p },
  rsqrt: { compute: tf.rsqrt<tf.Tensor1D>, kernel: tf.Rsqrt, exact: (x: number) => 1 / Math.sqrt(x) },
  sigmoid: {
    compute: tf.sigmoid<tf.Tensor1D>,
    kernel: tf.Sigmoid,
    exact: (x: number) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))),
  },
  softplus: {
    compute: tf.softplus<tf.Tensor1D>,
    kernel: tf.Softplus,
    exact: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  },
  tanh: { compute: tf.tanh<tf.Tensor1D>, kernel: tf.Tanh, exact: Math.tanh },
};

describe.each(Object.entries(activations))('%s on WebAssembly', (_, { compute, kernel, exact }) => {
  it('is within two units in the last place, for any floats and any number of them', () => {
    fc.assert(
      fc.property(fc.float32Array({ maxLength: 40 }), (x) => {
        const y = tf.tidy(() => compute(tf.tensor1d(x)).dataSync());
        expect(y).toHaveLength(x.length);
        const wrong = x.filter((value, i) => {
          const expected = exact(value);
          return Number.isFinite(Math.fround(expected))
            ? !(Math.abs(y[i] - expected) <= 2 * unitInLastPlace(expected))
            : !Object.is(y[i], Math.fround(expected));
        });
        expect([...wrong]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the shape', () => {
    const x = tf.tensor([0.5, 1, 1.5, 2, 2.5, 3], [2, 3]);
    const y = tf.tidy(() => compute(x as tf.Tensor1D));
    expect(y.shape).toEqual([2, 3]);
    x.dispose();
    y.dispose();
  });

  it('refuses other types than float32', () => {
    const x = tf.tensor1d([1], 'int32');
    expect(() => tf.engine().runKernel(kernel, { x })).toThrow(/float32.*int32.*cast/);
  });
});
