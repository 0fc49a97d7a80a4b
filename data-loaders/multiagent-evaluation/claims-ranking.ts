import { extent, flatRollup, groups, max, mean } from 'd3-array';
import { between, nonNegative, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atMost } from '../../src/lib/claims/gate.js';
import { exactly, overSeeds, shareOf } from '../../src/lib/claims/measurement.js';
import { isAtLeast, isAtMost, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { count, significant } from '../../src/lib/text/number.js';
import { eloProbability } from '../../src/papers/multiagent-evaluation/games/elo.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

type IntervalRow = RowsOf<typeof tables>['intervals'][number];
type ErrorRow = RowsOf<typeof tables>['ranking_errors'][number];

const claim = claimsOn(tables);

const short = (value: number) => significant(value, 2);

export const eloClaim = claim({
  id: 'elo-intransitive',
  statement:
    'Elo cannot represent rock, paper and scissors, where each move surely beats one and loses to another.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 3' },
  reported: 'Elo cannot handle intransitive interactions',
  figure: 'alpha-sweep',
  tables: ['ratings'],
  measure({ ratings }) {
    const rows = ratings.filter(({ game }) => game === 'rock-paper-scissors');
    const [lowest, highest] = extent(rows, ({ elo }) => elo) as [number, number];
    const predicted = eloProbability(rows[0].elo, rows[1].elo);
    return exactly(
      highest - lowest,
      'points between the highest and the lowest rating',
      `a sure win is predicted with probability ${short(predicted)}`,
    );
  },
  criterion: 'all Elo ratings are equal to 10⁻⁶ points, so that a certain win is predicted as a toss-up',
  asks: isAtMost(1e-6),
  attainable: () => nonNegative,
  exact: 'ratings of maximum likelihood on a known table of wins',
  pilot: true,
});

export const alphaRankClaim = claim({
  id: 'alpha-rank-intransitive',
  statement: 'α-Rank ranks rock, paper and scissors equal.',
  origin: 'companion',
  source: {
    grade: 'memory',
    place: 'S. Omidshafiei et al., “α-Rank: Multi-Agent Evaluation by Evolution”, Scientific Reports 9, 2019',
  },
  reported: 'a third each',
  figure: 'alpha-sweep',
  tables: ['ratings'],
  measure({ ratings }) {
    const rows = ratings.filter(({ game }) => game === 'rock-paper-scissors');
    const shares = rows.map(({ pi }) => significant(pi, 6));
    return exactly(
      max(rows, ({ pi }) => Math.abs(pi - 1 / 3))!,
      'largest distance from ⅓',
      `α-Rank gives ${shares.join(', ')}`,
    );
  },
  criterion: 'every α-Rank is ⅓ to 10⁻⁹',
  asks: isAtMost(1e-9),
  attainable: () => between(0, 2 / 3),
  exact: 'the stationary distribution of a known chain',
  pilot: true,
});

/** Rows of a game at a stop. */
const atStop = (rows: readonly IntervalRow[], stop: number) =>
  rows.filter(({ interactions }) => interactions === stop);
const widest = (profiles: readonly IntervalRow[]) => max(profiles, ({ lo, hi }) => hi - lo) ?? null;
const lastStop = (rows: readonly IntervalRow[]) => max(rows, ({ interactions }) => interactions)!;

/** The widest interval, mean over games, at each stop. */
function widths(rows: readonly IntervalRow[]): string {
  const stops = flatRollup(
    rows,
    (own) =>
      mean(
        groups(own, ({ game }) => game),
        ([, profiles]) => widest(profiles)!,
      )!,
    ({ interactions }) => interactions,
  );
  return `widest interval, mean over games: ${stops.map(([, width]) => short(width)).join(' → ')} after ${stops.map(([stop]) => count(stop)).join(' → ')} interactions`;
}

export const intervalClaim = claim({
  id: 'interval-coverage',
  statement:
    'On random 3 × 3 games ranking intervals hold the true ranking, at every stop of a run and for every profile.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 8' },
  reported: 'uncertainty of outcomes is turned into uncertainty of rankings',
  figure: 'intervals',
  tables: ['intervals'],
  measure({ intervals }) {
    const held = groups(intervals, ({ game }) => game).map(([, rows]) =>
      rows.every(({ lo, hi, pi }) => lo - 1e-9 <= pi && pi <= hi + 1e-9),
    );
    return shareOf(
      held,
      'share of games whose intervals hold the ranking at every stop',
      `${held.filter(Boolean).length} of ${held.length} games; ${widths(intervals)}`,
    );
  },
  gates({ intervals }) {
    const last = atStop(intervals, lastStop(intervals));
    const width = mean(
      groups(last, ({ game }) => game),
      ([, profiles]) => widest(profiles)!,
    );
    return [atMost('the widest interval at the last stop, mean over games', width, 0.5)];
  },
  criterion:
    'the share of games whose intervals hold the true α-Rank of every profile at every stop is at least 1 − 2δ = 0.8, the whole interval; the intervals say something: at the last stop the widest is 0.5 or less in the mean',
  asks: isAtLeast(0.8),
  pilot: true,
});

export const shrinkClaim = claim({
  id: 'intervals-shrink',
  statement: 'On random 3 × 3 games ranking intervals have shrunk to a point after 8,000 games.',
  origin: 'body',
  source: { grade: 'memory', place: 'figure on ranking intervals' },
  reported: 'intervals contract to the ranking',
  figure: 'intervals',
  tables: ['intervals'],
  measure: ({ intervals }) =>
    overSeeds(
      groups(intervals, ({ game }) => game).map(([, rows]) => widest(atStop(rows, 8000))),
      'widest interval of a game',
      widths(intervals),
    ),
  criterion:
    'the widest interval of a game after 8,000 interactions lies below 0.05 in the mean over games; that it never widens is so by construction and not asked',
  asks: liesBelow(0.05),
  attainable: () => shares,
  pilot: true,
  chance: { table: 'intervals', column: 'interactions', within: ['game'] },
});

const bothErrors = { grade: 'memory', place: 'figure on payoff error and ranking error' } as const;

/** Share of pairs below which a ranking is called right, here and where it is called wrong. */
const right = 0.02;

const sampled = (rows: readonly ErrorRow[], n: number) => rows.filter((row) => row.n === n);

/** Mean errors over the whole course. */
function course(rows: readonly ErrorRow[], measure: 'kendall' | 'mean_error' | 'frobenius'): string {
  return flatRollup(
    rows,
    (own) => mean(own, (row) => row[measure])!,
    ({ n }) => n,
  )
    .sort(([a], [b]) => a - b)
    .map(([, value]) => short(value))
    .join(' → ');
}

export const payoffsFirstClaim = claim({
  id: 'payoffs-before-ranking',
  statement:
    'On soccer, after 100 samples a profile, the table of payoffs looks right while the ranking drawn from it is not.',
  origin: 'body',
  source: bothErrors,
  reported: 'payoff error is no substitute for ranking error',
  figure: 'errors',
  tables: ['ranking_errors'],
  measure: ({ ranking_errors }) =>
    overSeeds(
      sampled(ranking_errors, 100).map(({ kendall }) => kendall),
      'share of pairs ranked the wrong way round',
      `wrong pairs over all numbers of samples: ${course(ranking_errors, 'kendall')}; mean error of a payoff: ${course(ranking_errors, 'mean_error')}`,
    ),
  gates: ({ ranking_errors }) => [
    atMost(
      'the mean error of a payoff after 100 samples',
      mean(sampled(ranking_errors, 100), ({ mean_error }) => mean_error),
      0.05,
    ),
  ],
  criterion:
    'at 100 samples a profile, where payoffs are off by 0.05 or less in the mean, more than 2 % of pairs of agents are ranked the wrong way round, the whole interval over runs',
  asks: liesAbove(right),
  attainable: () => shares,
  pilot: true,
});

export const rankingClaim = claim({
  id: 'ranking-error-decays',
  statement: 'On soccer the ranking is right in the end: after 10,000 samples a profile.',
  origin: 'body',
  source: bothErrors,
  reported: 'ranking error falls with samples',
  figure: 'errors',
  tables: ['ranking_errors'],
  measure: ({ ranking_errors }) =>
    overSeeds(
      sampled(ranking_errors, 10_000).map(({ kendall }) => kendall),
      'share of pairs ranked the wrong way round',
      `wrong pairs over all numbers of samples: ${course(ranking_errors, 'kendall')}; Frobenius error of the payoffs: ${course(ranking_errors, 'frobenius')}`,
    ),
  criterion:
    'at 10,000 samples a profile, less than 2 % of pairs of agents are ranked the wrong way round, the whole interval over runs',
  asks: liesBelow(right),
  attainable: () => shares,
  pilot: true,
  chance: { table: 'ranking_errors', column: 'n', within: ['seed'] },
});

export const manyPlayersClaim = claim({
  id: 'many-players',
  statement: 'The guarantees and the algorithm hold in general-sum games of many players.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 6' },
  reported: 'general-sum many-player games with noisy outcomes',
  untested:
    'every game here has two players whose payoffs sum to one; random games of three players with payoffs of their own would decide it',
});

export const kuhnClaim = claim({
  id: 'kuhn-poker',
  statement: 'The algorithm ranks strategies of Kuhn poker.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 9' },
  reported: 'one of the domains of the evaluation',
  untested:
    'it takes three-player Kuhn poker with strategies from extensive-form fictitious play, which is not here',
});
