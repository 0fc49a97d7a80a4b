import { expect, it } from 'vitest';
import * as complexity from '../../../data-loaders/multiagent-evaluation/complexity.js';
import * as complexityRun from '../../../data-loaders/multiagent-evaluation/complexity.run.js';
import * as errors from '../../../data-loaders/multiagent-evaluation/errors.js';
import * as errorsRun from '../../../data-loaders/multiagent-evaluation/errors.run.js';
import * as intervals from '../../../data-loaders/multiagent-evaluation/intervals.js';
import * as intervalsRun from '../../../data-loaders/multiagent-evaluation/intervals.run.js';
import * as ratings from '../../../data-loaders/multiagent-evaluation/ratings.js';
import * as ratingsRun from '../../../data-loaders/multiagent-evaluation/ratings.run.js';
import * as staticSampling from '../../../data-loaders/multiagent-evaluation/static-sampling.js';
import * as staticSamplingRun from '../../../data-loaders/multiagent-evaluation/static-sampling.run.js';
import { collect } from '../collect.js';

it('runs every scheme and interval on each game, up to the cap', async () => {
  const { quick } = complexity.definition.profiles;
  const params = {
    ...quick,
    grids: {
      symmetric: { ...quick.grids.symmetric, games: 2, deltas: [0.1, 0.5] },
      random: { ...quick.grids.random, games: 1, schemes: ['UE', 'even'] as const },
      'soccer-relaxed': { ...quick.grids['soccer-relaxed'], games: 1, schemes: ['VW'] as const, cap: 300 },
    },
  };
  const { samples, games } = await collect({ ...complexity, ...complexityRun }, params);
  expect(samples).toHaveLength(2 * 4 * 2 + 2 * 2 + 2 * 2);
  for (const row of samples) {
    if (row.game === 'soccer') expect([row.interactions, row.unresolved > 0]).toEqual([300, true]);
    else expect(row.unresolved).toBe(0);
  }
  expect(games.map(({ game, edges }) => [game, edges])).toEqual([
    ['symmetric', 4],
    ['symmetric', 4],
    ['random', 48],
    ['soccer', 900],
  ]);
  expect(await collect({ ...complexity, ...complexityRun }, params)).toEqual({ samples, games });
});

it('takes the intervals at every stop, shrinking, around a ranking that sums to one', async () => {
  const params = { ...intervals.definition.profiles.quick, games: 3, stops: [100, 800, 4000] };
  const { intervals: rows } = await collect({ ...intervals, ...intervalsRun }, params);
  expect(rows).toHaveLength(3 * 3 * 9);
  for (let game = 0; game < 3; game++) {
    const at = (stop: number) => rows.filter((row) => row.game === game && row.interactions === stop);
    expect(at(100).reduce((sum, { pi }) => sum + pi, 0)).toBeCloseTo(1, 9);
    const widths = params.stops.map((stop) => at(stop).map(({ lo, hi }) => hi - lo));
    widths
      .slice(1)
      .forEach((width, i) =>
        width.forEach((w, profile) => expect(w).toBeLessThanOrEqual(widths[i][profile] + 1e-9)),
      );
  }
});

it('comes nearer to payoffs and ranking of soccer with more samples', async () => {
  const { ranking_errors: rows } = await collect(
    { ...errors, ...errorsRun },
    { samples: [10, 1000], seeds: 2 },
  );
  expect(rows.map(({ n, seed }) => [n, seed])).toEqual([
    [10, 0],
    [1000, 0],
    [10, 1],
    [1000, 1],
  ]);
  for (const seed of [0, 1]) {
    const [few, many] = rows.filter((row) => row.seed === seed);
    for (const column of ['frobenius', 'mean_error', 'edge_errors', 'tv'] as const)
      expect(many[column]).toBeLessThan(few[column]);
  }
});

it('fails less often, the more samples there are', async () => {
  const params = { ...staticSampling.definition.profiles.quick, games: 20, divisors: [1, 500] };
  const { static_sampling: rows } = await collect({ ...staticSampling, ...staticSamplingRun }, params);
  const failures = [1, 500].map(
    (divisor) => rows.filter((row) => row.divisor === divisor && row.edge_errors > 0).length,
  );
  expect(failures[0]).toBe(0);
  expect(failures[1]).toBeGreaterThan(10);
});

it('rates rock, paper and scissors equal, and agents one by one', async () => {
  const params = { ...ratings.definition.profiles.quick, from: 0, to: 1, steps: 1 };
  const {
    ratings: rows,
    alpha_sweep: sweep,
    soccer_gaps: gaps,
  } = await collect({ ...ratings, ...ratingsRun }, params);
  expect(rows.filter(({ game }) => game === 'rock-paper-scissors').map(({ misfit }) => misfit)).toEqual([
    0.5, 0.5, 0.5,
  ]);
  expect(rows.filter(({ game }) => game === 'soccer')).toHaveLength(10);
  expect(sweep).toHaveLength(2 * (3 + 3 + 10));
  expect(gaps).toHaveLength(900);
});
