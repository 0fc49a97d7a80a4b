import { expect, it } from 'vitest';
import * as limits from '../../../data-loaders/diffusion-spectral-entropy/limits.js';
import * as limitsRun from '../../../data-loaders/diffusion-spectral-entropy/limits.run.js';
import { collect } from '../collect.js';

it('compares points whose entropy is known, at every number of steps and in both forms', async () => {
  const params = { points: 12, dimension: 12, width: 1, distance: 50, groups: [2, 4], steps: [1, 3] };
  const { limits: rows } = await collect({ ...limits, ...limitsRun }, params);
  expect(rows).toHaveLength((1 + 2 * 2 + 1) * 2 * 2);
  for (const { dse, expected } of rows) expect(dse).toBeCloseTo(expected, 10);
  expect(new Set(rows.map(({ expected }) => expected))).toEqual(new Set([0, 1, 2, Math.log2(12)]));
});

it('would notice points that are not far enough', async () => {
  const params = { points: 12, dimension: 12, width: 3, distance: 2, groups: [2], steps: [1] };
  const { limits: rows } = await collect({ ...limits, ...limitsRun }, params);
  for (const { example, dse, expected } of rows)
    if (example === 'equal groups') expect(dse).toBeLessThan(expected - 0.05);
});
