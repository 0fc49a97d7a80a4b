import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as estimator from '../../../data-loaders/lossy-compression-ib/estimator.js';
import * as estimatorRun from '../../../data-loaders/lossy-compression-ib/estimator.run.js';
import * as network from '../../../data-loaders/lossy-compression-ib/network.js';
import * as networkRun from '../../../data-loaders/lossy-compression-ib/network.run.js';
import * as synthetic from '../../../data-loaders/lossy-compression-ib/synthetic.js';
import * as syntheticRun from '../../../data-loaders/lossy-compression-ib/synthetic.run.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import type { ByteArray } from '../../../src/lib/datasets/array-dataset.js';
import { random } from '../../../src/lib/statistics/random.js';
import { collect } from '../collect.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const autoencoder = { hidden: 16, steps: 60, batch: 32, rates: [5e-3, 1e-4] } as const;

/** Ten kinds of noisy squares, each in its own place. */
function squares(count: number): { images: ByteArray; labels: ByteArray } {
  const { integer } = random(1, 'squares');
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  const values = new Uint8Array(count * 784);
  labels.forEach((label, i) => {
    const [top, left] = [14 * Number(label > 4), 5 * (label % 5)];
    for (let p = 0; p < 784; p++) {
      const inside = p / 28 >= top && p / 28 < top + 12 && p % 28 >= left && p % 28 < left + 5;
      values[784 * i + p] = integer(80) + (inside ? 150 : 0);
    }
  });
  return { images: { shape: [count, 28, 28], values }, labels: { shape: [count], values: labels } };
}

describe('images of known information', () => {
  const tiny = {
    ...synthetic.definition.profiles.quick,
    size: 8,
    samples: 300,
    informations: [0, 3],
    seeds: 1,
    trained: 300,
    heldOut: 100,
    autoencoder,
  };

  it('has a row for every estimator, representation and information, and more of it where there is more', async () => {
    const before = tf.memory().numTensors;
    const { synthetic: rows } = await collect({ ...synthetic, ...syntheticRun }, tiny);
    expect(tf.memory().numTensors).toBe(before);
    expect(rows).toHaveLength(2 * 2 * 3 * 2);
    for (const dataset of ['blobs', 'rectangles'])
      for (const representation of ['parameters', 'autoencoder', 'principal']) {
        const of = rows.filter(
          (row) => row.dataset === dataset && row.representation === representation && row.estimator === 'kl',
        );
        expect(of.map(({ mi_true }) => mi_true)).toEqual([0, 3]);
        // The nearest neighbour scatters little; an autoencoder of sixty steps promises nothing.
        if (representation !== 'autoencoder') expect(of[1].mi_est!).toBeGreaterThan(of[0].mi_est! + 0.7);
      }
    // Up to four dimensions together the two estimators are one.
    const blobs = (id: string) => rows.filter((row) => row.dataset === 'blobs' && row.estimator === id);
    expect(blobs('kl').map(({ mi_est }) => mi_est)).toEqual(blobs('wkl').map(({ mi_est }) => mi_est));
  });

  it('gives the same rows again, part by part', async () => {
    const one = { ...tiny, families: ['blobs'] as const, informations: [3] };
    expect(await collect({ ...synthetic, ...syntheticRun }, one)).toEqual(
      await collect({ ...synthetic, ...syntheticRun }, one),
    );
  });
});

describe('layers of a classifier', () => {
  const { images, labels } = squares(700);
  const tiny = {
    ...network.definition.profiles.quick,
    trainImages: 400,
    evaluatedImages: 300,
    batch: 32,
    learningRate: 3e-3,
    checkpoints: [0, 3, 60],
    seeds: 1,
    compressions: ['autoencoder', 'principal'] as const,
    autoencoder,
  };
  const arrays = { 'mnist-test-images': images, 'mnist-test-labels': labels };

  it('has a row a layer, checkpoint and compression; it learns; no tensor stays', async () => {
    const before = tf.memory().numTensors;
    const { plane } = await collect({ ...network, ...networkRun }, tiny, 1, undefined, arrays);
    expect(tf.memory().numTensors).toBe(before);
    expect(plane).toHaveLength(5 * 3 * 2);
    const last = plane.filter(({ layer, compression }) => layer === 'L5' && compression === 'autoencoder');
    expect(last.map(({ step }) => step)).toEqual([0, 3, 60]);
    expect(last[2].acc).toBeGreaterThan(0.6);
    expect(last[2].loss_eval).toBeLessThan(0.7 * last[0].loss_eval);
    expect(last[2].i_ly!).toBeGreaterThan(last[0].i_ly! + 0.2);
    for (const { x_unexplained: share } of plane) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  });

  it('needs enough images, and by the profile only the test files', async () => {
    await expect(
      collect({ ...network, ...networkRun }, { ...tiny, trainImages: 500 }, 1, undefined, arrays),
    ).rejects.toThrow('there are 700 images');
    const { datasets, profiles } = network.definition;
    expect(datasets!(profiles.quick)).toEqual(['mnist-test-images', 'mnist-test-labels']);
    expect(datasets!(profiles.full!)).toHaveLength(4);
  });
});

it('the estimator: maps change nothing, weights sum to one', async () => {
  const tables = await collect(
    { ...estimator, ...estimatorRun },
    {
      maps: 2,
      mapped: 200,
      repetitions: 2,
      samples: 200,
      information: 3,
      dimensions: [4, 8],
      neighbours: [5],
    },
  );
  expect(tables.invariance).toHaveLength(4);
  for (const { difference } of tables.invariance) expect(Math.abs(difference)).toBeLessThan(1e-6);
  expect(tables.normals).toHaveLength(4);
  for (const d of [4, 8]) {
    const weights = tables.weights.filter((row) => row.d === d).map(({ weight }) => weight);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  }
});
