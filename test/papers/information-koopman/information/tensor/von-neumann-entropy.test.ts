import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../../../kernels/engine/backend.js';
import { covariance } from '../../../../../src/lib/statistics/covariance.js';
import { random } from '../../../../../src/lib/statistics/random.js';
import {
  entropyOperator,
  entropySurrogate,
  normalisedCovariance,
} from '../../../../../src/papers/information-koopman/information/tensor/von-neumann-entropy.js';
import { vonNeumannEntropy } from '../../../../../src/papers/information-koopman/information/von-neumann-entropy.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

/** Rows of two members, the second with directions of very different variance. */
function rows(n: number, d: number): Float64Array[] {
  const { normal } = random(1, 'rows');
  return [0, 1].map((member) =>
    Float64Array.from({ length: n * d }, (_, at) => normal() * (member === 0 ? 1 : 3 ** -(at % d))),
  );
}

describe('von Neumann entropy without a differentiable eigensolver', () => {
  const [n, d] = [40, 4];
  const members = rows(n, d);
  const tensor = () => tf.tensor3d(Float32Array.from(members.flatMap((of) => [...of])), [2, n, d]);

  it('has the value of the entropy, and its gradient', async () => {
    const before = tf.memory().numTensors;
    const z = tensor();
    const rho = normalisedCovariance(z);
    const { entropies, operator } = entropyOperator(await rho.data(), 2);
    const L = tf.tensor3d(operator, [2, d, d]);
    const value = entropySurrogate(z, L);
    const gradient = tf.tidy(() => tf.grad((x) => tf.sum(entropySurrogate(x as tf.Tensor3D, L)))(z));
    const [values, slopes] = [await value.data(), await gradient.data()];
    tf.dispose([z, rho, L, value, gradient]);
    expect(tf.memory().numTensors).toBe(before);

    members.forEach((of, member) => {
      const entropy = (points: Float64Array) => vonNeumannEntropy(covariance(points, d));
      expect(values[member]).toBeCloseTo(entropy(of), 5);
      expect(entropies[member]).toBeCloseTo(entropy(of), 5);
      const step = 1e-5;
      for (const at of [0, 1, 5, 10, n * d - 1]) {
        const moved = (by: number) => entropy(of.map((value, i) => (i === at ? value + by : value)));
        const difference = (moved(step) - moved(-step)) / (2 * step);
        expect(slopes[member * n * d + at]).toBeCloseTo(difference, 4);
        expect(Math.abs(difference)).toBeGreaterThan(1e-4);
      }
    });
  });

  it('is finite where there are fewer rows than directions', async () => {
    const z = tf.tensor3d([1, 0, 0, 0, 0, 1, 0, 0], [1, 2, 4]);
    const { entropies, operator } = entropyOperator(await normalisedCovariance(z).data(), 1);
    expect(entropies[0]).toBeCloseTo(0, 5);
    expect(operator.every(Number.isFinite)).toBe(true);
  });
});
