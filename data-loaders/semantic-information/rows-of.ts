import type { ColumnTable } from 'arquero';
import type { Measurement } from '../../src/lib/experiment/claim.js';

/** The rows of a table; `R` is the caller's knowledge of its columns. */
export function rowsOf<R>(table: ColumnTable): R[] {
  return table.objects() as R[];
}

/** Rows by the value of a key, in the order in which the keys first come. */
export function groupBy<R, K>(rows: readonly R[], key: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** The middle value, or the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** A number that is judged as it stands. */
export function exactly(value: number, unit: string, detail: string, seeds = 1): Measurement {
  const found = Number.isFinite(value) ? value : null;
  return { value: found, low: found, high: found, unit, seeds, detail };
}

/** Some digits after the point, and a true minus. */
export function short(value: number, digits = 2): string {
  return value.toFixed(digits).replace('-', '−');
}

/** A share as a percentage. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
