import type { ColumnTable } from 'arquero';

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

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** So many digits after the point, and a true minus. */
export function short(value: number, digits = 2): string {
  return value.toFixed(digits).replace('-', '−');
}

/** A count as a reader writes it: 6,300. */
export function count(value: number): string {
  return value.toLocaleString('en');
}
