import { expect, it } from 'vitest';
import { claims } from '../../../data-loaders/multiagent-evaluation/claims.js';
import {
  type ConfidenceKind,
  confidenceKinds,
} from '../../../src/papers/multiagent-evaluation/games/confidence.js';
import { judged } from '../judged.js';

const repetitions = (count: number) => Array.from({ length: count }, (_, rep) => rep);
/** A little spread, of mean 0 over six repetitions. */
const spread = (rep: number) => (rep % 6) - 2.5;

it('Elo: only where all ratings are equal; α-Rank: only where it is uniform', () => {
  const rated = (elo: number, pi: number) => ({
    ratings: [0, 0, elo].map((value) => ({ game: 'rock-paper-scissors' as const, elo: value, pi })),
  });
  expect(judged(claims, 'elo-intransitive', rated(0, 0)).verdict).toBe('reproduced');
  expect(judged(claims, 'elo-intransitive', rated(1, 1 / 3)).verdict).toBe('not reproduced');
  expect(judged(claims, 'alpha-rank-intransitive', rated(1, 1 / 3)).verdict).toBe('reproduced');
  expect(judged(claims, 'alpha-rank-intransitive', rated(0, 0.33)).verdict).toBe('not reproduced');
});

it('the static bound: few failures at N, on games that are hard enough', () => {
  const sampled = (atN: number, at50: number) =>
    judged(claims, 'static-bound', {
      static_sampling: [1, 5, 50].flatMap((divisor) =>
        repetitions(100).map((rep) => ({
          divisor,
          rep,
          edge_errors: rep < (divisor === 1 ? atN : divisor === 5 ? 1 : at50) ? 2 : 0,
        })),
      ),
    });
  // Clopper and Pearson's interval of 3 of 100 ends at 0.085, that of 5 at 0.113, and that of 17 begins at 0.102.
  expect(sampled(3, 25).verdict).toBe('reproduced');
  expect(sampled(5, 25).verdict).toBe('inconclusive');
  expect(sampled(17, 25).verdict).toBe('not reproduced');
  expect(sampled(0, 24)).toMatchObject({ verdict: 'inconclusive', gates: [{ open: false }] });
});

it('correct: wrong and undecided graphs count, of strict intervals at δ = 0.1 alone', () => {
  const run = { conf: 'UCB', scheme: 'UE', delta: 0.1 } as const;
  const played = (wrong: number, undecided = 0) =>
    judged(claims, 'adaptive-correct', {
      samples: (['symmetric', 'random'] as const).flatMap((game) =>
        repetitions(100).flatMap((rep) => [
          {
            ...{ ...run, game, rep },
            edge_errors: game === 'random' && rep < wrong ? 1 : 0,
            unresolved: game === 'random' && rep >= 100 - undecided ? 1 : 0,
          },
          { ...run, game, rep, conf: 'R-UCB' as const, edge_errors: 1, unresolved: 0 },
          { ...run, game, rep, delta: 0.5, edge_errors: 1, unresolved: 0 },
          { ...run, game: 'soccer' as const, rep, edge_errors: 1, unresolved: 1 },
        ]),
      ),
    });
  expect(played(3)).toMatchObject({ verdict: 'reproduced', conditions: { length: 2 } });
  expect(played(20)).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: '4 × 4, UCB, UE' },
  });
  expect(played(0, 20).verdict).toBe('not reproduced');
});

it('adaptive sampling: cheaper than even sampling of the same games, with each scheme and interval', () => {
  const played = (hoeffding: number, clopper: number, lost = 0) =>
    judged(claims, 'adaptive-cheaper', {
      games: [{ game: 'random' as const, static_total: 1e5 }],
      samples: (['UCB', 'CP-UCB'] as const).flatMap((conf) =>
        repetitions(6).flatMap((rep) => {
          const middle = conf === 'UCB' ? hoeffding : clopper;
          const run = { game: 'random' as const, conf, rep };
          return [
            { ...run, scheme: 'even' as const, interactions: 1000 },
            { ...run, scheme: 'UE' as const, interactions: middle + 10 * spread(rep) },
            ...(rep < lost ? [] : [{ ...run, scheme: 'VW' as const, interactions: 500 + 10 * spread(rep) }]),
          ];
        }),
      ),
    });
  expect(played(700, 750)).toMatchObject({ verdict: 'reproduced', conditions: { length: 4 } });
  expect(played(700, 850)).toMatchObject({ verdict: 'not reproduced', binding: { label: 'CP-UCB, UE' } });
  // A run that is missing is not left out of the mean.
  expect(played(700, 750, 1).verdict).toBe('inconclusive');
});

const counts: Readonly<Record<ConfidenceKind, readonly number[]>> = {
  UCB: [100, 80, 60],
  'CP-UCB': [50, 40, 30],
  'R-UCB': [20, 15, 10],
  'R-CP-UCB': [9, 8, 7],
};

interface Changed {
  readonly conf?: ConfidenceKind;
  readonly at?: number;
  readonly interactions?: number;
  readonly errors?: number;
}

/** Runs on six games at δ = 0.01, 0.1 and 0.5; one cell may be another. */
function runs(changed: Changed = {}) {
  const samples = confidenceKinds.flatMap((conf) =>
    [0.01, 0.1, 0.5].flatMap((delta, at) => {
      const cell = changed.conf === conf && changed.at === at ? changed : {};
      return repetitions(6).map((rep) => ({
        game: 'symmetric' as const,
        scheme: 'UE' as const,
        ...{ conf, delta, rep },
        interactions: (cell.interactions ?? counts[conf][at]) * (1 + spread(rep) / 100),
        edge_errors: cell.errors ?? at + (conf.startsWith('R-') ? 1 : 0),
      }));
    }),
  );
  return { samples };
}

it('δ: interactions fall over the whole course, of every kind of interval', () => {
  const of = (changed: Changed = {}) => judged(claims, 'delta-fewer-interactions', runs(changed));
  expect(of()).toMatchObject({ verdict: 'reproduced', conditions: { length: 4 } });
  // 20 → 25 → 10 has a rank correlation of −0.5, and 20 → 15 → 35 one of 0.5.
  const bent = of({ conf: 'R-UCB', at: 1, interactions: 25 });
  expect(bent.conditions.map(({ measurement }) => measurement.value)).toEqual([-1, -1, -0.5, -1]);
  expect(of({ conf: 'R-UCB', at: 2, interactions: 35 }).verdict).toBe('not reproduced');
  const flat = runs().samples.map((row) => ({ ...row, interactions: 10 }));
  expect(judged(claims, 'delta-fewer-interactions', { samples: flat })).toMatchObject({
    verdict: 'not reproduced',
    measurement: { value: 0 },
  });
});

it('δ: errors are added with every kind of interval, and enough of them', () => {
  const of = (changed: Changed = {}) => judged(claims, 'delta-more-errors', runs(changed));
  expect(of()).toMatchObject({ verdict: 'reproduced', measurement: { value: 0.5 } });
  expect(of({ conf: 'UCB', at: 0, errors: 2 }).verdict).toBe('not reproduced');
  expect(of({ conf: 'UCB', at: 2, errors: 0.04 }).verdict).toBe('not reproduced');
});

it('intervals: Clopper–Pearson and relaxed ones are cheaper at every δ, and err more', () => {
  const tighter = (changed?: Changed) => judged(claims, 'cp-tighter', runs(changed));
  expect(tighter()).toMatchObject({ verdict: 'reproduced', conditions: { length: 3 } });
  expect(tighter({ conf: 'CP-UCB', at: 2, interactions: 60 })).toMatchObject({
    verdict: 'not reproduced',
    binding: { label: 'CP-UCB ÷ UCB, δ = 0.5' },
  });
  expect(tighter({ conf: 'CP-UCB', at: 2, interactions: 55 }).verdict).toBe('not reproduced');
  const relaxed = (changed?: Changed) => judged(claims, 'relaxed-cheaper', runs(changed));
  expect(relaxed()).toMatchObject({ verdict: 'reproduced', conditions: { length: 6 } });
  expect(relaxed({ conf: 'R-UCB', at: 0, interactions: 101 }).verdict).toBe('not reproduced');
  const errors = (changed?: Changed) => judged(claims, 'relaxed-more-errors', runs(changed));
  expect(errors()).toMatchObject({ verdict: 'reproduced', conditions: { length: 2 } });
  expect(errors({ conf: 'R-CP-UCB', at: 2, errors: 2 }).verdict).toBe('not reproduced');
});

it('ranking intervals: cover at every stop, while they say something, and shrink', () => {
  const taken = (id: string, missed: number, last: number) =>
    judged(claims, id, {
      intervals: [1000, 8000].flatMap((interactions) =>
        repetitions(100).map((game) => ({
          ...{ game, interactions },
          pi: game < missed && interactions === 1000 ? 0.9 : 0.1,
          lo: 0.1,
          hi: 0.1 + (interactions === 8000 ? last : 0.3) + spread(game) / 1e4,
        })),
      ),
    });
  // Clopper and Pearson's interval of 88 of 100 begins at 0.80, that of 72 ends at 0.805, that of 71 at 0.796.
  expect(taken('interval-coverage', 11, 0.04).verdict).toBe('reproduced');
  expect(taken('interval-coverage', 15, 0.04).verdict).toBe('inconclusive');
  expect(taken('interval-coverage', 29, 0.04).verdict).toBe('not reproduced');
  expect(taken('interval-coverage', 0, 0.6)).toMatchObject({
    verdict: 'inconclusive',
    gates: [{ open: false }],
  });
  expect(taken('intervals-shrink', 0, 0.04).verdict).toBe('reproduced');
  expect(taken('intervals-shrink', 0, 0.06).verdict).toBe('not reproduced');
});

it('rankings: wrong while payoffs look right, right in the end', () => {
  const of = (id: string, early: number, payoff: number, late: number) =>
    judged(claims, id, {
      ranking_errors: repetitions(6).flatMap((seed) => [
        { n: 100, seed, kendall: early + spread(seed) / 1e3, mean_error: payoff, frobenius: 0.5 },
        { n: 10_000, seed, kendall: late + spread(seed) / 1e4, mean_error: 0.004, frobenius: 0.05 },
      ]),
    });
  expect(of('payoffs-before-ranking', 0.05, 0.04, 0.01).verdict).toBe('reproduced');
  expect(of('payoffs-before-ranking', 0.01, 0.04, 0.01).verdict).toBe('not reproduced');
  expect(of('payoffs-before-ranking', 0.05, 0.06, 0.01)).toMatchObject({
    verdict: 'inconclusive',
    gates: [{ open: false }],
  });
  expect(of('ranking-error-decays', 0.05, 0.04, 0.01).verdict).toBe('reproduced');
  expect(of('ranking-error-decays', 0.05, 0.04, 0.03).verdict).toBe('not reproduced');
});

it('soccer: all schemes decide all but a hundredth of the edges', () => {
  const played = (undecided: number, runs = 5) =>
    judged(claims, 'soccer-decides', {
      games: [{ game: 'soccer' as const, edges: 900 }],
      samples: (['UE', 'VW'] as const).flatMap((scheme) =>
        repetitions(runs).flatMap((rep) => {
          const run = { game: 'soccer' as const, scheme, rep, interactions: 1e5 };
          return [
            {
              ...{ ...run, conf: 'UCB' as const, delta: 0.1 },
              unresolved: scheme === 'VW' ? 2 : undecided + rep,
            },
            { ...run, conf: 'UCB' as const, delta: 0.5, unresolved: 900 },
            { ...run, conf: 'R-UCB' as const, delta: 0.1, unresolved: 900 },
          ];
        }),
      ),
    });
  expect(played(4).verdict).toBe('reproduced');
  expect(played(20)).toMatchObject({ verdict: 'not reproduced', binding: { label: 'UCB, UE' } });
  expect(played(20, 4).verdict).toBe('inconclusive');
});
