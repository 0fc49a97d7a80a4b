import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fgsm, inputGradient, pgd } from '../../../data-loaders/cs-ib/attacks.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import type { Dense } from '../../../src/lib/learning/dense.js';
import { createEnsemble } from '../../../src/lib/learning/ensemble.js';
import { random } from '../../../src/lib/statistics/random.js';
import { networkLayers, predict } from '../../../src/papers/cs-ib/network.js';

const members = 3;
const [n, d] = [5, 4];
let layers: readonly Dense[];
let x: tf.Tensor3D;
let y: tf.Tensor3D;

const normals = (name: string, ...shape: [number, number, number]) => {
  const { normal } = random(1, name);
  return tf.tensor3d(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, normal), shape);
};
/** Squared error of one member, in its own inputs. */
const squaredError = (inputs: tf.Tensor3D, member: number) =>
  tf.tidy(() => {
    const errors = tf.square(tf.sub(predict(layers, inputs), y));
    return (tf.sum(errors, [1, 2]).arraySync() as number[])[member];
  });

beforeAll(async () => {
  await prepareBackend('wasm');
  const streams = [1, 2, 3].map((seed) => random(seed, 'weights'));
  ({ layers } = createEnsemble(networkLayers({ inputs: d, hidden: 8, code: 6 }, false), streams, 1));
  x = normals('x', members, n, d);
  y = normals('y', 1, n, 1);
});

describe('attacks', () => {
  it('follow the gradient of each member by its own inputs: central differences', () => {
    const gradient = inputGradient(layers, x, y).arraySync();
    const values = x.dataSync();
    const step = 1e-2;
    for (let i = 0; i < values.length; i++) {
      const member = Math.floor(i / (n * d));
      const at = (by: number) =>
        squaredError(
          tf.tensor3d(
            values.map((value, k) => (k === i ? value + by : value)),
            x.shape,
          ),
          member,
        );
      const difference = (at(step) - at(-step)) / (2 * step);
      expect(gradient.flat(2)[i]).toBeCloseTo(difference, 2);
    }
  });

  it('FGSM moves every input by ε and does not lower the error of a small step', () => {
    const direction: tf.Tensor3D = tf.sign(inputGradient(layers, x, y));
    const moved = fgsm(x, direction, 0.01);
    for (const by of tf.abs(tf.sub(moved, x)).dataSync()) expect(by).toBeCloseTo(0.01, 5);
    for (let member = 0; member < members; member++)
      expect(squaredError(moved, member)).toBeGreaterThan(squaredError(x, member));
  });

  it('PGD stays in the ball, reaches its boundary, and does at least as much as one step', () => {
    const options = { epsilon: 0.3, steps: 5, stepSize: 0.1 };
    const moved = pgd(layers, x, y, options);
    const by = tf.abs(tf.sub(moved, x)).dataSync();
    expect(Math.max(...by)).toBeLessThan(0.3 + 1e-5);
    expect(Math.max(...by)).toBeGreaterThan(0.3 - 1e-5);
    const once = pgd(layers, x, y, { ...options, steps: 1 });
    for (let member = 0; member < members; member++)
      expect(squaredError(moved, member)).toBeGreaterThan(squaredError(once, member));
  });
});
