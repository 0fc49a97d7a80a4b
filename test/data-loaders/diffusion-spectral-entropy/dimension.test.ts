import { describe, expect, it } from 'vitest';
import * as dimension from '../../../data-loaders/diffusion-spectral-entropy/dimension.js';
import * as dimensionRun from '../../../data-loaders/diffusion-spectral-entropy/dimension.run.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import type { tables } from '../../../src/papers/diffusion-spectral-entropy/tables.js';
import { collect } from '../collect.js';

const tiny = {
  points: 16,
  ambient: 12,
  lowest: 1,
  dimensions: 4,
  noise: [0, 0.5],
  steps: [1, 4],
  bins: 2,
  width: 2,
  seeds: 2,
};
const read = async (change: Partial<typeof tiny> = {}, seed = 1) =>
  (await collect({ ...dimension, ...dimensionRun }, { ...tiny, ...change }, seed)).dimension;
const dse = (rows: RowsOf<typeof tables>['dimension']) => rows.filter(({ estimator }) => estimator === 'dse');

describe('entropy and dimension', () => {
  it('fills one row a set of points and estimator, dimensions from the lowest to all', async () => {
    const rows = await read();
    expect(rows).toHaveLength(2 * 2 * 2 * 4 * 3);
    expect([...new Set(rows.map(({ d }) => d))]).toEqual([1, 4, 8, 12]);
    for (const { bits } of rows) {
      expect(bits).toBeGreaterThanOrEqual(0);
      expect(bits).toBeLessThanOrEqual(4 + 1e-9);
    }
  });

  it('leaves the other coordinates constant without noise: two bins of one coordinate are one bit at most', async () => {
    const flat = (await read()).filter(
      ({ estimator, noise, d }) => estimator === 'cse' && noise === 0 && d === 1,
    );
    expect(flat).toHaveLength(4);
    for (const { bits } of flat) {
      expect(bits).toBeGreaterThan(0.5);
      expect(bits).toBeLessThan(1 + 1e-9);
    }
  });

  it('goes from nothing to log₂ N with the width of the kernel', async () => {
    for (const { bits } of dse(await read({ width: 1e6 }))) expect(bits).toBeCloseTo(0, 6);
    for (const { bits } of dse(await read({ width: 1e-5 }))) expect(bits).toBeCloseTo(4, 6);
  });

  it('gives the same rows for the same seed, others for another', async () => {
    expect(await read()).toEqual(await read());
    expect(await read({}, 2)).not.toEqual(await read());
  });
});
