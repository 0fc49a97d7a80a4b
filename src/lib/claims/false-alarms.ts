import {
  int32,
  type RowOf,
  type Schema,
  type TableRows,
  type TableSchema,
  text,
} from '../experiment/column.js';
import { random } from '../statistics/random.js';
import type { SampledClaim } from './claim.js';
import { judge } from './judge.js';
import { relabelled } from './relabelling.js';

/** The columns of `false-alarms.parquet`: one row a claim of which data that say nothing can be made. */
export const falseAlarmColumns = {
  paper: text('slug of the paper'),
  id: text('the claim, unique within the paper'),
  profile: text('size of the run whose tables were relabelled: quick or full'),
  relabelled: text('the column whose values changed places'),
  within: text('the columns in which rows agree that change places among themselves'),
  draws: int32('relabellings'),
  reproduced: int32('of them, how many reproduced the claim'),
  refuted: int32('of them, how many said that it is not reproduced'),
} satisfies Schema;

/** What `false-alarms.parquet` holds. */
export const falseAlarmSchema = {
  description: 'One row a claim of which data that say nothing can be made',
  columns: falseAlarmColumns,
} satisfies TableSchema;

export type FalseAlarmRow = RowOf<typeof falseAlarmColumns>;

/**
 * How often a claim is reproduced, and how often not, on data that say nothing about it: its tables with a column
 * relabelled at random (see {@link relabelled}), judged by the claim's own criterion. What the claim presupposes is not
 * asked of such data.
 *
 * @param draws how many relabellings; the same ones in every run
 */
export function falseAlarms<R extends TableRows>(
  claim: SampledClaim<R> & Required<Pick<SampledClaim<R>, 'chance'>>,
  rows: R,
  draws: number,
): Pick<FalseAlarmRow, 'draws' | 'reproduced' | 'refuted'> {
  const counts = { draws, reproduced: 0, refuted: 0 };
  const ungated = { ...claim, gates: undefined };
  for (let draw = 0; draw < draws; draw++) {
    const { verdict } = judge(ungated, relabelled(rows, claim.chance, random(draw, 'relabelling', claim.id)));
    if (verdict === 'reproduced') counts.reproduced += 1;
    if (verdict === 'not reproduced') counts.refuted += 1;
  }
  return counts;
}
