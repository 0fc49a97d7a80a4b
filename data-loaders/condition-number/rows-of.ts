import type { ColumnTable } from 'arquero';
import type { Measurement } from '../../src/lib/experiment/claim.js';

/** A row of the table `matched`. */
export interface MatchedRow {
  readonly study: string;
  readonly seed: number;
  readonly arm: string;
  readonly forget: number | null;
  readonly b_test: number | null;
}

/** A row of the table `tensors`. */
export interface TensorRow {
  readonly study: string;
  readonly seed: number;
  readonly type: string;
  readonly phase: string;
  readonly kappa: number | null;
}

export function ofStudy<R extends { readonly study: string }>(table: ColumnTable, study: string): R[] {
  return (table.objects() as R[]).filter((row) => row.study === study);
}

export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A number that is judged as it stands. */
export function exactly(value: number, unit: string, detail: string, seeds = 1): Measurement {
  const found = Number.isFinite(value) ? value : null;
  return { value: found, low: found, high: found, unit, seeds, detail };
}

/** Three digits after the point, and a true minus. */
export function short(value: number): string {
  return value.toFixed(3).replace('-', '−');
}
