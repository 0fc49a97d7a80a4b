import { flatGroup, max, mean, median, min, sort } from 'd3-array';
import { correlations, nonNegative, relativeTo, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtMost, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { pairedValues } from '../../src/lib/statistics/paired-values.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { significant } from '../../src/lib/text/number.js';
import {
  type ConfidenceKind,
  confidenceKinds,
} from '../../src/papers/multiagent-evaluation/games/confidence.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

type SampleRow = RowsOf<typeof tables>['samples'][number];

const claim = claimsOn(tables);

const short = (value: number) => significant(value, 2);
const byGame = ({ rep }: SampleRow) => rep;
const strictKinds = ['UCB', 'CP-UCB'] as const;

/** Edges of a 2 × 2 game. */
const edges = 4;

const complexityFigure = { grade: 'memory', place: 'sample-complexity figure' } as const;

/** The uniform-exhaustive scheme on the symmetric 2 × 2 games. */
const symmetric = (samples: readonly SampleRow[]) =>
  samples.filter(({ game, scheme }) => game === 'symmetric' && scheme === 'UE');

const deltasOf = (runs: readonly SampleRow[]) => sort(new Set(runs.map(({ delta }) => delta)));

export const adaptiveClaim = claim({
  id: 'adaptive-cheaper',
  statement:
    'On random games with clear gaps ResponseGraphUCB needs fewer games than sampling all profiles evenly until the same confidence test is passed, with each of its schemes.',
  origin: 'body',
  source: complexityFigure,
  reported: 'fewer',
  figure: 'complexity',
  tables: ['samples', 'games'],
  measure({ samples, games }) {
    const bounds = games.filter(({ game }) => game === 'random').map(({ static_total }) => static_total);
    const runs = samples.filter(({ game }) => game === 'random');
    const even = runs.filter(({ scheme }) => scheme === 'even');
    const adaptive = runs.filter(({ scheme }) => scheme !== 'even');
    return flatGroup(
      adaptive,
      ({ conf }) => conf,
      ({ scheme }) => scheme,
    ).map(([conf, scheme, own]) => {
      const rivals = even.filter((row) => row.conf === conf);
      const ratios = pairedValues(own, rivals, byGame, (a, b) => a.interactions / b.interactions);
      const known = ratios.filter((ratio) => ratio !== null);
      const played = [own, rivals].map((some) => short(median(some, ({ interactions }) => interactions)!));
      return {
        label: `${conf}, ${scheme}`,
        measurement: overSeeds(
          ratios,
          'interactions ÷ those of even sampling',
          `from ${short(min(known)!)} to ${short(max(known)!)} over games; median ${played.join(' interactions against ')}, and the static bound asks for ${short(median(bounds)!)}`,
        ),
      };
    });
  },
  criterion:
    'on random 4 × 4 games at δ = 0.1, for Hoeffding’s and Clopper and Pearson’s intervals and every scheme, interactions ÷ those of even sampling of the same game lie below 0.8 in the mean over games',
  asks: liesBelow(0.8),
  attainable: () => nonNegative,
  pilot: true,
  chance: { table: 'samples', column: 'scheme', within: ['game', 'conf', 'delta', 'rep'] },
});

export const fewerByDeltaClaim = claim({
  id: 'delta-fewer-interactions',
  statement: 'On random 2 × 2 games, a larger δ takes fewer interactions.',
  origin: 'body',
  source: complexityFigure,
  reported: 'interactions fall with δ',
  figure: 'complexity',
  tables: ['samples'],
  measure({ samples }) {
    const runs = symmetric(samples);
    const deltas = deltasOf(runs);
    return confidenceKinds.map((conf) => {
      const own = runs.filter((row) => row.conf === conf);
      const courses = flatGroup(own, byGame).map(([, rows]) =>
        rows.length === deltas.length ? course(rows) : null,
      );
      const medians = deltas.map((delta) =>
        short(median(own, (row) => (row.delta === delta ? row.interactions : NaN))!),
      );
      return {
        label: conf,
        measurement: overSeeds(
          courses,
          'rank correlation of interactions with δ',
          `median interactions ${medians.join(' → ')} at δ = ${deltas.join(' → ')}`,
        ),
      };
    });
  },
  criterion:
    'for each kind of interval, the rank correlation of δ with interactions over all δ of a game lies below 0 in the mean over games; nearer to 0 than −0.5 is too little',
  asks: liesBelow(0, { effect: -0.5 }),
  attainable: () => correlations,
  pilot: true,
  chance: { table: 'samples', column: 'delta', within: ['game', 'scheme', 'conf', 'rep'] },
});

/** A game on which δ makes no difference has no trend. */
function course(rows: readonly SampleRow[]): number {
  const found = spearman(
    rows.map(({ delta }) => delta),
    rows.map(({ interactions }) => interactions),
  );
  return Number.isNaN(found) ? 0 : found;
}

/** Difference between two runs of each game, in wrong edges as a share of all. */
function errorsAdded(
  more: readonly SampleRow[],
  fewer: readonly SampleRow[],
  named: readonly [more: string, fewer: string],
) {
  const wrong = (rows: readonly SampleRow[]) => rows.filter((row) => row.edge_errors > 0).length;
  return overSeeds(
    pairedValues(more, fewer, byGame, (a, b) => (a.edge_errors - b.edge_errors) / edges),
    'difference in wrong edges, of all',
    `${wrong(more)} of ${more.length} graphs have a wrong edge ${named[0]}, ${wrong(fewer)} ${named[1]}`,
  );
}

/** By how much wrong edges could be more than with a kind of interval, as a share of all. */
function addedTo(samples: readonly SampleRow[], conf: string, delta: number) {
  const fewer = symmetric(samples).filter((row) => row.conf === conf && row.delta === delta);
  return relativeTo(
    shares,
    mean(fewer, ({ edge_errors }) => edge_errors / edges),
  );
}

export const errorsByDeltaClaim = claim({
  id: 'delta-more-errors',
  statement: 'On random 2 × 2 games, a larger δ leaves more wrong edges, with every kind of interval.',
  origin: 'body',
  source: complexityFigure,
  reported: 'errors rise with δ',
  figure: 'complexity',
  tables: ['samples'],
  measure({ samples }) {
    const runs = symmetric(samples);
    const [least, greatest] = [0.01, 0.5];
    return confidenceKinds.map((conf) => {
      const at = (delta: number) => runs.filter((row) => row.conf === conf && row.delta === delta);
      return {
        label: conf,
        measurement: errorsAdded(at(greatest), at(least), [`at δ = ${greatest}`, `at ${least}`]),
      };
    });
  },
  criterion:
    'for each kind of interval, the share of wrong edges at δ = 0.5 less that at 0.01 on the same game lies above 0 in the mean over games; less than 0.02 is too little',
  asks: liesAbove(0, { effect: 0.02 }),
  attainable: ({ samples }, { label }) => addedTo(samples, label, 0.01),
  pilot: true,
  chance: { table: 'samples', column: 'delta', within: ['game', 'scheme', 'conf', 'rep'] },
});

/** Interactions with one kind of interval ÷ those with another, a condition for each δ. */
function cheaper(samples: readonly SampleRow[], fewer: ConfidenceKind, more: ConfidenceKind) {
  const runs = symmetric(samples);
  return deltasOf(runs).map((delta) => {
    const [a, b] = [fewer, more].map((conf) =>
      runs.filter((row) => row.conf === conf && row.delta === delta),
    );
    const medians = [a, b].map((rows) => short(median(rows, ({ interactions }) => interactions)!));
    return {
      label: `${fewer} ÷ ${more}, δ = ${delta}`,
      measurement: overSeeds(
        pairedValues(a, b, byGame, (left, right) => left.interactions / right.interactions),
        'quotient of interactions',
        `median interactions ${medians.join(' against ')}`,
      ),
    };
  });
}

export const tighterClaim = claim({
  id: 'cp-tighter',
  statement:
    'On random 2 × 2 games Clopper–Pearson intervals take fewer interactions than Hoeffding’s, whatever δ is.',
  origin: 'body',
  source: complexityFigure,
  reported: 'fewer with Clopper–Pearson',
  figure: 'complexity',
  tables: ['samples'],
  measure: ({ samples }) => cheaper(samples, 'CP-UCB', 'UCB'),
  criterion:
    'at every δ, interactions with Clopper–Pearson intervals ÷ those with Hoeffding’s on the same game lie below 1 in the mean over games; more than 0.9 is too little',
  asks: liesBelow(1, { effect: 0.9 }),
  attainable: () => nonNegative,
  pilot: true,
  chance: { table: 'samples', column: 'conf', within: ['game', 'scheme', 'delta', 'rep'] },
});

export const relaxedClaim = claim({
  id: 'relaxed-cheaper',
  statement:
    'On random 2 × 2 games relaxed intervals take fewer interactions than strict ones, whatever δ is.',
  origin: 'body',
  source: complexityFigure,
  reported: 'fewer with relaxed intervals',
  figure: 'complexity',
  tables: ['samples'],
  measure: ({ samples }) => strictKinds.flatMap((conf) => cheaper(samples, `R-${conf}`, conf)),
  criterion:
    'at every δ and for both kinds, interactions with relaxed intervals ÷ those with strict ones on the same game lie below 1 in the mean over games; more than 0.9 is too little',
  asks: liesBelow(1, { effect: 0.9 }),
  attainable: () => nonNegative,
  pilot: true,
  chance: { table: 'samples', column: 'conf', within: ['game', 'scheme', 'delta', 'rep'] },
});

export const relaxedErrorsClaim = claim({
  id: 'relaxed-more-errors',
  statement:
    'On random 2 × 2 games with a large δ, relaxed intervals leave more wrong edges than strict ones.',
  origin: 'body',
  source: complexityFigure,
  reported: 'more errors with relaxed intervals',
  figure: 'complexity',
  tables: ['samples'],
  measure({ samples }) {
    const runs = symmetric(samples).filter(({ delta }) => delta === 0.5);
    return strictKinds.map((conf) => {
      const of = (kind: ConfidenceKind) => runs.filter((row) => row.conf === kind);
      return {
        label: conf,
        measurement: errorsAdded(of(`R-${conf}`), of(conf), ['with relaxed intervals', 'with strict ones']),
      };
    });
  },
  criterion:
    'for both kinds, the share of wrong edges at δ = 0.5 with relaxed intervals less that with strict ones on the same game lies above 0 in the mean over games; less than 0.02 is too little',
  asks: liesAbove(0, { effect: 0.02 }),
  attainable: ({ samples }, { label }) => addedTo(samples, label, 0.5),
  pilot: true,
  chance: { table: 'samples', column: 'conf', within: ['game', 'scheme', 'delta', 'rep'] },
});

export const soccerClaim = claim({
  id: 'soccer-decides',
  statement:
    'With strict intervals and δ = 0.1, ResponseGraphUCB decides the comparisons of the ten soccer agents before it reaches its cap, with each of its schemes.',
  origin: 'code',
  source: {
    grade: 'code',
    place: 'OpenSpiel, response_graph_ucb: at most 100,000 interactions, five repetitions',
  },
  reported: 'runs on soccer are cut off after 100,000 interactions',
  figure: 'complexity',
  tables: ['samples', 'games'],
  measure({ samples, games }) {
    const all = games.find(({ game }) => game === 'soccer')!.edges;
    const runs = samples.filter(
      ({ game, conf, delta }) => game === 'soccer' && !conf.startsWith('R-') && delta === 0.1,
    );
    return flatGroup(
      runs,
      ({ conf }) => conf,
      ({ scheme }) => scheme,
    ).map(([conf, scheme, own]) => ({
      label: `${conf}, ${scheme}`,
      measurement: overSeeds(
        own.map(({ unresolved }) => unresolved / all),
        'share of edges undecided in the end',
        `of ${all} edges ${own.map(({ unresolved }) => unresolved).join(', ')} are undecided after ${short(max(own, ({ interactions }) => interactions)!)} interactions`,
      ),
    }));
  },
  criterion:
    'for each strict kind of interval and each scheme, at most one edge in a hundred is undecided in the end, the whole interval over runs',
  asks: isAtMost(0.01),
  attainable: () => shares,
  pilot: true,
});
