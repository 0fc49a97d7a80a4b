import { flatGroup } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { type MatchedArm, matchedArms, type TargetRule } from '../../papers/condition-number/matched-arms.js';
import type { Arm, StudyId, tables } from '../../papers/condition-number/tables.js';

export type CurveRow = RowsOf<typeof tables>['curves'][number];

/** An arm of one seed where it first comes to the target. */
export interface MatchedNetwork extends MatchedArm<Arm> {
  readonly seed: number;
  /** Numbers that are tuned. */
  readonly trainable: number;
}

export interface MatchedSettings extends TargetRule {
  readonly study: StudyId;
}

/** Every arm of every seed of a study, compared at the same loss on the new source. */
export function matchedNetworks(
  rows: readonly CurveRow[],
  { study, ...rule }: MatchedSettings,
): MatchedNetwork[] {
  return flatGroup(
    rows.filter((row) => row.study === study),
    ({ seed }) => seed,
  ).flatMap(([seed, points]) => {
    const sizes = new Map(points.map(({ arm, trainable }) => [arm, trainable]));
    return matchedArms(points, rule).map((row) => ({ ...row, seed, trainable: sizes.get(row.arm)! }));
  });
}
