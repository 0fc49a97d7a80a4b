import { expect, it } from 'vitest';
import * as twoGaussian from '../../../data-loaders/cs-ib/two-gaussian.js';
import * as twoGaussianRun from '../../../data-loaders/cs-ib/two-gaussian.run.js';
import { collect } from '../collect.js';

const experiment = { ...twoGaussian, ...twoGaussianRun };
const { quick } = twoGaussian.definition.profiles;

it('covers both modes with points and one with a Gaussian, as measured before', async () => {
  const tables = await collect(experiment, { ...quick, repetitions: 2 });
  expect(tables.two_gaussian_modes.map(({ seed }) => seed)).toEqual([0, 1]);
  for (const row of tables.two_gaussian_modes) {
    // Ranges of the NumPy check of the recipe: 9.4-13.3 and 0.48-0.60 before, 0.38-0.44 of the points a side.
    expect(row.share_left).toBeGreaterThan(0.3);
    expect(row.share_right).toBeGreaterThan(0.3);
    expect(row.d_cs_start).toBeGreaterThan(8);
    expect(row.d_cs_end).toBeLessThan(0.05);
    expect(row.mmd2_start).toBeGreaterThan(0.4);
    expect(row.mmd2_end).toBeLessThan(0.02);
    expect(row.kl_mode_distance).toBeLessThan(0.2);
  }
  const [first, ...others] = tables.two_gaussian.filter(({ seed }) => seed === 1);
  expect(first).toMatchObject({ step: 0, d_cs: tables.two_gaussian_modes[1].d_cs_start });
  expect(others.at(-1)).toMatchObject({ step: 400, mmd2: tables.two_gaussian_modes[1].mmd2_end });
});

it('keeps the points of the first repetition only, the target once', async () => {
  const params = { ...quick, repetitions: 2, rate: 1, steps: 10, half: 3, free: 4, snapshots: 4 };
  const { two_gaussian_points: points } = await collect(experiment, params);
  expect(points.filter(({ kind }) => kind === 'target').map(({ step }) => step)).toEqual(Array(6).fill(0));
  const steps = points.filter(({ kind }) => kind === 'free').map(({ step }) => step);
  expect(steps).toEqual([0, 1, 3, 10].flatMap((step) => Array(4).fill(step)));
});

it('gives the same rows for the same seed', async () => {
  const params = { ...quick, repetitions: 1, steps: 5 };
  const again = await collect(experiment, params);
  expect(await collect(experiment, params)).toEqual(again);
  expect(await collect(experiment, params, 2)).not.toEqual(again);
});
