import { escape, op, type ColumnTable } from 'arquero';
import type { Claim, Measurement } from '../../src/lib/experiment/claim.js';
import { equals, isLessThan } from '../../src/lib/experiment/predicate.js';
import { eloProbability } from '../../src/lib/games/elo.js';
import type { IntervalRow } from './interval-rows.js';
import { rankingClaim } from './claims-ranking.js';
import { mean, median, percent } from '../../src/lib/experiment/measuring.js';
import { conditions, short } from './measures.js';

interface SampleRow {
  readonly game: string;
  readonly scheme: string;
  readonly conf: string;
  readonly delta: number;
  readonly rep: number;
  readonly interactions: number;
  readonly edge_errors: number;
}

/** Mean interactions and wrong edges of the uniform-exhaustive scheme on the symmetric 2 × 2 games. */
function symmetricMeans(samples: ColumnTable) {
  const rows = samples
    .filter(escape((row: SampleRow) => row.game === 'symmetric' && row.scheme === 'UE'))
    .groupby('conf', 'delta')
    .rollup({ interactions: op.mean('interactions'), errors: op.mean('edge_errors'), games: op.count() })
    .orderby('delta')
    .objects() as { conf: string; delta: number; interactions: number; errors: number; games: number }[];
  const of = (conf: string) => rows.filter((row) => row.conf === conf);
  return { of, deltas: of('UCB').map(({ delta }) => delta), games: rows[0]?.games ?? 0 };
}

const list = (values: readonly number[]) => values.map(short).join(' → ');

/** Interactions of the uniform-exhaustive scheme over those of even sampling, game by game. */
function ratios(samples: ColumnTable, conf: string) {
  const rows = (samples.objects() as SampleRow[]).filter((row) => row.game === 'random' && row.conf === conf);
  const interactions = (scheme: string) =>
    rows.filter((row) => row.scheme === scheme).sort((a, b) => a.rep - b.rep).map((row) => row.interactions); // prettier-ignore
  const [adaptive, even] = [interactions('UE'), interactions('even')];
  return { adaptive, even, values: adaptive.map((count, i) => count / even[i]) };
}

function measureAdaptive({ samples, games }: Readonly<Record<string, ColumnTable>>): Measurement {
  const kinds = ['UCB', 'CP-UCB'].map((conf) => ({ conf, ...ratios(samples, conf) }));
  const worst = Math.max(...kinds.map(({ values }) => median(values)));
  const bound = (games.objects() as { game: string; static_total: number }[])
    .filter(({ game }) => game === 'random')
    .map(({ static_total }) => static_total);
  const detail = kinds.map(
    ({ conf, adaptive, even, values }) =>
      `${conf}: ${short(median(values))} (from ${short(Math.min(...values))} to ${short(Math.max(...values))}), median ${short(median(adaptive))} interactions against ${short(median(even))}`,
  );
  return {
    ...{ value: worst, low: worst, high: worst, seeds: bound.length },
    unit: 'median of interactions ÷ those of even sampling, the larger of both kinds',
    detail: `${detail.join('; ')}; the static bound asks for ${short(median(bound))}`,
  };
}

export const claims: readonly Claim[] = [
  {
    id: 'elo-intransitive',
    statement:
      'Elo cannot represent rock, paper and scissors, where each move surely beats one and loses to another; α-Rank ranks them equal.',
    kind: 'exact',
    reported: { value: 'Elo cannot, α-Rank can', where: 'abstract' },
    figure: 'alpha-sweep',
    tables: ['ratings'],
    measure({ ratings }) {
      const rows = (ratings.objects() as { game: string; elo: number; pi: number }[]).filter(
        ({ game }) => game === 'rock-paper-scissors',
      );
      const spread = Math.max(...rows.map(({ elo }) => elo)) - Math.min(...rows.map(({ elo }) => elo));
      const off = Math.max(...rows.map(({ pi }) => Math.abs(pi - 1 / 3)));
      return conditions(
        [
          [
            spread <= 1e-6,
            `the Elo ratings lie within ${short(spread)} points, so a sure win is predicted with probability ${short(eloProbability(rows[0].elo, rows[1].elo))}`,
          ],
          [off <= 1e-9, `α-Rank is at most ${short(off)} from ⅓`],
        ],
        1,
      );
    },
    criterion: 'all Elo ratings are equal to 10⁻⁶ and every α-Rank is ⅓ to 10⁻⁹',
    judge: equals(0),
  },
  {
    id: 'static-bound',
    statement:
      'Sampled as often as the static bound asks for, the response graph is exactly right with probability at least 1 − δ.',
    kind: 'exact',
    reported: { value: 'probability ≥ 1 − δ', where: 'theorem for infinite α', recalled: true },
    figure: 'static-sampling',
    tables: ['static_sampling'],
    measure({ static_sampling }) {
      const rates = static_sampling
        .derive({ failed: (row: { edge_errors: number }) => (row.edge_errors > 0 ? 1 : 0) })
        .groupby('divisor')
        .rollup({ failures: op.sum('failed'), games: op.count(), delta: op.max('delta') })
        .orderby('divisor')
        .objects() as { divisor: number; failures: number; games: number; delta: number }[];
      const rate = (divisor: number) => rates.find((row) => row.divisor === divisor)!;
      const { failures, games, delta } = rate(1);
      const share = failures / games;
      const few = rate(50);
      const error = Math.sqrt((delta * (1 - delta)) / games);
      const others = rates
        .filter(({ divisor }) => divisor > 1 && divisor < 50)
        .map((row) => `${row.failures} at N/${row.divisor}`);
      return conditions(
        [
          [share <= delta + 3 * error, `of ${games} games ${failures} failed at N, ${others.join(', ')}`],
          [few.failures / few.games > 0.25, `${few.failures} at N/50`],
        ],
        games,
      );
    },
    criterion:
      'with N samples the graph is wrong in at most δ + 3 standard errors of the random 3 × 3 games, δ = 0.1; with N/50 in more than a quarter',
    judge: equals(0),
  },
  {
    id: 'adaptive-cheaper',
    statement:
      'ResponseGraphUCB needs fewer games than sampling all profiles evenly until the same confidence test is passed.',
    kind: 'qualitative',
    reported: { value: 'fewer', where: 'abstract' },
    figure: 'complexity',
    tables: ['samples', 'games'],
    measure: measureAdaptive,
    criterion:
      'on random 4 × 4 games at δ = 0.1 the median ratio of interactions, uniform-exhaustive to even, is less than 0.8 for both Hoeffding and Clopper–Pearson intervals',
    judge: isLessThan(0.8),
  },
  {
    id: 'delta-tradeoff',
    statement: 'A larger δ takes fewer interactions, at the price of more wrong edges.',
    kind: 'qualitative',
    reported: { value: 'interactions fall, errors rise', where: 'sample-complexity figure', recalled: true },
    figure: 'complexity',
    tables: ['samples'],
    measure({ samples }) {
      const { of, games } = symmetricMeans(samples);
      return conditions(
        ['UCB', 'CP-UCB', 'R-UCB', 'R-CP-UCB'].map((conf) => {
          const rows = of(conf);
          const [counts, errors] = [rows.map((row) => row.interactions), rows.map((row) => row.errors)];
          const falls = counts.every((count, i) => i === 0 || count <= counts[i - 1]);
          const holds = falls && errors.at(-1)! >= errors[0];
          return [
            holds,
            `${conf}: interactions ${list(counts)}, wrong edges of 4 ${short(errors[0])} → ${short(errors.at(-1)!)}`,
          ];
        }),
        games,
      );
    },
    criterion:
      'on random symmetric 2 × 2 games, for each kind of interval, mean interactions never rise from one δ to the next, and there are no fewer wrong edges at δ = 0.5 than at 0.01',
    judge: equals(0),
  },
  {
    id: 'cp-tighter',
    statement:
      'Clopper–Pearson intervals take fewer interactions than Hoeffding’s; relaxed intervals take fewer than strict ones, and make more errors.',
    kind: 'qualitative',
    reported: { value: 'CP < UCB, relaxed < strict', where: 'sample-complexity figure', recalled: true },
    figure: 'complexity',
    tables: ['samples'],
    measure({ samples }) {
      const { of, deltas, games } = symmetricMeans(samples);
      const at = (conf: string, delta: number) => of(conf).find((row) => row.delta === delta)!;
      const compared = [['CP-UCB', 'UCB'], ['R-UCB', 'UCB'], ['R-CP-UCB', 'CP-UCB']] as const; // prettier-ignore
      const errors = ['R-CP-UCB', 'CP-UCB'].map((conf) => at(conf, 0.5).errors);
      return conditions(
        [
          ...compared.map(([fewer, more]): readonly [boolean, string] => [
            deltas.every((delta) => at(fewer, delta).interactions < at(more, delta).interactions),
            `${fewer} against ${more} at δ = 0.1: ${short(at(fewer, 0.1).interactions)} against ${short(at(more, 0.1).interactions)}`,
          ]),
          [
            errors[0] > errors[1],
            `wrong edges at δ = 0.5, relaxed against strict: ${short(errors[0])} against ${short(errors[1])}`,
          ],
        ],
        games,
      );
    },
    criterion:
      'on random symmetric 2 × 2 games the mean interactions are fewer at every δ, and relaxed Clopper–Pearson leaves more wrong edges at δ = 0.5 than strict',
    judge: equals(0),
  },
  {
    id: 'interval-coverage',
    statement: 'Ranking intervals hold the true ranking, and shrink to a point as games are played.',
    kind: 'quantitative',
    reported: {
      value: 'intervals contract to the ranking',
      where: 'ranking-interval figure',
      recalled: true,
    },
    figure: 'intervals',
    tables: ['intervals'],
    measure({ intervals }) {
      const rows = intervals.objects() as IntervalRow[];
      const stops = [...new Set(rows.map(({ interactions }) => interactions))];
      const games = [...new Set(rows.map(({ game }) => game))];
      const sets = stops.map((stop) =>
        games.map((game) => rows.filter((row) => row.game === game && row.interactions === stop)),
      );
      const holds = (set: readonly IntervalRow[]) =>
        set.every(({ lo, hi, pi }) => lo - 1e-9 <= pi && pi <= hi + 1e-9);
      const covered = sets.flat().filter(holds).length / sets.flat().length;
      const widths = sets.map((of) => mean(of.map((set) => Math.max(...set.map(({ lo, hi }) => hi - lo)))));
      const width = (stop: number) => widths[stops.indexOf(stop)];
      const { delta } = rows[0];
      return conditions(
        [
          [
            covered >= 1 - 2 * delta,
            `${percent(covered)} of ${sets.flat().length} sets of intervals hold the ranking`,
          ],
          [
            width(8000) < 0.05 && width(8000) < width(1000),
            `widest interval, mean over games: ${list(widths)} after ${stops.join(', ')} interactions`,
          ],
        ],
        games.length,
      );
    },
    criterion:
      'of the games and stops, at least 1 − 2δ have intervals that hold the true α-Rank of every profile, δ = 0.1; the mean of the widest is below 0.05 after 8000 interactions, and below that after 1000',
    judge: equals(0),
  },
  rankingClaim,
];
