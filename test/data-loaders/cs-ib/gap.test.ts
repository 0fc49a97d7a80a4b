import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as gap from '../../../data-loaders/cs-ib/gap.js';
import * as gapRun from '../../../data-loaders/cs-ib/gap.run.js';
import { syntheticRegression } from '../../../data-loaders/cs-ib/synthetic.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import type { tables } from '../../../src/papers/cs-ib/tables.js';
import { collect } from '../collect.js';
import { housingLike } from './housing-like.js';

const experiment = { ...gap, ...gapRun };

const tiny = {
  ...gap.definition.profiles.quick,
  trainRows: 64,
  testRows: 256,
  hidden: 16,
  code: 4,
  batch: 16,
  epochs: 40,
  l2: [0, 0.1],
  seeds: 2,
};

describe('the generalisation gap', () => {
  let rows: RowsOf<typeof tables>['gap'];
  beforeAll(async () => {
    await prepareBackend('wasm');
    rows = (await collect(experiment, tiny)).gap;
  });

  it('is measured for every seed, learning rate and penalty', () => {
    expect(rows).toHaveLength(2 * 2 * 2);
    expect(new Set(rows.map(({ seed, lr, l2 }) => `${seed} ${lr} ${l2}`)).size).toBe(8);
    for (const row of rows) expect(row.gap).toBe(row.test_rmse! - row.train_rmse!);
  });

  it('is smaller with a penalty on the weights, on so few rows', () => {
    for (const free of rows.filter(({ l2 }) => l2 === 0)) {
      const bound = rows.find(({ seed, lr, l2 }) => seed === free.seed && lr === free.lr && l2 !== 0)!;
      expect(bound.gap).toBeLessThan(free.gap!);
    }
  });

  it('comes out the same for the same seed and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    expect((await collect(experiment, tiny)).gap).toEqual(rows);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is measured on a data set too', async () => {
    const real = { ...tiny, datasets: ['california-housing'] as const, epochs: 2, seeds: 1, testRows: null };
    const measured = (await collect(experiment, real, 1, housingLike(300))).gap;
    expect(measured.map(({ dataset }) => dataset)).toEqual(Array(4).fill('california-housing'));
  });
});

describe('the synthetic problem', () => {
  it('has standard normal inputs and a target of which 0.3² is noise', () => {
    const { x, y } = syntheticRegression(4000, 1);
    expect(x).toHaveLength(8 * y.length);
    const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
    const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    expect(Math.max(...y.map(Math.abs))).toBeLessThan(1.5 + 0.3 * 5);
  });
});
