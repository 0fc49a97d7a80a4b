import type { ClaimKind } from './claim.js';
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
} from './column.js';
import type { Profile } from './experiment.js';
import { verdicts } from './verdict.js';

const kinds: readonly ClaimKind[] = ['exact', 'quantitative', 'qualitative'];
const scales: readonly (Profile | 'none')[] = ['quick', 'full', 'none'];

/** The columns of `claims.parquet`: one row a claim and profile at which it was judged. */
export const claimColumns = {
  paper: text('slug of the paper'),
  id: text('the claim, unique within the paper'),
  statement: text('the claim in plain words'),
  kind: oneOf('exact, quantitative or qualitative', kinds),
  figure: orNull(text('anchor of the figure that shows it')),
  profile: oneOf('scale of the run: quick, full, or none', scales),
  reported: text('what the paper says'),
  reported_where: text('where the paper says it'),
  recalled: flag('true where the statement was not checked against the paper'),
  measured: orNull(float64('our value')),
  low: orNull(float64('lower end of our interval')),
  high: orNull(float64('upper end of our interval')),
  unit: orNull(text('unit of our value')),
  seeds: int32('independent repetitions behind the interval'),
  criterion: orNull(text('what is asked of the measurement')),
  verdict: oneOf('reproduced, not reproduced, inconclusive or not tested', verdicts),
  detail: orNull(text('the numbers behind the verdict, or why there are none')),
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
