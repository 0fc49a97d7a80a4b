import type { ClaimRow } from '../../src/components/claim-row.js';

/** A row of `claims.parquet` with some values, and plain ones where a test does not care. */
export const claimRow = (values: Partial<ClaimRow>): ClaimRow => ({
  paper: 'cs-ib',
  id: 'a',
  statement: 'A holds.',
  kind: 'exact',
  figure: null,
  profile: 'quick',
  reported: 'A',
  reported_where: 'abstract',
  recalled: false,
  measured: 0,
  low: 0,
  high: 0,
  unit: null,
  seeds: 1,
  criterion: 'no violation',
  verdict: 'reproduced',
  detail: null,
  decisive: true,
  stale: null,
  ...values,
});
