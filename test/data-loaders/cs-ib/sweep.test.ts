import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { methodIds } from '../../../data-loaders/cs-ib/methods.js';
import * as sweep from '../../../data-loaders/cs-ib/sweep.js';
import type { SweepParameters } from '../../../data-loaders/cs-ib/sweep-parameters.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import type { Row } from '../../../src/lib/experiment/column.js';
import { collect } from '../collect.js';
import { housingLike } from './housing-like.js';

const houses = housingLike(400);

/** Every method on a table so small that all of them take seconds. */
const tiny: SweepParameters = {
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

const rowsOf = (rows: readonly Row[], method: string) => rows.filter((row) => row.method === method);

describe('the sweep over β', () => {
  let tables: Record<string, readonly Row[]>;
  beforeAll(async () => {
    await prepareBackend('wasm');
    tables = await collect(sweep, tiny, 1, houses);
  });

  it('fills one row a network, and one a network and attack', () => {
    for (const method of methodIds) {
      expect(rowsOf(tables.plane, method)).toHaveLength(4 * 2);
      expect(rowsOf(tables.attack, method)).toHaveLength(4 * 2 * 4);
    }
    expect(tables.plane).toHaveLength(8 * 4 * 2);
  });

  it('refers compression to the same seed without it', () => {
    for (const { beta, seed, method, i_own, r_own, i_cs, r_cs } of tables.plane) {
      const start = tables.plane.find((row) => row.method === method && row.seed === seed && row.beta === 0)!;
      // Null where the code has collapsed.
      if (i_own === null) expect(r_own).toBeNull();
      else expect(r_own).toBeCloseTo(1 - (i_own as number) / (start.i_own as number), 12);
      if (i_cs === null) expect(r_cs).toBeNull();
      else expect(r_cs).toBeCloseTo(1 - (i_cs as number) / (start.i_cs as number), 12);
      if (beta === 0) expect([r_own, r_cs]).toEqual([0, 0]);
    }
  });

  it('pairs seeds: methods with the same loss at β = 0 give the same network', () => {
    const start = (method: string) =>
      rowsOf(tables.plane, method)
        .filter(({ beta }) => beta === 0)
        .map(({ rmse }) => rmse as number);
    const nib = start('nib');
    expect(start('square-nib')).toEqual(nib);
    expect(start('exp-nib')).toEqual(nib);
    expect(nib[0]).not.toBe(nib[1]);
    expect(start('hsic')).not.toEqual(nib);
  });

  it('measures the information between x and y by the error, and an attack of no size by the clean error', () => {
    const { rmse, i_ty } = tables.plane[0];
    const other = tables.plane.find((row) => row.rmse !== rmse)!;
    const difference = Math.log2((other.rmse as number) / (rmse as number));
    expect((i_ty as number) - (other.i_ty as number)).toBeCloseTo(difference, 8);
    for (const row of tables.attack.filter(({ kind, eps }) => kind === 'fgsm' && eps === 0))
      expect(row.rmse).toBeCloseTo(row.clean_rmse as number, 5);
  });

  it('gives the same rows for the same seed, others for another, and leaves no tensor behind', async () => {
    const few = {
      ...tiny,
      betas: Object.fromEntries(
        methodIds.map((id) => [id, [0, 1]] as const),
      ) as unknown as SweepParameters['betas'],
    };
    const before = tf.memory().numTensors;
    const first = await collect(sweep, few, 2, houses);
    expect(tf.memory().numTensors).toBe(before);
    expect(await collect(sweep, few, 2, houses)).toEqual(first);
    expect((await collect(sweep, few, 3, houses)).plane).not.toEqual(first.plane);
  });

  it('keeps the epoch with the lowest validation error where asked to', async () => {
    // So high a rate that the last epoch is not the best one.
    const restless = { ...tiny, learningRate: 0.3, epochs: 4, seeds: 3 };
    const part = {
      ...sweep,
      definition: { ...sweep.definition, parts: () => [{ id: 'california-housing-hsic' }] },
    };
    const last = (await collect(part, restless, 1, houses)).plane;
    const best = (await collect(part, { ...restless, weights: 'validation' as const }, 1, houses)).plane;
    const mean = (rows: readonly Row[]) =>
      rows.reduce((sum, { rmse }) => sum + (rmse as number), 0) / rows.length;
    expect(mean(best)).toBeLessThan(mean(last));
  });

  it('writes null, not a number, for networks that have diverged', async () => {
    const part = {
      ...sweep,
      definition: { ...sweep.definition, parts: () => [{ id: 'california-housing-nib' }] },
    };
    const { plane } = await collect(part, { ...tiny, learningRate: 3e38 }, 1, houses);
    expect(plane).toHaveLength(8);
    for (const { rmse, mae, i_ty } of plane) expect([rmse, mae, i_ty]).toEqual([null, null, null]);
  });

  it('names the part that it does not know', async () => {
    const part = { ...sweep, definition: { ...sweep.definition, parts: () => [{ id: 'mars-nib' }] } };
    await expect(collect(part, tiny, 1, houses)).rejects.toThrow(/no part is called "mars-nib"/);
  });
});
