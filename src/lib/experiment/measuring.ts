import type { ColumnTable } from 'arquero';

export { exactly, failures, type Condition } from './measurement.js';
export { decimals as fixed, percent } from '../text/number.js';

// What claims of many papers measure and tell with.

/** The rows of a table; `R` is the caller's knowledge of its columns. */
export function rowsOf<R>(table: ColumnTable): R[] {
  return table.objects() as R[];
}

/** The different values, in the order in which they first come. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

/** NaN of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
