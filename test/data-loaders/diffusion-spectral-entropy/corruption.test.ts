import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as corruption from '../../../data-loaders/diffusion-spectral-entropy/corruption.js';
import * as corruptionRun from '../../../data-loaders/diffusion-spectral-entropy/corruption.run.js';
import * as mine from '../../../data-loaders/diffusion-spectral-entropy/mine.js';
import * as mineRun from '../../../data-loaders/diffusion-spectral-entropy/mine.run.js';
import { noisyBlobs } from '../../../data-loaders/diffusion-spectral-entropy/noisy-blobs.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { collect } from '../collect.js';

const experiment = { ...corruption, ...corruptionRun };

const tiny: corruption.CorruptionParameters = {
  ...corruption.definition.profiles.quick,
  points: 90,
  dimensions: [4],
  noise: [0.1],
  corruption: [0, 0.5, 1],
  seeds: 2,
  bins: [5],
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
});

describe('information and corrupted labels', () => {
  it('is estimated by each estimator, beside the truth of the closed form', async () => {
    const { corruption: rows } = await collect(experiment, tiny);
    expect(rows).toHaveLength(2 * 3 * 4);
    const of = (estimator: string, share: number) =>
      rows
        .filter((row) => row.estimator === estimator && row.corruption === share)
        .map(({ mi_bits }) => mi_bits);
    expect(of('truth', 0)[0]).toBeCloseTo(Math.log2(3), 12);
    expect(of('truth', 1)[0]).toBeCloseTo(0, 12);
    for (const estimator of ['dsmi', 'kraskov']) {
      const [none, all] = [of(estimator, 0), of(estimator, 1)];
      none.forEach((value, set) => expect(value).toBeGreaterThan(all[set] + 0.1));
    }
    expect((await collect(experiment, tiny)).corruption).toEqual(rows);
  });
});

describe('the neural bound', () => {
  const bound = { ...mine, ...mineRun };

  beforeAll(async () => {
    await prepareBackend('wasm');
  });
  const few = {
    ...mine.definition.profiles.quick,
    points: 90,
    dimensions: [4],
    noise: [0.1],
    seeds: 1,
    batch: 30,
    epochs: 60,
    hidden: 16,
  };

  it('learns of labels what points tell, stays below the entropy of the labels, and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    const { mine: rows } = await collect(bound, few);
    expect(tf.memory().numTensors).toBe(before);
    expect(rows.map((row) => row.corruption)).toEqual([0, 0.4, 1]);
    const [none, some, all] = rows.map(({ mi_bits }) => mi_bits);
    expect(none).toBeGreaterThan(0.8);
    expect(none).toBeLessThan(Math.log2(3) + 0.05);
    expect(some).toBeLessThan(none);
    expect(all).toBeLessThan(some);
    expect((await collect(bound, few)).mine).toEqual(rows);
  });
});
