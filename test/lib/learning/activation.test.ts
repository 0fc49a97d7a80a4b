import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { activate, type ActivationName } from '../../../src/lib/learning/activation.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const definitions: Record<ActivationName, { value(x: number): number; slope(x: number): number }> = {
  linear: { value: (x) => x, slope: () => 1 },
  relu: { value: (x) => Math.max(0, x), slope: (x) => (x > 0 ? 1 : 0) },
  sigmoid: { value: (x) => 1 / (1 + Math.exp(-x)), slope: (x) => 1 / (2 + Math.exp(x) + Math.exp(-x)) },
  softplus: { value: (x) => Math.log1p(Math.exp(x)), slope: (x) => 1 / (1 + Math.exp(-x)) },
  tanh: { value: Math.tanh, slope: (x) => 1 / Math.cosh(x) ** 2 },
};
const name = fc.constantFrom(...(Object.keys(definitions) as ActivationName[]));
const value = fc.float({ min: -8, max: 8, noNaN: true });

describe('activations of an ensemble', () => {
  it('are each member’s own, and so are their derivatives', () => {
    const members = fc.array(fc.tuple(name, value, value), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(members, (ensemble) => {
        const names = ensemble.map(([name]) => name);
        const entries = ensemble.flatMap(([name, ...xs]) => xs.map((x) => ({ x, ...definitions[name] })));
        const values = entries.map(({ x }) => x);
        const [y, slopes] = tf.tidy(() => {
          const x = tf.tensor3d(values, [names.length, 1, 2]);
          const sum = (x: tf.Tensor) => tf.sum(activate(x, names));
          return [activate(x, names), tf.grad(sum)(x)].map((t) => t.dataSync());
        });
        entries.forEach(({ x, value, slope }, i) => {
          expect(y[i]).toBeCloseTo(value(x), 5);
          expect(slopes[i]).toBeCloseTo(slope(x), 5);
        });
      }),
    );
  });

  it('may be one for all', () => {
    expect([...activate(tf.tensor1d([-1, 2]), 'relu').dataSync()]).toEqual([0, 2]);
  });

  it('must be as many as members', () => {
    expect(() => activate(tf.ones([3, 1, 1]), ['tanh', 'relu'])).toThrow(/2 activations for 3 members/);
  });
});
