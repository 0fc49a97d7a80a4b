import {
  flag,
  float64,
  int32,
  oneOf,
  orNull,
  type RowOf,
  type Schema,
  type TableSchema,
  text,
} from '../experiment/column.js';
import type { Profile } from '../experiment/experiment.js';
import { scaleLevels } from '../experiment/scale.js';
import { origins, sourceGrades } from './claim.js';
import type { Gate } from './gate.js';
import { type IntervalKind, intervalKinds } from './measurement.js';
import type { Side } from './predicate.js';
import { type Verdict, verdicts } from './verdict.js';

const profiles: readonly (Profile | 'none')[] = ['quick', 'full', 'none'];
const uncertainties: readonly ('exact' | IntervalKind)[] = ['exact', ...intervalKinds];

/** The columns of `claims.parquet`: one row a claim and profile at which it was judged. */
export const claimColumns = {
  paper: text('slug of the paper'),
  id: text('the claim, unique within the paper'),
  statement: text('the claim in plain words'),
  origin: oneOf('whose claim it is: abstract, body, companion, code (an audit) or ours', origins),
  source: oneOf('how we know that it is claimed: text, code, second-hand or memory', sourceGrades),
  place: text('where it is claimed'),
  reported: text('what the paper says'),
  reported_value: orNull(float64('the number of the paper, on the scale of ours')),
  figure: orNull(text('anchor of the figure that shows it')),
  profile: oneOf('size of the run: quick, full (the largest here), or none', profiles),
  scale: orNull(
    oneOf('how near to the paper the experiment is: exact, paper, reduced or stand-in', scaleLevels),
  ),
  extent: orNull(text('data, model, training and repetitions beside the paper’s own, a line each')),
  measured: orNull(float64('our value; of several conditions, that of the one the verdict hangs on')),
  low: orNull(float64('lower end of our interval of 95 %')),
  high: orNull(float64('upper end of our interval of 95 %')),
  unit: orNull(text('unit of our value')),
  uncertainty: orNull(oneOf('exact, or of which kind the interval is', uncertainties)),
  repetitions: int32('independent repetitions behind the interval; 0 where there is none'),
  conditions: orNull(text('all conditions with their intervals and bounds, as JSON')),
  gates: orNull(text('what the measurement presupposes and whether it holds, as JSON')),
  criterion: orNull(text('what is asked of the measurement')),
  pilot: orNull(flag('true where an earlier run had been seen when the criterion was set')),
  infeasible: orNull(text('why a bound of it cannot be met, or cannot be missed')),
  locked: orNull(text('day on which the criterion was fixed, ISO 8601; none where it is not locked')),
  amendments: orNull(
    text('changes of the paper’s locked criteria, with the verdicts before and after, as JSON'),
  ),
  verdict: oneOf('reproduced, not reproduced, inconclusive or not tested', verdicts),
  because: orNull(text('why it is inconclusive, or not tested')),
  needed: orNull(int32('about how many repetitions would decide an inconclusive one')),
  detail: orNull(text('the numbers behind the verdict')),
  decisive: flag('true for the run that decides the claim'),
  stale: orNull(text('why the run behind it is of older code, where it is')),
} satisfies Schema;

/** What `claims.parquet` holds. */
export const claimSchema = {
  description: 'One row a claim and profile at which it was judged',
  columns: claimColumns,
} satisfies TableSchema;

/** A row of `claims.parquet`: one claim as judged at one profile. */
export type ClaimRow = RowOf<typeof claimColumns>;

/** One condition in the column `conditions`. */
export interface ConditionCell {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly detail: string;
  readonly repetitions: number;
  readonly side: Side;
  readonly bound: number;
  readonly effect: number;
  readonly verdict: Verdict;
}

/** The conditions of a row; one without any has none. */
export function conditionsOf({ conditions }: Pick<ClaimRow, 'conditions'>): readonly ConditionCell[] {
  return conditions === null ? [] : (JSON.parse(conditions) as ConditionCell[]);
}

/** The gates of a row; one without any has none. */
export function gatesOf({ gates }: Pick<ClaimRow, 'gates'>): readonly Gate[] {
  return gates === null ? [] : (JSON.parse(gates) as Gate[]);
}

/** A criterion that was changed, added or taken away after it had been fixed. */
export interface Amendment {
  /** ISO 8601. */
  readonly date: string;
  readonly claim: string;
  readonly what: 'changed' | 'added' | 'removed';
  readonly why: string;
  /** The deciding verdict that was recorded, and the one on the same tables by the criterion as it is now. */
  readonly before: Verdict | null;
  readonly after: Verdict | null;
}

/** The amendments of a row; one without any has none. */
export function amendmentsOf({ amendments }: Pick<ClaimRow, 'amendments'>): readonly Amendment[] {
  return amendments === null ? [] : (JSON.parse(amendments) as Amendment[]);
}
