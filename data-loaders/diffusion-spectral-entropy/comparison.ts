import type { ColumnTable } from 'arquero';
import type { Measurement } from '../../src/lib/experiment/claim.js';

/** One thing that a claim asks for, and whether our tables have it. */
export interface Condition {
  readonly holds: boolean;
  /** What was found, with its numbers. */
  readonly detail: string;
}

/** How many conditions fail; `null` where there is nothing to ask of. */
export function failures(conditions: readonly Condition[], seeds: number): Measurement {
  const count = conditions.filter(({ holds }) => !holds).length;
  const value = conditions.length > 0 ? count : null;
  const told = conditions.map(({ holds, detail }) => (holds ? detail : `${detail} (fails)`));
  return {
    ...{ value, low: value, high: value, seeds },
    unit: `of ${conditions.length} conditions ${count === 1 ? 'fails' : 'fail'}`,
    detail: told.join('; '),
  };
}

/** The rows of a table as plain objects. */
export function rowsOf<R>(table: ColumnTable): R[] {
  return table.objects() as R[];
}

/** The distinct values of a column, ascending. */
export function levels<R>(rows: readonly R[], column: (row: R) => number): number[] {
  return [...new Set(rows.map(column))].sort((a, b) => a - b);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Three significant digits. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

/** The lowest and the highest of some values: `1.57 to 8.15`. */
export function span(values: readonly number[]): string {
  return `${short(Math.min(...values))} to ${short(Math.max(...values))}`;
}
