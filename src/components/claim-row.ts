import type { ClaimKind } from '../lib/experiment/claim.js';
import type { Profile } from '../lib/experiment/experiment.js';
import type { Verdict } from '../lib/experiment/verdict.js';

/** A row of `claims.parquet`: one claim as judged at one profile. */
export interface ClaimRow {
  readonly paper: string;
  readonly id: string;
  readonly statement: string;
  readonly kind: ClaimKind;
  readonly figure: string | null;
  readonly profile: Profile | 'none';
  readonly reported: string;
  readonly reported_where: string;
  readonly recalled: boolean;
  readonly measured: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly seeds: number;
  readonly criterion: string | null;
  readonly verdict: Verdict;
  readonly detail: string | null;
  readonly decisive: boolean;
}

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

/**
 * Three significant digits, whole numbers in full, powers of ten where zeros would hide them, a true minus:
 * `0.0362`, `2,849`, `−1.41`, `4.44 × 10⁻¹⁶`.
 */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  const text = Number.isInteger(value)
    ? value.toLocaleString('en')
    : size >= 1e-4 && size < 1e9
      ? value.toLocaleString('en', { maximumSignificantDigits: 3 })
      : value.toExponential(2).replace(/e\+?(-?\d+)$/, (_, power: string) => ` × 10${superscript(power)}`);
  return text.replace('-', '\u2212');
}

const superscript = (digits: string) =>
  digits.replace('-', '⁻').replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);

/** Value and interval: `−0.26 [−0.31, −0.22]`; the value alone where it has no spread. */
export function formatMeasurement({
  measured,
  low,
  high,
}: Pick<ClaimRow, 'measured' | 'low' | 'high'>): string {
  if (measured === null) return 'no value';
  const value = formatNumber(measured);
  if (low === null || high === null || (low === measured && high === measured)) return value;
  return `${value} [${formatNumber(low)}, ${formatNumber(high)}]`;
}
