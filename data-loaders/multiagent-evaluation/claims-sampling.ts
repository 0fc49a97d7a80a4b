import { flatGroup, group, max, mean, median, min, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals, isLessThan } from '../../src/lib/experiment/predicate.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { significant } from '../../src/lib/text/number.js';
import {
  type ConfidenceKind,
  confidenceKinds,
} from '../../src/papers/multiagent-evaluation/games/confidence.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

type SampleRow = RowsOf<typeof tables>['samples'][number];

const claim = claimsOn(tables);

const short = (value: number) => significant(value, 2);
const course = (values: readonly number[]) => values.map(short).join(' → ');

/** The uniform-exhaustive scheme on the symmetric 2 × 2 games: means by kind of interval and δ, δ ascending. */
function symmetricMeans(samples: readonly SampleRow[]) {
  const runs = samples.filter(({ game, scheme }) => game === 'symmetric' && scheme === 'UE');
  return flatGroup(
    runs,
    ({ conf }) => conf,
    ({ delta }) => delta,
  )
    .map(([conf, delta, own]) => ({
      conf,
      delta,
      interactions: mean(own, ({ interactions }) => interactions)!,
      errors: mean(own, ({ edge_errors }) => edge_errors)!,
      games: own.length,
    }))
    .sort((a, b) => a.delta - b.delta);
}

export const staticBoundClaim = claim({
  id: 'static-bound',
  statement:
    'Sampled as often as the static bound asks for, the response graph is exactly right with probability at least 1 − δ.',
  kind: 'exact',
  reported: { value: 'probability ≥ 1 − δ', where: 'theorem for infinite α', recalled: true },
  figure: 'static-sampling',
  tables: ['static_sampling'],
  measure({ static_sampling }) {
    const games = group(static_sampling, ({ divisor }) => divisor);
    const failed = (divisor: number) => games.get(divisor)!.filter((row) => row.edge_errors > 0).length;
    const rate = (divisor: number) => failed(divisor) / games.get(divisor)!.length;
    const played = games.get(1)!;
    const { delta } = played[0];
    const standardError = Math.sqrt((delta * (1 - delta)) / played.length);
    const between = sort(games.keys())
      .filter((divisor) => divisor > 1 && divisor < 50)
      .map((divisor) => `${failed(divisor)} at N/${divisor}`);
    return failures(
      [
        {
          holds: rate(1) <= delta + 3 * standardError,
          detail: `of ${played.length} games ${failed(1)} failed at N, ${between.join(', ')}`,
        },
        { holds: rate(50) > 0.25, detail: `${failed(50)} at N/50` },
      ],
      played.length,
    );
  },
  criterion:
    'with N samples the graph is wrong in at most δ + 3 standard errors of the random 3 × 3 games, δ = 0.1; with N/50 in more than a quarter',
  judge: equals(0),
});

export const adaptiveClaim = claim({
  id: 'adaptive-cheaper',
  statement:
    'ResponseGraphUCB needs fewer games than sampling all profiles evenly until the same confidence test is passed.',
  kind: 'qualitative',
  reported: { value: 'fewer', where: 'abstract' },
  figure: 'complexity',
  tables: ['samples', 'games'],
  measure({ samples, games }) {
    const kinds = (['UCB', 'CP-UCB'] as const).map((conf) => {
      const runs = samples.filter((row) => row.game === 'random' && row.conf === conf);
      const adaptive = runs.filter(({ scheme }) => scheme === 'UE');
      const even = runs.filter(({ scheme }) => scheme === 'even');
      const ratios = pairedBy(adaptive, even, ({ rep }) => rep).map(
        ([a, b]) => a.interactions / b.interactions,
      );
      const played = [adaptive, even].map((own) => short(median(own, ({ interactions }) => interactions)!));
      return {
        ratio: median(ratios)!,
        detail: `${conf}: ${short(median(ratios)!)} (from ${short(min(ratios)!)} to ${short(max(ratios)!)}), median ${played.join(' interactions against ')}`,
      };
    });
    const bounds = games.filter(({ game }) => game === 'random').map(({ static_total }) => static_total);
    return exactly(
      max(kinds, ({ ratio }) => ratio)!,
      'median of interactions ÷ those of even sampling, the larger of both kinds',
      `${kinds.map(({ detail }) => detail).join('; ')}; the static bound asks for ${short(median(bounds)!)}`,
      bounds.length,
    );
  },
  criterion:
    'on random 4 × 4 games at δ = 0.1 the median ratio of interactions, uniform-exhaustive to even, is less than 0.8 for both Hoeffding and Clopper–Pearson intervals',
  judge: isLessThan(0.8),
});

export const tradeoffClaim = claim({
  id: 'delta-tradeoff',
  statement: 'A larger δ takes fewer interactions, at the price of more wrong edges.',
  kind: 'qualitative',
  reported: { value: 'interactions fall, errors rise', where: 'sample-complexity figure', recalled: true },
  figure: 'complexity',
  tables: ['samples'],
  measure({ samples }) {
    const means = symmetricMeans(samples);
    return failures(
      confidenceKinds.map((conf) => {
        const rows = means.filter((row) => row.conf === conf);
        const interactions = rows.map((row) => row.interactions);
        const [first, last] = [rows[0].errors, rows.at(-1)!.errors];
        const falls = interactions.every((count, i) => i === 0 || count <= interactions[i - 1]);
        return {
          holds: falls && last >= first,
          detail: `${conf}: interactions ${course(interactions)}, wrong edges of 4 ${course([first, last])}`,
        };
      }),
      means[0].games,
    );
  },
  criterion:
    'on random symmetric 2 × 2 games, for each kind of interval, mean interactions never rise from one δ to the next, and there are no fewer wrong edges at δ = 0.5 than at 0.01',
  judge: equals(0),
});

export const tighterClaim = claim({
  id: 'cp-tighter',
  statement:
    'Clopper–Pearson intervals take fewer interactions than Hoeffding’s; relaxed intervals take fewer than strict ones, and make more errors.',
  kind: 'qualitative',
  reported: { value: 'CP < UCB, relaxed < strict', where: 'sample-complexity figure', recalled: true },
  figure: 'complexity',
  tables: ['samples'],
  measure({ samples }) {
    const means = symmetricMeans(samples);
    const kind = (name: ConfidenceKind) => means.filter(({ conf }) => conf === name);
    const at = (name: ConfidenceKind, delta: number) => kind(name).find((row) => row.delta === delta)!;
    const cheaper = (fewer: ConfidenceKind, more: ConfidenceKind) => ({
      holds: kind(more).every((row) => at(fewer, row.delta).interactions < row.interactions),
      detail: `${fewer} against ${more} at δ = 0.1: ${short(at(fewer, 0.1).interactions)} against ${short(at(more, 0.1).interactions)}`,
    });
    const relaxed = at('R-CP-UCB', 0.5).errors;
    const strict = at('CP-UCB', 0.5).errors;
    return failures(
      [
        cheaper('CP-UCB', 'UCB'),
        cheaper('R-UCB', 'UCB'),
        cheaper('R-CP-UCB', 'CP-UCB'),
        {
          holds: relaxed > strict,
          detail: `wrong edges at δ = 0.5, relaxed against strict: ${short(relaxed)} against ${short(strict)}`,
        },
      ],
      means[0].games,
    );
  },
  criterion:
    'on random symmetric 2 × 2 games the mean interactions are fewer at every δ, and relaxed Clopper–Pearson leaves more wrong edges at δ = 0.5 than strict',
  judge: equals(0),
});
