import { ownClaims } from '../lib/claims/claim.js';
import type { ClaimRow } from '../lib/claims/claim-columns.js';
import type { Verdict } from '../lib/claims/verdict.js';
import { significant } from '../lib/text/number.js';

export type { ClaimRow };

/** A claim with all its runs, the one that decides it first. */
export interface ClaimRuns {
  readonly decisive: ClaimRow;
  readonly others: readonly ClaimRow[];
}

/** Gathers the rows of each claim, in the order in which the claims first appear. */
export function groupClaims(rows: readonly ClaimRow[]): ClaimRuns[] {
  const groups = new Map<string, ClaimRow[]>();
  for (const row of rows) {
    const key = `${row.paper}/${row.id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return Array.from(groups.values(), (runs) => {
    const decisive = runs.find((row) => row.decisive) ?? runs[0];
    return { decisive, others: runs.filter((row) => row !== decisive) };
  });
}

/** The verdicts on the papers' own claims: what is beyond a paper counts neither for it nor against it. */
export function ownVerdicts(claims: readonly ClaimRuns[]): Verdict[] {
  return ownClaims(claims.map(({ decisive }) => decisive)).map(({ verdict }) => verdict);
}

/** Value and interval: `−0.26 [−0.31, −0.22]`; the value alone where it has no spread. */
export function formatMeasurement({
  measured,
  low,
  high,
}: Pick<ClaimRow, 'measured' | 'low' | 'high'>): string {
  if (measured === null) return 'no value';
  const value = significant(measured);
  if (low === null || high === null || (low === measured && high === measured)) return value;
  return `${value} [${significant(low)}, ${significant(high)}]`;
}

/** The same as a sentence has it: `0.47 share of networks (95 %: 0.4 to 0.54)`. */
export function measurementInWords(row: Pick<ClaimRow, 'measured' | 'low' | 'high' | 'unit'>): string {
  const { measured, low, high } = row;
  if (measured === null) return 'no value';
  const told = `${significant(measured)}${unitOf(row)}`;
  if (low === null || high === null || (low === measured && high === measured)) return told;
  return `${told} (95\u00a0%: ${significant(low)} to ${significant(high)})`;
}

/** What stands behind a measurement: ` nats`. Of no value there is no unit: “no value comparisons fail” says nothing. */
export function unitOf({ measured, unit }: Pick<ClaimRow, 'measured' | 'unit'>): string {
  return measured === null || unit === null ? '' : ` ${unit}`;
}
