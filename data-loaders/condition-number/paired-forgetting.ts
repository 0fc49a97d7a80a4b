import { mean } from 'd3-array';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import type { Condition } from '../../src/lib/experiment/measurement.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { decimals } from '../../src/lib/text/number.js';
import type { Arm, StudyId, tables } from '../../src/papers/condition-number/tables.js';

type MatchedRow = RowsOf<typeof tables>['matched'][number];

/** The share of the seeds in which an order must hold: four of five, eight of ten. */
export const neededShare = 0.8;

/** Two arms of a study at matched adaptation, seed by seed. */
export interface PairedForgetting {
  /** Whether the first one forgot less on the mean over the seeds in which both arms came to the target. */
  readonly lessOnMean: boolean;
  /** Whether it also did so in enough of all seeds: one that could not be compared counts against. */
  readonly holds: boolean;
  /** `low forgets 0.004 nats, rand 0.034 (less in 5 of 5 seeds)` */
  readonly detail: string;
}

/** @param less the arm that should forget less; @param more the arm that should forget more */
export function pairedForgetting(
  matched: readonly MatchedRow[],
  study: StudyId,
  less: Arm,
  more: Arm,
): PairedForgetting {
  const of = (arm: Arm) => matched.filter((row) => row.study === study && row.arm === arm);
  const pairs = pairedBy(of(less), of(more), ({ seed }) => seed).flatMap(([one, other]) =>
    one.forget === null || other.forget === null ? [] : [{ less: one.forget, more: other.forget }],
  );
  const meanLess = mean(pairs, (pair) => pair.less) ?? NaN;
  const meanMore = mean(pairs, (pair) => pair.more) ?? NaN;
  const wins = pairs.filter((pair) => pair.less < pair.more).length;
  const lessOnMean = meanLess < meanMore;
  return {
    lessOnMean,
    holds: lessOnMean && wins >= neededShare * seedsOf(matched, study),
    detail: `${less} forgets ${decimals(meanLess, 3)} nats, ${more} ${decimals(meanMore, 3)} (less in ${wins} of ${pairs.length} seeds)`,
  };
}

/** In how many seeds a study was run; 0 where it was not. */
export function seedsOf(matched: readonly MatchedRow[], study: StudyId): number {
  return new Set(matched.filter((row) => row.study === study).map(({ seed }) => seed)).size;
}

/** Whether the smallest condition numbers forget less than each of their rivals in a study. */
export function againstRivals(matched: readonly MatchedRow[], study: StudyId): Condition[] {
  return (['rand', 'all', 'lora2'] as const).map((rival) => pairedForgetting(matched, study, 'low', rival));
}
