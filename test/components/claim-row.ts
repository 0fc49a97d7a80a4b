import type { ClaimRow } from '../../src/components/claim-row.js';
import type { ConditionCell } from '../../src/lib/claims/claim-columns.js';

/** A row of `claims.parquet` with some values, and plain ones where a test does not care. */
export const claimRow = (values: Partial<ClaimRow>): ClaimRow => ({
  paper: 'cs-ib',
  id: 'a',
  statement: 'A holds.',
  origin: 'abstract',
  source: 'text',
  place: 'abstract, sentence 1',
  reported: 'A',
  reported_value: null,
  figure: null,
  profile: 'quick',
  scale: 'reduced',
  extent: 'data: some',
  measured: 0,
  low: 0,
  high: 0,
  unit: null,
  uncertainty: 'exact',
  repetitions: 0,
  conditions: null,
  gates: null,
  criterion: 'no violation',
  pilot: false,
  infeasible: null,
  locked: null,
  amendments: null,
  verdict: 'reproduced',
  because: null,
  needed: null,
  detail: null,
  decisive: true,
  stale: null,
  ...values,
});

/** A condition of a claim with some values, and plain ones where a test does not care. */
export const claimCondition = (values: Partial<ConditionCell>): ConditionCell => ({
  label: 'Bike',
  value: 1,
  low: 0.5,
  high: 1.5,
  unit: 'nats',
  detail: '',
  repetitions: 5,
  side: 'above',
  bound: 0,
  effect: 0,
  verdict: 'reproduced',
  ...values,
});
