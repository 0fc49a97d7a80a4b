import { describe, expect, it } from 'vitest';
import * as adaptation from '../../../data-loaders/gain-control/adaptation.js';
import * as adaptationRun from '../../../data-loaders/gain-control/adaptation.run.js';
import * as grid from '../../../data-loaders/gain-control/grid.js';
import * as gridRun from '../../../data-loaders/gain-control/grid.run.js';
import * as networks from '../../../data-loaders/gain-control/networks.js';
import * as networksRun from '../../../data-loaders/gain-control/networks.run.js';
import { numericGradient } from '../../../data-loaders/gain-control/numeric-gradient.js';
import * as online from '../../../data-loaders/gain-control/online.js';
import * as onlineRun from '../../../data-loaders/gain-control/online.run.js';
import * as tradeoff from '../../../data-loaders/gain-control/tradeoff.js';
import * as tradeoffRun from '../../../data-loaders/gain-control/tradeoff.run.js';
import { collect } from '../collect.js';

describe('adaptation', () => {
  const { quick } = adaptation.definition.profiles;
  const tiny = { ...quick, neurons: 12, keptNeurons: 6, keptDegrees: 30, probabilities: [0.35], kept: 0.35 };

  it('has a row a neuron, pair, state and point of a curve, and no effect without a bias', async () => {
    const tables = await collect({ ...adaptation, ...adaptationRun }, tiny);
    expect(tables.effects).toHaveLength(5 * 2 * 12);
    expect(tables.tuning).toHaveLength(5 * 2 * 6 * 6);
    expect(tables.covariance).toHaveLength(3 * 6 * 6);
    expect(tables.states).toHaveLength(5 * 2 * 4);
    for (const row of tables.effects.filter(({ p_adapter }) => p_adapter === 1 / 12)) {
      expect(row.max_ratio).toBeCloseTo(1, 6);
      expect(row.shift).toBeCloseTo(0, 5);
    }
    const still = tables.effects.filter(({ network }) => network === 'none');
    for (const { shift } of still) expect(Math.abs(shift)).toBeLessThan(1e-6);
    for (const row of tables.optimum) {
      expect(row.gradient).toBeLessThan(1e-5 * row.gradient_at_one);
      expect(row.loss).toBeLessThan(row.loss_at_one);
    }
    // Whitening leaves a projector.
    const whitened = tables.states.filter(({ state }) => state === 'whitened');
    for (const { variation, correlation } of whitened) {
      expect(variation).toBeNull();
      expect(correlation).toBeLessThan(0.3);
    }
  });
});

it('the trade-off has the numbers of an independent computation (NumPy)', async () => {
  const params = { ...tradeoff.definition.profiles.quick, alphas: [0, 0.1, 0.3, 1, 3, 10] };
  const { tradeoff: rows } = await collect({ ...tradeoff, ...tradeoffRun }, params);
  const expected = [
    [0, 15.09],
    [0.11, 11.75],
    [0.645, 7.72],
    [2.559, 2.807],
    [5.016, 0.62],
    [6.798, 0.076],
  ];
  expect(rows).toHaveLength(expected.length);
  rows.forEach(({ recon, activity }, i) => {
    expect(Math.abs(recon - expected[i][0])).toBeLessThan(1e-3);
    expect(Math.abs(activity - expected[i][1])).toBeLessThan(6e-3);
  });
  // With W, a common gain c makes the error (1 − c)² E‖f‖² and the activity c² times that of gain 1.
  for (const { activity, recon_common } of rows) {
    const c = Math.sqrt(activity / rows[0].activity);
    const square = rows[5].recon_common / (1 - Math.sqrt(rows[5].activity / rows[0].activity)) ** 2;
    expect(recon_common).toBeCloseTo((1 - c) ** 2 * square, 9);
  }
  const at = rows[3];
  expect(at.loss).toBeCloseTo(6.49, 2);
  expect(at.loss_control_gains).toBeCloseTo(6.516, 2);
  expect(at.loss_at_one).toBeCloseTo(15.085, 2);
});

it('the grid has a row a network and objective, with the effects of the default network among them', async () => {
  const params = {
    ...grid.definition.profiles.quick,
    excitations: [0.8],
    inhibitions: [0, 0.4],
    excitationWidths: [2],
    alphas: [1],
    gammas: [1],
  };
  const { grid: rows } = await collect({ ...grid, ...gridRun }, params);
  expect(rows.map(({ inhibition }) => inhibition)).toEqual([0, 0.4]);
  expect(rows[1].repulsion).toBeCloseTo(0.5145, 2);
  expect(rows[1].g_adapter).toBeCloseTo(0.49908, 4);
  expect(rows[0].repulsion).toBeCloseTo(3.9, 1);
});

it('networks at random are drawn within their ranges, the same again, in whatever part', async () => {
  const params = { ...networks.definition.profiles.quick, neurons: 12, networks: 25 };
  expect(networks.definition.parts(params).map(({ id, of }) => [id, of.networks.length])).toEqual([
    ['networks-0', 20],
    ['networks-20', 5],
  ]);
  const { networks: rows } = await collect({ ...networks, ...networksRun }, params);
  expect(rows.map(({ network }) => network)).toEqual(Array.from({ length: 25 }, (_, i) => i));
  for (const column of ['tuning', 'baseline', 'excitation', 'inhibition', 'alpha', 'gamma'] as const) {
    const [least, largest] = params.drawn[column];
    for (const row of rows) {
      expect(row[column]).toBeGreaterThanOrEqual(least);
      expect(row[column]).toBeLessThanOrEqual(largest);
    }
    expect(new Set(rows.map((row) => row[column])).size).toBe(25);
  }
  expect((await collect({ ...networks, ...networksRun }, params)).networks).toEqual(rows);
  // What adaptation does to it is what it does to the default network.
  const one = [2, 2] as const;
  const drawn = {
    tuning: one,
    baseline: [0.05, 0.05] as const,
    excitation: [0.8, 0.8] as const,
    inhibition: [0.4, 0.4] as const,
    excitationWidth: one,
    inhibitionWidth: [0.25, 0.25] as const,
    alpha: [1, 1] as const,
    gamma: [1, 1] as const,
  };
  const usual = { ...networks.definition.profiles.quick, networks: 1, drawn };
  const [row] = (await collect({ ...networks, ...networksRun }, usual)).networks;
  expect(row.repulsion).toBeCloseTo(0.5145, 2);
  expect(row.g_adapter).toBeCloseTo(0.49908, 4);
  expect(row.least_gain).toBe(row.g_adapter);
});

it('online gains have rows for every sequence, the same again, in whatever part', async () => {
  const params = {
    ...online.definition.profiles.quick,
    neurons: 12,
    seeds: 12,
    steps: 60,
    biasedAfter: 20,
    unbiasedAfter: 40,
    every: 10,
  };
  const parts = online.definition.parts(params);
  expect(parts).toHaveLength(10);
  expect(parts.slice(0, 3).map(({ id, of }) => [id, of.seeds])).toEqual([
    ['sequences-0', [0, 10]],
    ['sequences-1', [1, 11]],
    ['sequences-2', [2]],
  ]);
  const { online: rows } = await collect({ ...online, ...onlineRun }, params);
  expect(rows).toHaveLength(12 * 6);
  expect(new Set(rows.map(({ seed }) => seed)).size).toBe(12);
  expect(rows.slice(0, 6).map(({ biased }) => biased)).toEqual([false, false, true, true, false, false]);
  expect((await collect({ ...online, ...onlineRun }, params)).online).toEqual(rows);
  expect((await collect({ ...online, ...onlineRun }, params, 2)).online).not.toEqual(rows);
});

it('differences give the derivatives of a quadratic', () => {
  const at = Float64Array.of(1, 2, 3);
  const slopes = numericGradient(([a, b, c]) => a * a + 3 * a * b - c, at, [0, 2]);
  expect(slopes[0]).toBeCloseTo(8, 9);
  expect(slopes[1]).toBeCloseTo(-1, 9);
  expect([...at]).toEqual([1, 2, 3]);
});
