import { extent, flatRollup, groups, max, mean } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { failures } from '../../src/lib/experiment/measurement.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { count, percent, significant } from '../../src/lib/text/number.js';
import { eloProbability } from '../../src/papers/multiagent-evaluation/games/elo.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

const claim = claimsOn(tables);

const short = (value: number) => significant(value, 2);

export const eloClaim = claim({
  id: 'elo-intransitive',
  statement:
    'Elo cannot represent rock, paper and scissors, where each move surely beats one and loses to another; α-Rank ranks them equal.',
  kind: 'exact',
  reported: { value: 'Elo cannot, α-Rank can', where: 'abstract' },
  figure: 'alpha-sweep',
  tables: ['ratings'],
  measure({ ratings }) {
    const rows = ratings.filter(({ game }) => game === 'rock-paper-scissors');
    const [lowest, highest] = extent(rows, ({ elo }) => elo) as [number, number];
    const predicted = eloProbability(rows[0].elo, rows[1].elo);
    const distance = max(rows, ({ pi }) => Math.abs(pi - 1 / 3))!;
    return failures([
      {
        holds: highest - lowest <= 1e-6,
        detail: `the Elo ratings lie within ${short(highest - lowest)} points, so a sure win is predicted with probability ${short(predicted)}`,
      },
      { holds: distance <= 1e-9, detail: `α-Rank is at most ${short(distance)} from ⅓` },
    ]);
  },
  criterion: 'all Elo ratings are equal to 10⁻⁶ and every α-Rank is ⅓ to 10⁻⁹',
  judge: equals(0),
});

export const intervalClaim = claim({
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
    const stops = groups(
      intervals,
      ({ interactions }) => interactions,
      ({ game }) => game,
    ).map(([stop, games]) => ({ stop, games: games.map(([, profiles]) => profiles) }));
    const sets = stops.flatMap(({ games }) => games);
    const covering = sets.filter((profiles) =>
      profiles.every(({ lo, hi, pi }) => lo - 1e-9 <= pi && pi <= hi + 1e-9),
    );
    const widths = new Map(
      stops.map(({ stop, games }) => [
        stop,
        mean(games, (profiles) => max(profiles, ({ lo, hi }) => hi - lo))!,
      ]),
    );
    const last = widths.get(8000)!;
    const covered = covering.length / sets.length;
    return failures(
      [
        {
          holds: covered >= 1 - 2 * intervals[0].delta,
          detail: `${percent(covered)} of ${sets.length} sets of intervals hold the ranking`,
        },
        {
          holds: last < 0.05 && last < widths.get(1000)!,
          detail: `widest interval, mean over games: ${Array.from(widths.values(), short).join(' → ')} after ${Array.from(widths.keys(), count).join(' → ')} interactions`,
        },
      ],
      stops[0].games.length,
    );
  },
  criterion:
    'of the games and stops, at least 1 − 2δ have intervals that hold the true α-Rank of every profile, δ = 0.1; the mean of the widest is below 0.05 after 8000 interactions, and below that after 1000',
  judge: equals(0),
});

/** On soccer, sampled evenly. */
export const rankingClaim = claim({
  id: 'ranking-error-decays',
  statement: 'A table of payoffs can look right long before the ranking drawn from it is.',
  kind: 'qualitative',
  reported: {
    value: 'payoff error is no substitute for ranking error',
    where: 'figure on both errors',
    recalled: true,
  },
  figure: 'errors',
  tables: ['ranking_errors'],
  measure({ ranking_errors }) {
    const means = flatRollup(
      ranking_errors,
      (runs) => ({
        kendall: mean(runs, ({ kendall }) => kendall)!,
        frobenius: mean(runs, ({ frobenius }) => frobenius)!,
        payoff: mean(runs, ({ mean_error }) => mean_error)!,
        seeds: runs.length,
      }),
      ({ n }) => n,
    ).sort(([a], [b]) => a - b);
    const byN = new Map(means);
    const early = byN.get(100)!;
    const late = byN.get(10_000)!;
    const course = (measure: 'kendall' | 'frobenius') =>
      means.map(([, errors]) => short(errors[measure])).join(' → ');
    return failures(
      [
        {
          holds: early.kendall > 0 && early.payoff < 0.05,
          detail: `at 100 samples a payoff is ${short(early.payoff)} off, and ${short(100 * early.kendall)} % of pairs are ranked the wrong way round`,
        },
        {
          holds: late.kendall < 0.02,
          detail: `wrong pairs over all numbers of samples: ${course('kendall')}; Frobenius error: ${course('frobenius')}`,
        },
      ],
      early.seeds,
    );
  },
  criterion:
    'on soccer, at 100 samples a profile, the mean payoff error is below 0.05 and the Kendall error above 0; at 10,000 the Kendall error is below 0.02',
  judge: equals(0),
});
