import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as corruption from '../../../data-loaders/diffusion-spectral-entropy/corruption.js';
import {
  blobPart,
  noisyBlobs,
  quickCorruption,
  quickMine,
} from '../../../data-loaders/diffusion-spectral-entropy/corruption-parameters.js';
import * as mine from '../../../data-loaders/diffusion-spectral-entropy/mine.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { collect } from '../collect.js';

const tiny = {
  ...quickCorruption,
  points: 90,
  dimensions: [4],
  noise: [0.1],
  corruption: [0, 0.5, 1],
  seeds: 2,
  bins: [2],
};

describe('blobs', () => {
  it('are the same points at every noise level, moved by at most the amplitude', () => {
    const points = (noise: number) => noisyBlobs(tiny, { D: 4, noise, seed: 1 }, 5).points;
    const [clean, little, more] = [0, 0.1, 0.3].map(points);
    clean.forEach((value, at) => {
      expect(Math.abs(little[at] - value)).toBeLessThanOrEqual(0.1 + 1e-12);
      expect(more[at] - value).toBeCloseTo(3 * (little[at] - value), 10);
    });
    expect(little).not.toEqual(clean);
  });

  it('name their parts', () => {
    expect(blobPart('4-noise-0.1-1', tiny)).toMatchObject({ D: 4, noise: 0.1, seed: 1 });
    expect(() => blobPart('5-noise-0.1-1', tiny)).toThrow('no part is called "5-noise-0.1-1"');
  });
});

describe('information and corrupted labels', () => {
  it('is estimated by each estimator, beside the truth of the closed form', async () => {
    const { corruption: rows } = await collect(corruption, tiny);
    expect(rows).toHaveLength(2 * 3 * 4);
    const of = (estimator: string, share: number) =>
      rows
        .filter((row) => row.estimator === estimator && row.corruption === share)
        .map(({ mi_bits }) => mi_bits as number);
    expect(of('truth', 0)[0]).toBeCloseTo(Math.log2(3), 12);
    expect(of('truth', 1)[0]).toBeCloseTo(0, 12);
    for (const estimator of ['dsmi', 'kraskov']) {
      const [none, all] = [of(estimator, 0), of(estimator, 1)];
      none.forEach((value, set) => expect(value).toBeGreaterThan(all[set] + 0.1));
    }
    expect((await collect(corruption, tiny)).corruption).toEqual(rows);
  });
});

describe('the neural bound', () => {
  beforeAll(async () => {
    await prepareBackend('wasm');
  });
  const few = { ...quickMine, points: 90, dimensions: [4], noise: [0.1], batch: 30, epochs: 60, hidden: 16 };

  it('learns of labels what points tell, stays below the entropy of the labels, and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    const { mine: rows } = await collect(mine, few);
    expect(tf.memory().numTensors).toBe(before);
    expect(rows.map((row) => row.corruption)).toEqual([0, 0.4, 1]);
    const [none, some, all] = rows.map(({ mi_bits }) => mi_bits as number);
    expect(none).toBeGreaterThan(0.8);
    expect(none).toBeLessThan(Math.log2(3) + 0.05);
    expect(some).toBeLessThan(none);
    expect(all).toBeLessThan(some);
    expect((await collect(mine, few)).mine).toEqual(rows);
  });
});
