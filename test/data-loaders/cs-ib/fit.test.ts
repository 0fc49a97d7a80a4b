import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/cs-ib/claims.js';
import * as fit from '../../../data-loaders/cs-ib/fit.js';
import * as fitRun from '../../../data-loaders/cs-ib/fit.run.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import { fittedMethods, type tables } from '../../../src/papers/cs-ib/tables.js';
import { collect } from '../collect.js';
import { judged } from '../judged.js';
import { housingLike } from './housing-like.js';
import { seeds } from './made-up.js';

const experiment = { ...fit, ...fitRun };
const houses = housingLike(400);

const tiny = {
  ...fit.definition.profiles.quick,
  datasets: ['california-housing'] as const,
  trainRows: 64,
  hidden: 16,
  code: 4,
  batch: 16,
  epochs: 20,
  learningRate: 1e-2,
  seeds: 2,
};

describe('the fit without compression', () => {
  let rows: RowsOf<typeof tables>['fit'];
  let before: number;
  beforeAll(async () => {
    await prepareBackend('wasm');
    before = tf.memory().numTensors;
    rows = (await collect(experiment, tiny, 1, houses)).fit;
  });

  it('has a row a method and seed, and leaves no tensor behind', () => {
    expect(tf.memory().numTensors).toBe(before);
    expect(rows.map(({ method, seed }) => `${method} ${seed}`)).toEqual(
      fittedMethods.flatMap((method) => [`${method} 0`, `${method} 1`]),
    );
  });

  it('errs more on test rows than on the few rows it was trained on, where it fits by squares', () => {
    for (const { train_rmse, test_rmse } of rows.filter(({ method }) => method === 'hsic'))
      expect(test_rmse).toBeGreaterThan(train_rmse!);
  });

  it('comes out the same for the same seed, and otherwise for another', async () => {
    const short = { ...tiny, epochs: 1 };
    const first = await collect(experiment, short, 1, houses);
    expect(await collect(experiment, short, 1, houses)).toEqual(first);
    expect(await collect(experiment, short, 2, houses)).not.toEqual(first);
  });
});

describe('the claims on fits without compression', () => {
  type Errors = readonly [train: number, test: number];
  /** Networks of five seeds whose errors are known, which differ a little by seed. */
  const fits = (ours: Errors, theirs: Errors) =>
    fittedMethods.flatMap((method) =>
      seeds.map((seed) => {
        const [train, test] = method === 'cs-paper' ? ours : theirs;
        const [train_rmse, test_rmse] = [train, test].map((error) => error * (1 + 0.001 * (seed % 3)));
        return { dataset: 'california-housing' as const, method, seed, train_rmse, test_rmse };
      }),
    );
  const gapOf = (ours: Errors, theirs: Errors) =>
    judged(claims, 'smaller-generalisation-gap', { fit: fits(ours, theirs) });
  const errorOf = (ours: Errors, theirs: Errors) =>
    judged(claims, 'regression-without-compression', { fit: fits(ours, theirs) });

  it('hold where the gap is smaller and the test error no higher', () => {
    expect(gapOf([0.3, 0.32], [0.28, 0.33]).verdict).toBe('reproduced');
    expect(errorOf([0.3, 0.32], [0.28, 0.33]).verdict).toBe('reproduced');
  });

  it('fail where the gap is smaller for want of a fit', () => {
    expect(gapOf([0.39, 0.4], [0.28, 0.33])).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'California Housing, test error' },
    });
    expect(errorOf([0.39, 0.4], [0.28, 0.33]).verdict).toBe('not reproduced');
  });

  it('fail where the gap is as large, or hardly smaller', () => {
    expect(gapOf([0.28, 0.33], [0.28, 0.33]).verdict).toBe('not reproduced');
    expect(gapOf([0.282, 0.33], [0.28, 0.33]).verdict).toBe('not reproduced');
    expect(errorOf([0.28, 0.329], [0.28, 0.33]).verdict).toBe('not reproduced');
  });

  it('decide nothing where the rivals have no gap, and where a network has diverged', () => {
    expect(gapOf([0.32, 0.322], [0.326, 0.33]).verdict).toBe('inconclusive');
    const rows = fits([0.3, 0.32], [0.28, 0.33]).map((row) =>
      row.method === 'cs-paper' && row.seed === 3 ? { ...row, test_rmse: null } : row,
    );
    expect(judged(claims, 'smaller-generalisation-gap', { fit: rows }).verdict).toBe('inconclusive');
    expect(judged(claims, 'regression-without-compression', { fit: rows }).verdict).toBe('inconclusive');
  });
});
