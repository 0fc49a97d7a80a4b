import { mean } from 'd3-array';
import { between, type ValueRange } from '../../src/lib/claims/attainable.js';
import { type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { decimals, percent } from '../../src/lib/text/number.js';
import { type Arm, type StudyId, studyIds, type tables } from '../../src/papers/condition-number/tables.js';

type MatchedRow = RowsOf<typeof tables>['matched'][number];

/** The studies that a run holds: the quick one has the first alone. */
export function studiesOf(rows: readonly { readonly study: StudyId }[]): StudyId[] {
  return studyIds.filter((id) => rows.some(({ study }) => study === id));
}

/** Two arms of a study that are compared where both have learnt equally much. */
export interface Comparison {
  readonly study: StudyId;
  /** The arm that should forget less, and the one that should forget more. */
  readonly less: Arm;
  readonly more: Arm;
  /** The share of what the second one forgets that the first one should stay below; 1 where omitted. */
  readonly share?: number;
}

/**
 * By how many nats the first arm stays below (a share of) what the second one forgets, in pairs that start from the same
 * weights. A seed in which one of them never came to the target has no value, so that nothing is measured.
 */
export function sparedForgetting(
  matched: readonly MatchedRow[],
  { study, less, more, share = 1 }: Comparison,
): IntervalMeasurement {
  const own = matched.filter((row) => row.study === study);
  const seeds = [...new Set(own.map(({ seed }) => seed))];
  const forgets = (arm: Arm) =>
    seeds.map((seed) => own.find((row) => row.seed === seed && row.arm === arm)?.forget ?? null);
  const [lesser, greater] = [forgets(less), forgets(more)];
  const spared = lesser.map((forget, i) => {
    const other = greater[i];
    return forget === null || other === null ? null : share * other - forget;
  });
  const below = spared.filter((value) => value !== null && value > 0).length;
  const told = (forgotten: readonly (number | null)[]) => decimals(mean(forgotten) ?? NaN, 3);
  const of = share === 1 ? '' : `${percent(share)} of `;
  return overSeeds(
    spared,
    `nats below ${of}the other’s forgetting`,
    `${less} forgets ${told(lesser)} nats on average, ${more} ${told(greater)}; below ${of}the other in ${below} of ${seeds.length} networks`,
  );
}

/** What could stay below (a share of) what an arm forgets in a study: all of it, where nothing is forgotten. */
export function sparable(
  matched: readonly MatchedRow[],
  { study, more, share = 1 }: Omit<Comparison, 'less'>,
): ValueRange {
  const forgets = matched.filter((row) => row.study === study && row.arm === more);
  return between(-Infinity, share * (mean(forgets, ({ forget }) => forget) ?? NaN));
}
