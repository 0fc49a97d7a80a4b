import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { createAdam } from '../../../src/lib/learning/adam.js';
import { plainAdam } from '../../../src/lib/learning/plain-adam.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

describe('Adam for a stacked ensemble', () => {
  it('moves each member as Adam in double precision does, with its own rate and penalty', () => {
    const rates = [0.1, 0.01, 0.5];
    const penalties = [0, 0.3, 1];
    const start = [1.5, -2, 0.25];
    // The gradient of x⁴/4 + cos x.
    const slope = (x: number) => x ** 3 - Math.sin(x);
    const plain = start.map((x, member) => {
      const at = Float64Array.of(x);
      const step = plainAdam(1, rates[member]);
      for (let i = 0; i < 50; i++) step(at, Float64Array.of(slope(at[0]) + penalties[member] * at[0]));
      return at[0];
    });

    const adam = createAdam({ learningRate: rates, l2: penalties });
    let parameters = [tf.tensor3d(start, [3, 1, 1])];
    for (let i = 0; i < 50; i++) {
      const gradients = parameters.map((x) => tf.tensor3d(Array.from(x.dataSync(), slope), x.shape));
      const updated = adam.step(parameters, gradients);
      tf.dispose([...parameters, ...gradients]);
      parameters = updated;
    }
    Array.from(parameters[0].dataSync()).forEach((x, member) => expect(x).toBeCloseTo(plain[member], 4));
    adam.dispose();
    tf.dispose(parameters);
  });

  it('takes a first step of the learning rate, whatever the size of the gradient', () => {
    const adam = createAdam({ learningRate: 0.25 });
    const [moved] = adam.step([tf.zeros([1, 1, 3])], [tf.tensor3d([[[1e-3, -4, 1e5]]])]);
    Array.from(moved.dataSync()).forEach((x, i) => expect(x).toBeCloseTo([-0.25, 0.25, -0.25][i], 4));
    adam.dispose();
  });

  it('disposes what it keeps', () => {
    const before = tf.memory().numTensors;
    const adam = createAdam({ learningRate: [0.1, 0.2], l2: [0, 1] });
    const parameters = [tf.ones<tf.Rank.R3>([2, 3, 4])];
    const first = adam.step(parameters, parameters);
    const second = adam.step(first, first);
    adam.dispose();
    tf.dispose([...parameters, ...first, ...second]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
