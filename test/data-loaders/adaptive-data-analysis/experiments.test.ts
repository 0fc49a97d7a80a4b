import { mean } from 'd3-array';
import { expect, it } from 'vitest';
import { blocksOf } from '../../../data-loaders/adaptive-data-analysis/blocks.js';
import * as coordination from '../../../data-loaders/adaptive-data-analysis/coordination.js';
import * as coordinationRun from '../../../data-loaders/adaptive-data-analysis/coordination.run.js';
import * as holdout from '../../../data-loaders/adaptive-data-analysis/holdout.js';
import * as holdoutRun from '../../../data-loaders/adaptive-data-analysis/holdout.run.js';
import * as perturbation from '../../../data-loaders/adaptive-data-analysis/perturbation.js';
import * as perturbationRun from '../../../data-loaders/adaptive-data-analysis/perturbation.run.js';
import { collect } from '../collect.js';

it('cuts repetitions into parts that cover them once', () => {
  const parts = blocksOf(3, 10, 4, 2);
  const blocks = parts.map(({ of }) => of);
  expect(blocks.map(({ setting }) => setting)).toEqual([3, 3, 3, 3]);
  expect(blocks[0].from).toBe(0);
  blocks.slice(1).forEach(({ from }, i) => expect(from).toBe(blocks[i].to));
  expect(blocks.at(-1)!.to).toBe(10);
  expect(parts[0]).toMatchObject({ id: 'setting-3-from-0-to-3', cost: 6 });
});

it('has at most ten parts at either profile', () => {
  for (const { definition } of [holdout, perturbation, coordination])
    for (const params of Object.values(definition.profiles)) {
      const parts = definition.parts(params as never);
      expect(parts.length).toBeLessThanOrEqual(10);
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    }
});

const small = {
  ...holdout.definition.profiles.quick,
  settings: [{ points: 300, counts: [0, 10, 15, 30], parts: 2 }],
  repetitions: 8,
};

it('runs the reusable holdout for both modes, with and without signal', async () => {
  const { holdout: rows, selection } = await collect({ ...holdout, ...holdoutRun }, small);
  expect(rows).toHaveLength(8 * 2 * 2 * 4 * 3);
  expect(selection).toHaveLength(8 * 2 * 2);
  const at = (signal: boolean, mode: string, k: number, set: string) =>
    mean(
      rows.filter((row) => row.signal === signal && row.mode === mode && row.k === k && row.set === set),
      ({ accuracy }) => accuracy,
    )!;
  // The closed form 0.634 holds for any n = d; eight runs of 300 points.
  expect(Math.abs(at(false, 'standard', 15, 'holdout') - 0.634)).toBeLessThan(0.06);
  expect(Math.abs(at(false, 'standard', 15, 'fresh') - 0.5)).toBeLessThan(0.04);
  expect(at(true, 'thresholdout', 15, 'fresh')).toBeGreaterThan(0.8);
  expect(at(false, 'thresholdout', 0, 'holdout')).toBe(0.5);
  const found = (signal: boolean) =>
    mean(
      selection.filter((row) => row.signal === signal),
      (row) => row.selected_shifted,
    );
  expect(found(true)).toBeGreaterThan(19);
  expect(found(false)).toBe(0);
});

it('attacks exact and perturbed answers on the same sample', async () => {
  const params = {
    settings: [{ points: 200, queries: [20, 400], parts: 2 }],
    sigmas: [0.2],
    repetitions: 4,
  };
  const { adaptive_error: rows } = await collect({ ...perturbation, ...perturbationRun }, params);
  expect(rows).toHaveLength(4 * 3 * 2);
  const at = (mechanism: string, m: number) =>
    mean(
      rows.filter((row) => row.mechanism === mechanism && row.m === m),
      (row) => row.final_error,
    )!;
  // e(400, 200, 0) = 0.741 and e(400, 200, 0.2) = 0.293, give or take the sampling of four runs of 200 points.
  expect(Math.abs(at('empirical', 400) - 0.741)).toBeLessThan(0.12);
  expect(Math.abs(at('gaussian', 400) - 0.293)).toBeLessThan(0.15);
  expect(at('laplace', 400)).toBeLessThan(at('empirical', 400));
  for (const { final_error, max_error, mechanism } of rows)
    if (mechanism === 'empirical') expect(max_error).toBeGreaterThanOrEqual(Math.abs(final_error));
});

it('coordinates answers, and records the longest attack', async () => {
  const params = {
    ...coordination.definition.profiles.quick,
    queries: [10, 1000],
    repetitions: 2,
    recorded: 10,
    parts: 1,
  };
  const { coordinated_error: errors, coordinated_path: path } = await collect(
    { ...coordination, ...coordinationRun },
    params,
  );
  expect(errors).toHaveLength(2 * 2 * 2);
  const of = (mechanism: string) => errors.filter((row) => row.mechanism === mechanism && row.m === 1000);
  for (const { updates } of of('empirical')) expect(updates).toBe(0);
  for (const { updates } of of('pmw')) {
    // NumPy: 3 to 26 in attacks of 10 to 5000 queries.
    expect(updates).toBeGreaterThan(0);
    expect(updates).toBeLessThan(60);
  }
  const largest = (mechanism: string) => mean(of(mechanism), ({ max_error }) => max_error)!;
  expect(largest('pmw')).toBeLessThan(largest('empirical') / 2);
  for (const mechanism of ['empirical', 'pmw']) {
    const one = path.filter((row) => row.mechanism === mechanism && row.seed === 0);
    expect(one[0].query).toBe(1);
    expect(one.at(-1)).toMatchObject({ query: 1011, max_error: of(mechanism)[0].max_error });
    one.slice(1).forEach((row, i) => {
      expect(row.max_error).toBeGreaterThanOrEqual(one[i].max_error);
      expect(row.updates).toBeGreaterThanOrEqual(one[i].updates);
    });
  }
});

it('gives the same rows for the same seed', async () => {
  const tiny = {
    ...small,
    settings: [{ points: 50, counts: [0, 2], parts: 1 }],
    repetitions: 1,
  };
  const again = await collect({ ...holdout, ...holdoutRun }, tiny);
  expect(await collect({ ...holdout, ...holdoutRun }, tiny)).toEqual(again);
  expect(await collect({ ...holdout, ...holdoutRun }, tiny, 2)).not.toEqual(again);
});
