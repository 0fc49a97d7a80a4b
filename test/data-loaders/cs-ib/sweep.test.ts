import * as tf from '@tensorflow/tfjs-core';
import { mean } from 'd3-array';
import { beforeAll, describe, expect, it } from 'vitest';
import * as sweep from '../../../data-loaders/cs-ib/sweep.js';
import * as sweepRun from '../../../data-loaders/cs-ib/sweep.run.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import { type MethodId, methodIds, type tables } from '../../../src/papers/cs-ib/tables.js';
import { collect } from '../collect.js';
import { housingLike } from './housing-like.js';

const experiment = { ...sweep, ...sweepRun };
const houses = housingLike(400);

/** Every method on a table so small that all of them take seconds. */
const tiny: sweep.SweepParameters = {
  ...sweep.definition.profiles.quick,
  trainRows: 96,
  testRows: null,
  attackRows: 50,
  hidden: 8,
  code: 4,
  batch: 16,
  epochs: 3,
  learningRate: 1e-2,
  seeds: 2,
  epsilons: [0, 0.1, 0.3],
};

const rowsOf = <R extends { readonly method: MethodId }>(rows: readonly R[], method: MethodId) =>
  rows.filter((row) => row.method === method);

/** The experiment, but of the parts of one method alone. */
const ofMethod = (method: MethodId) => ({
  ...experiment,
  definition: {
    ...sweep.definition,
    parts: (params: sweep.SweepParameters) =>
      sweep.definition.parts(params).filter(({ of }) => of.method === method),
  },
});

describe('the sweep over β', () => {
  let found: Pick<RowsOf<typeof tables>, 'plane' | 'attack'>;
  beforeAll(async () => {
    await prepareBackend('wasm');
    found = await collect(experiment, tiny, 1, houses);
  });

  it('fills one row a network, and one a network and attack', () => {
    for (const method of methodIds) {
      expect(rowsOf(found.plane, method)).toHaveLength(4 * 2);
      expect(rowsOf(found.attack, method)).toHaveLength(4 * 2 * 4);
    }
    expect(found.plane).toHaveLength(8 * 4 * 2);
  });

  it('refers compression to the same seed without it', () => {
    for (const { beta, seed, method, i_own, r_own, i_cs, r_cs } of found.plane) {
      const start = found.plane.find((row) => row.method === method && row.seed === seed && row.beta === 0)!;
      // Null where the code has collapsed.
      if (i_own === null) expect(r_own).toBeNull();
      else expect(r_own).toBeCloseTo(1 - i_own / start.i_own!, 12);
      if (i_cs === null) expect(r_cs).toBeNull();
      else expect(r_cs).toBeCloseTo(1 - i_cs / start.i_cs!, 12);
      if (beta === 0) expect([r_own, r_cs]).toEqual([0, 0]);
    }
  });

  it('pairs seeds: methods with the same loss at β = 0 give the same network', () => {
    const start = (method: MethodId) =>
      rowsOf(found.plane, method)
        .filter(({ beta }) => beta === 0)
        .map(({ rmse }) => rmse!);
    const nib = start('nib');
    expect(start('square-nib')).toEqual(nib);
    expect(start('exp-nib')).toEqual(nib);
    expect(nib[0]).not.toBe(nib[1]);
    expect(start('hsic')).not.toEqual(nib);
  });

  it('measures the information between x and y by the error, and an attack of no size by the clean error', () => {
    const { rmse, i_ty } = found.plane[0];
    const other = found.plane.find((row) => row.rmse !== rmse)!;
    const difference = Math.log2(other.rmse! / rmse!);
    expect(i_ty! - other.i_ty!).toBeCloseTo(difference, 8);
    for (const row of found.attack.filter(({ kind, eps }) => kind === 'fgsm' && eps === 0))
      expect(row.rmse).toBeCloseTo(row.clean_rmse!, 5);
  });

  it('gives the same rows for the same seed, others for another, and leaves no tensor behind', async () => {
    const few = {
      ...tiny,
      epochs: 1,
      seeds: 1,
      betas: Object.fromEntries(
        methodIds.map((id) => [id, [0, 1]] as const),
      ) as unknown as sweep.SweepParameters['betas'],
    };
    const before = tf.memory().numTensors;
    const first = await collect(experiment, few, 2, houses);
    expect(tf.memory().numTensors).toBe(before);
    expect(await collect(experiment, few, 2, houses)).toEqual(first);
    expect((await collect(experiment, few, 3, houses)).plane).not.toEqual(first.plane);
  });

  it('keeps the epoch with the lowest validation error where asked to', async () => {
    // So high a rate that the last epoch is not the best one.
    const restless = { ...tiny, learningRate: 0.3, epochs: 4, seeds: 3 };
    const part = ofMethod('hsic');
    const last = (await collect(part, restless, 1, houses)).plane;
    const best = (await collect(part, { ...restless, weights: 'validation' as const }, 1, houses)).plane;
    const rmse = (row: (typeof last)[number]) => row.rmse;
    expect(mean(best, rmse)).toBeLessThan(mean(last, rmse)!);
  });

  it('writes null, not a number, for networks that have diverged', async () => {
    const { plane } = await collect(ofMethod('nib'), { ...tiny, learningRate: 3e38 }, 1, houses);
    expect(plane).toHaveLength(8);
    for (const { rmse, mae, i_ty } of plane) expect([rmse, mae, i_ty]).toEqual([null, null, null]);
  });
});
