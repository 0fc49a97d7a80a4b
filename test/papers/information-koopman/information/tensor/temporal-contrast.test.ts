import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../../../kernels/engine/backend.js';
import { random } from '../../../../../src/lib/statistics/random.js';
import { temporalContrast as plain } from '../../../../../src/papers/information-koopman/information/contrastive.js';
import { temporalContrast } from '../../../../../src/papers/information-koopman/information/tensor/temporal-contrast.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

describe('temporal contrast of many sequences', () => {
  const [T, d] = [12, 3];
  const { normal } = random(1, 'sequences');
  const sequences = [0, 1].map(() => Float64Array.from({ length: T * d }, normal));
  const options = { reach: 2, temperature: 0.4 };

  it('is that of each in double precision, and so is its gradient', async () => {
    const z = tf.tensor3d(Float32Array.from(sequences.flatMap((of) => [...of])), [2, T, d]);
    const values = await temporalContrast(z, options).data();
    const slopes = await tf
      .grad((x) => tf.sum(temporalContrast(x as tf.Tensor3D, options)))(z)
      .data();
    sequences.forEach((of, sequence) => {
      expect(values[sequence]).toBeCloseTo(plain(of, d, options), 5);
      for (const at of [0, 7, 20]) {
        const moved = (by: number) =>
          plain(
            of.map((value, i) => (i === at ? value + by : value)),
            d,
            options,
          );
        expect(slopes[sequence * T * d + at]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4);
      }
    });
  });

  it('needs neighbours on both sides', () => {
    expect(() => temporalContrast(tf.zeros([1, 4, 2]), { reach: 2, temperature: 1 })).toThrow(
      'no 2 on both sides',
    );
  });
});
