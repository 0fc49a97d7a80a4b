import { describe, expect, it } from 'vitest';
import * as classification from '../../../data-loaders/semantic-information/classification.js';
import * as classificationRun from '../../../data-loaders/semantic-information/classification.run.js';
import * as meaning from '../../../data-loaders/semantic-information/meaning.js';
import * as meaningRun from '../../../data-loaders/semantic-information/meaning.run.js';
import { sampleFrequencies } from '../../../data-loaders/semantic-information/mixture-problems.js';
import * as mixtures from '../../../data-loaders/semantic-information/mixtures.js';
import * as mixturesRun from '../../../data-loaders/semantic-information/mixtures.run.js';
import * as rateFidelity from '../../../data-loaders/semantic-information/rate-fidelity.js';
import * as rateFidelityRun from '../../../data-loaders/semantic-information/rate-fidelity.run.js';
import { random } from '../../../src/lib/statistics/random.js';
import { collect } from '../collect.js';

it('the curve passes through the points that NumPy gives, and records where it is matched', async () => {
  const { rate_fidelity, matched } = await collect(
    { ...rateFidelity, ...rateFidelityRun },
    { widths: [8], slopes: [1, 2], cap: 5000 },
  );
  expect(rate_fidelity).toHaveLength(2);
  expect(rate_fidelity[0]).toMatchObject({ width: 8, s: 1, converged: true });
  expect(rate_fidelity[0].R).toBeCloseTo(1.2730011166, 8);
  expect(rate_fidelity[0].KL).toBeCloseTo(0.044421539, 8);
  expect(rate_fidelity[1].G).toBeCloseTo(1.4636480692, 8);
  expect(rate_fidelity[1].slope).toBeCloseTo(2, 4);
  expect(matched[0].R).toBeCloseTo(matched[0].G, 9);
  expect(matched[0].R_curve).toBeCloseTo(matched[0].R, 9);
});

it('semantic information and likelihood differ by a constant of the sample', async () => {
  const experiment = { ...meaning, ...meaningRun };
  const params = { channels: 5, samples: 2, sampleSize: 30 };
  const { likelihood, random_channels } = await collect(experiment, params);
  expect(random_channels).toHaveLength(5);
  expect(likelihood).toHaveLength(2 * 2 * 101);
  for (const sample of [0, 1]) {
    const rows = likelihood.filter((row) => row.sample === sample);
    const constants = rows.map((row) => row.information - row.likelihood);
    expect(Math.max(...constants) - Math.min(...constants)).toBeLessThan(1e-9);
    // The mean surprise at the prior: no constant of the arithmetic but of the sample.
    expect(constants[0]).toBeGreaterThan(4);
  }
  const again = await collect(experiment, params);
  expect(again.likelihood).toEqual(likelihood);
});

describe('classification', () => {
  const { quick } = classification.definition.profiles;
  const params = {
    ...quick,
    side: 61,
    kept: 1,
    planes: [{ ...quick.planes[0], starts: 2 }],
  };

  it('records rounds, references, maps and cuts that agree with each other', async () => {
    const tables = await collect({ ...classification, ...classificationRun }, params);
    const starts = new Set(tables.mmi_rounds.map(({ start }) => start));
    expect(starts).toEqual(new Set(['0', '1', 'columns', 'rows']));
    const last = tables.mmi_rounds.filter(({ start }) => start === 'rows').at(-1)!;
    const [{ MAP, bound }] = tables.mmi_references;
    expect(last.MI).toBeLessThan(bound);
    expect(MAP).toBeLessThan(bound);
    // Stretches of a map tile the plane.
    const maps = tables.mmi_maps.filter(({ start, round }) => start === '0' && round === 0);
    expect(maps.reduce((cells, row) => cells + row.to - row.from + 1, 0)).toBe(61 * 61);
    expect(new Set(tables.mmi_maps.map(({ start }) => start))).toEqual(
      new Set(['map', '0', 'columns', 'rows']),
    );
    expect(tables.thresholds).toHaveLength(2 * 60);
    for (const path of tables.threshold_paths.filter(({ pieces }) => pieces === 2)) {
      const cut = tables.thresholds.find(
        ({ problem, boundary }) => problem === path.problem && boundary === path.boundary,
      );
      expect(cut?.MI).toBeCloseTo(path.MI, 12);
    }
  });

  it('on the grid of the quick run the lines end where NumPy ends', async () => {
    const { thresholds, threshold_paths } = await collect(
      { ...classification, ...classificationRun },
      { ...quick, planes: [] },
    );
    const ends = threshold_paths.filter(({ problem }) => problem === 'rare');
    expect(ends.filter(({ start }) => start === 50).map(({ boundary }) => boundary)).toEqual([
      50, 53, 54, 55,
    ]);
    expect(thresholds.find(({ problem, MAP }) => problem === 'rare' && MAP)?.boundary).toBe(58);
  });
});

describe('mixtures', () => {
  const { quick } = mixtures.definition.profiles;
  const params = {
    ...quick,
    inner: [0, 3],
    ratios: [0.1],
    starts: 3,
    traced: 1,
    localStarts: 2,
    samples: { sizes: [100], ratios: [0.1], seeds: 2 },
    map: { ratios: [0.5], distances: [50], starts: 3 },
  };

  it('records every run, traces of some, examples, samples and the map', async () => {
    const tables = await collect({ ...mixtures, ...mixturesRun }, params);
    expect(tables.mixture_runs).toHaveLength(3 * 2 + 2 * 2);
    for (const { KL, converged, iterations } of tables.mixture_runs)
      expect(converged ? KL < 1e-3 : iterations === 500).toBe(true);
    const run = tables.mixture_runs.find(({ start, inner }) => start === 0 && inner === 0)!;
    const trace = tables.mixture_traces.filter(({ inner }) => inner === 0);
    expect(trace[0].iter).toBe(0);
    expect(trace.at(-1)).toMatchObject({ iter: run.iterations, KL: run.KL });
    expect(new Set(tables.mixture_traces.map(({ start }) => start))).toEqual(new Set([0]));
    expect(tables.examples.map(({ iterations }) => iterations)).toEqual([7, 8, 5, 5, 40, 6, 248, 156]);
    expect(Math.max(...tables.examples.map(({ rises }) => rises))).toBe(0);
    expect(tables.sample_runs).toHaveLength(4);
    expect(tables.mixture_map).toHaveLength(1);
    // Five deviations apart, in equal shares: nothing to do for either.
    expect(tables.mixture_map[0].EM).toBeLessThan(20);
  });

  it('starts are the same for every ratio and every number of inner steps; the seed changes them', async () => {
    const small = { ...params, localStarts: 1, samples: { sizes: [], ratios: [], seeds: 0 } };
    const starts = async (ratios: number[], seed: number) => {
      const { mixture_traces } = await collect({ ...mixtures, ...mixturesRun }, { ...small, ratios }, seed);
      return mixture_traces.filter(({ iter }) => iter === 0).map(({ mu1 }) => mu1);
    };
    const first = await starts([0.1, 0.5], 1);
    expect(new Set(first).size).toBe(1);
    expect((await starts([0.1], 2))[0]).not.toBe(first[0]);
  });
});

it('frequencies of a sample approach the probabilities', () => {
  const found = sampleFrequencies(Float64Array.of(0.2, 0, 0.8), 20_000, random(1, 'test'));
  expect(found[0] + found[2]).toBeCloseTo(1, 9);
  expect(found[1]).toBe(0);
  expect(Math.abs(found[0] - 0.2)).toBeLessThan(0.015);
});
