import type { ColumnTable } from 'arquero';
import type { Measurement } from '../../src/lib/experiment/claim.js';

/** A row of the table `game`. */
export interface GameRow {
  readonly beta: number;
  readonly ratio: number;
  readonly encoder: 'greedy' | 'uniform';
  readonly seed: number;
  readonly episodes: number;
  readonly reward: number;
  readonly reward_variance: number;
  readonly accuracy: number;
}

export function gameRows(table: ColumnTable): GameRow[] {
  return table.objects() as GameRow[];
}

/** A number that is judged as it stands. */
export function exactly(value: number, unit: string, detail: string, seeds: number): Measurement {
  return { value, low: value, high: value, unit, seeds, detail };
}

export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** So many digits after the point, and a true minus. */
export function short(value: number, digits = 2): string {
  return value.toFixed(digits).replace('-', '−');
}

/** A count as a reader writes it: 6,300. */
export function count(value: number): string {
  return value.toLocaleString('en');
}
