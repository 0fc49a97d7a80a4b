import { from, type ColumnTable } from 'arquero';
import { expect, it } from 'vitest';
import { claims } from '../../../data-loaders/multiagent-evaluation/claims.js';
import { experimentsOf, loadPaper } from '../../../kernels/engine/papers.js';
import { isTested } from '../../../src/lib/experiment/claim.js';

type Row = Record<string, string | number>;

/** The verdict of a claim on made-up tables. */
function verdict(id: string, tables: Record<string, Row[]>): string {
  const claim = claims.find((candidate) => candidate.id === id);
  if (!claim || !isTested(claim)) throw new Error(`no tested claim ${id}`);
  return claim.judge(
    claim.measure(
      Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, from(rows) as ColumnTable])),
    ),
  );
}

it('Elo: only where ratings are equal and α-Rank is uniform', () => {
  const rated = (elo: number, pi: number) => ({
    ratings: [0, 0, elo].map((value) => ({ game: 'rock-paper-scissors', elo: value, pi })),
  });
  expect(verdict('elo-intransitive', rated(0, 1 / 3))).toBe('reproduced');
  expect(verdict('elo-intransitive', rated(1, 1 / 3))).toBe('not reproduced');
  expect(verdict('elo-intransitive', rated(0, 0.33))).toBe('not reproduced');
});

it('the static bound: few failures at N, many at N/50', () => {
  const sampled = (atN: number, at50: number) => ({
    static_sampling: [1, 5, 50].flatMap((divisor) =>
      Array.from({ length: 100 }, (_, rep) => ({
        ...{ divisor, delta: 0.1, rep },
        edge_errors: rep < (divisor === 1 ? atN : divisor === 5 ? 1 : at50) ? 2 : 0,
      })),
    ),
  });
  // δ + 3 standard errors of 100 games: 0.19.
  expect(verdict('static-bound', sampled(19, 26))).toBe('reproduced');
  expect(verdict('static-bound', sampled(20, 26))).toBe('not reproduced');
  expect(verdict('static-bound', sampled(0, 25))).toBe('not reproduced');
});

it('adaptive sampling: the median ratio of both kinds of interval', () => {
  const played = (hoeffding: number, clopper: number) => ({
    games: [{ game: 'random', static_total: 1e5 }],
    samples: ['UCB', 'CP-UCB'].flatMap((conf) =>
      [0, 1, 2].flatMap((rep) => [
        { game: 'random', scheme: 'even', conf, delta: 0.1, rep, interactions: 1000, edge_errors: 0 },
        { game: 'random', scheme: 'UE', conf, delta: 0.1, rep, interactions: (conf === 'UCB' ? hoeffding : clopper) + 100 * (rep - 1), edge_errors: 0 },
      ]),
    ),
  }); // prettier-ignore
  expect(verdict('adaptive-cheaper', played(700, 750))).toBe('reproduced');
  expect(verdict('adaptive-cheaper', played(700, 850))).toBe('not reproduced');
});

const counts: Record<string, number[]> = {
  UCB: [100, 80, 60],
  'CP-UCB': [50, 40, 30],
  'R-UCB': [20, 15, 10],
  'R-CP-UCB': [9, 8, 7],
};

/** Runs at δ = 0.01, 0.1 and 0.5; one cell may be another. */
function runs(changed: { conf?: string; at?: number; interactions?: number; errors?: number } = {}) {
  const samples = Object.entries(counts).flatMap(([conf, list]) =>
    [0.01, 0.1, 0.5].map((delta, at) => {
      const here = changed.conf === conf && changed.at === at;
      return {
        ...{ game: 'symmetric', scheme: 'UE', conf, delta, rep: 0 },
        interactions: (here ? changed.interactions : undefined) ?? list[at],
        edge_errors: (here ? changed.errors : undefined) ?? at + (conf.startsWith('R-') ? 1 : 0),
      };
    }),
  );
  return { samples };
}

it('δ: interactions fall at every step and errors do not', () => {
  expect(verdict('delta-tradeoff', runs())).toBe('reproduced');
  expect(verdict('delta-tradeoff', runs({ conf: 'R-UCB', at: 1, interactions: 25 }))).toBe('not reproduced');
  expect(verdict('delta-tradeoff', runs({ conf: 'UCB', at: 0, errors: 3 }))).toBe('not reproduced');
});

it('intervals: Clopper–Pearson and relaxed ones are cheaper at every δ, and err more', () => {
  expect(verdict('cp-tighter', runs())).toBe('reproduced');
  expect(verdict('cp-tighter', runs({ conf: 'CP-UCB', at: 2, interactions: 60 }))).toBe('not reproduced');
  expect(verdict('cp-tighter', runs({ conf: 'R-UCB', at: 0, interactions: 101 }))).toBe('not reproduced');
  expect(verdict('cp-tighter', runs({ conf: 'R-CP-UCB', at: 2, errors: 2 }))).toBe('not reproduced');
});

it('ranking intervals: cover and shrink', () => {
  const taken = (missed: number, last: number) => ({
    intervals: [1000, 8000].flatMap((interactions) =>
      Array.from({ length: 10 }, (_, game) => ({
        ...{ game, interactions, profile: '(1, 1)', delta: 0.1, pi: game < missed ? 0.9 : 0.1 },
        ...{ lo: 0.1, hi: 0.1 + (interactions === 8000 ? last : 0.3) },
      })),
    ),
  });
  expect(verdict('interval-coverage', taken(2, 0.04))).toBe('reproduced');
  expect(verdict('interval-coverage', taken(3, 0.04))).toBe('not reproduced');
  expect(verdict('interval-coverage', taken(0, 0.06))).toBe('not reproduced');
});

it('rankings: wrong while payoffs look right, right in the end', () => {
  const means = (early: number, payoff: number, late: number) => ({
    ranking_errors: [
      { n: 100, kendall: early, mean_error: payoff, frobenius: 0.5 },
      { n: 10_000, kendall: late, mean_error: 0.004, frobenius: 0.05 },
    ],
  });
  expect(verdict('ranking-error-decays', means(0.05, 0.04, 0.01))).toBe('reproduced');
  expect(verdict('ranking-error-decays', means(0, 0.04, 0))).toBe('not reproduced');
  expect(verdict('ranking-error-decays', means(0.05, 0.06, 0.01))).toBe('not reproduced');
  expect(verdict('ranking-error-decays', means(0.05, 0.04, 0.03))).toBe('not reproduced');
});

it('every claim has its own id and names tables that exist', async () => {
  const tables = experimentsOf(await loadPaper('multiagent-evaluation')).flatMap(({ definition }) =>
    Object.keys(definition.tables),
  );
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  for (const claim of claims)
    if (isTested(claim)) expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
});
