import type { ColumnTable } from 'arquero';
import type { Measurement } from './claim.js';

// What claims of many papers measure and tell with.

/** The rows of a table; `R` is the caller's knowledge of its columns. */
export function rowsOf<R>(table: ColumnTable): R[] {
  return table.objects() as R[];
}

/** A number that is judged as it stands, without an interval; nothing where it is not finite. */
export function exactly(value: number | null, unit: string, detail: string, seeds = 1): Measurement {
  const found = Number.isFinite(value) ? value : null;
  return { value: found, low: found, high: found, unit, seeds, detail };
}

/** One thing that a claim asks for, and whether the tables have it. */
export interface Condition {
  readonly holds: boolean;
  /** What was found, with its numbers. */
  readonly detail: string;
}

/** How many conditions fail, of which none may; `null` where there is nothing to ask of. */
export function failures(conditions: readonly Condition[], seeds = 1): Measurement {
  const count = conditions.filter(({ holds }) => !holds).length;
  const told = conditions.map(({ holds, detail }) => (holds ? detail : `${detail} (fails)`));
  const unit = `of ${conditions.length} conditions ${count === 1 ? 'fails' : 'fail'}`;
  return exactly(conditions.length > 0 ? count : NaN, unit, told.join('; '), seeds);
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

/** So many digits after the point, and a true minus: `−0.25`. */
export function fixed(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', '−');
}

/** A share as a percentage: `28 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
