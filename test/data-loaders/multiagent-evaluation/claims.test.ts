import { expect, it } from 'vitest';
import { claims } from '../../../data-loaders/multiagent-evaluation/claims.js';
import {
  type ConfidenceKind,
  confidenceKinds,
} from '../../../src/papers/multiagent-evaluation/games/confidence.js';
import { judged } from '../judged.js';

it('Elo: only where ratings are equal and α-Rank is uniform', () => {
  const rated = (elo: number, pi: number) => ({
    ratings: [0, 0, elo].map((value) => ({ game: 'rock-paper-scissors' as const, elo: value, pi })),
  });
  expect(judged(claims, 'elo-intransitive', rated(0, 1 / 3)).verdict).toBe('reproduced');
  expect(judged(claims, 'elo-intransitive', rated(1, 1 / 3)).verdict).toBe('not reproduced');
  expect(judged(claims, 'elo-intransitive', rated(0, 0.33)).verdict).toBe('not reproduced');
});

it('the static bound: few failures at N, many at N/50', () => {
  const sampled = (atN: number, at50: number) => ({
    static_sampling: [1, 5, 50].flatMap((divisor) =>
      Array.from({ length: 100 }, (_, rep) => ({
        divisor,
        delta: 0.1,
        rep,
        edge_errors: rep < (divisor === 1 ? atN : divisor === 5 ? 1 : at50) ? 2 : 0,
      })),
    ),
  });
  // δ + 3 standard errors of 100 games: 0.19.
  expect(judged(claims, 'static-bound', sampled(19, 26)).verdict).toBe('reproduced');
  expect(judged(claims, 'static-bound', sampled(20, 26)).verdict).toBe('not reproduced');
  expect(judged(claims, 'static-bound', sampled(0, 25)).verdict).toBe('not reproduced');
});

it('adaptive sampling: the median ratio of both kinds of interval', () => {
  const game = 'random' as const;
  const played = (hoeffding: number, clopper: number) => ({
    games: [{ game, static_total: 1e5 }],
    samples: (['UCB', 'CP-UCB'] as const).flatMap((conf) =>
      [0, 1, 2].flatMap((rep) => {
        const middle = conf === 'UCB' ? hoeffding : clopper;
        const run = { game, conf, rep };
        return [
          { ...run, scheme: 'even' as const, interactions: 1000 },
          { ...run, scheme: 'UE' as const, interactions: middle + 100 * (rep - 1) },
        ];
      }),
    ),
  });
  expect(judged(claims, 'adaptive-cheaper', played(700, 750)).verdict).toBe('reproduced');
  expect(judged(claims, 'adaptive-cheaper', played(700, 850)).verdict).toBe('not reproduced');
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

/** Runs at δ = 0.01, 0.1 and 0.5; one cell may be another. */
function runs(changed: Changed = {}) {
  const samples = confidenceKinds.flatMap((conf) =>
    [0.01, 0.1, 0.5].map((delta, at) => {
      const cell = changed.conf === conf && changed.at === at ? changed : {};
      return {
        game: 'symmetric' as const,
        scheme: 'UE' as const,
        conf,
        delta,
        interactions: cell.interactions ?? counts[conf][at],
        edge_errors: cell.errors ?? at + (conf.startsWith('R-') ? 1 : 0),
      };
    }),
  );
  return { samples };
}

it('δ: interactions fall at every step and errors do not', () => {
  expect(judged(claims, 'delta-tradeoff', runs()).verdict).toBe('reproduced');
  expect(judged(claims, 'delta-tradeoff', runs({ conf: 'R-UCB', at: 1, interactions: 25 })).verdict).toBe(
    'not reproduced',
  );
  expect(judged(claims, 'delta-tradeoff', runs({ conf: 'UCB', at: 0, errors: 3 })).verdict).toBe(
    'not reproduced',
  );
});

it('intervals: Clopper–Pearson and relaxed ones are cheaper at every δ, and err more', () => {
  expect(judged(claims, 'cp-tighter', runs()).verdict).toBe('reproduced');
  expect(judged(claims, 'cp-tighter', runs({ conf: 'CP-UCB', at: 2, interactions: 60 })).verdict).toBe(
    'not reproduced',
  );
  expect(judged(claims, 'cp-tighter', runs({ conf: 'R-UCB', at: 0, interactions: 101 })).verdict).toBe(
    'not reproduced',
  );
  expect(judged(claims, 'cp-tighter', runs({ conf: 'R-CP-UCB', at: 2, errors: 2 })).verdict).toBe(
    'not reproduced',
  );
});

it('ranking intervals: cover and shrink', () => {
  const taken = (missed: number, last: number) => ({
    intervals: [1000, 8000].flatMap((interactions) =>
      Array.from({ length: 10 }, (_, game) => ({
        game,
        interactions,
        delta: 0.1,
        pi: game < missed ? 0.9 : 0.1,
        lo: 0.1,
        hi: 0.1 + (interactions === 8000 ? last : 0.3),
      })),
    ),
  });
  expect(judged(claims, 'interval-coverage', taken(2, 0.04)).verdict).toBe('reproduced');
  expect(judged(claims, 'interval-coverage', taken(3, 0.04)).verdict).toBe('not reproduced');
  expect(judged(claims, 'interval-coverage', taken(0, 0.06)).verdict).toBe('not reproduced');
});

it('rankings: wrong while payoffs look right, right in the end', () => {
  const means = (early: number, payoff: number, late: number) => ({
    ranking_errors: [
      { n: 100, kendall: early, mean_error: payoff, frobenius: 0.5 },
      { n: 10_000, kendall: late, mean_error: 0.004, frobenius: 0.05 },
    ],
  });
  expect(judged(claims, 'ranking-error-decays', means(0.05, 0.04, 0.01)).verdict).toBe('reproduced');
  expect(judged(claims, 'ranking-error-decays', means(0, 0.04, 0)).verdict).toBe('not reproduced');
  expect(judged(claims, 'ranking-error-decays', means(0.05, 0.06, 0.01)).verdict).toBe('not reproduced');
  expect(judged(claims, 'ranking-error-decays', means(0.05, 0.04, 0.03)).verdict).toBe('not reproduced');
});
