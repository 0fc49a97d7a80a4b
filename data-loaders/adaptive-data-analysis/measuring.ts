import { escape, op, type ColumnTable } from 'arquero';
import type { Measurement } from '../../src/lib/experiment/claim.js';
import { meanInterval, type MeanInterval } from '../../src/lib/statistics/interval.js';

/** Rows of a table with the given values. */
export function rowsWith(table: ColumnTable, values: Readonly<Record<string, unknown>>): ColumnTable {
  const wanted = Object.entries(values);
  return table.filter(
    escape((row: Record<string, unknown>) => wanted.every(([name, value]) => row[name] === value)),
  );
}

/** Rows of the largest sample of a run: the one at which claims are judged. */
export function ofLargestSample(table: ColumnTable): ColumnTable {
  const { n } = table.rollup({ n: op.max('n') }).object() as { n: number };
  return rowsWith(table, { n });
}

/** The different values of a column, ascending. */
export function valuesOf(table: ColumnTable, column: string): number[] {
  return [...new Set(table.array(column) as number[])].sort((a, b) => a - b);
}

/** Mean of a column over seeds, with its interval. */
export function meanOf(table: ColumnTable, column: string): MeanInterval {
  return meanInterval(table.array(column) as number[]);
}

/** A mean over seeds as a measurement. */
export function measured(interval: MeanInterval, unit: string, seeds: number, detail: string): Measurement {
  return { ...interval, unit, seeds, detail };
}

/** One of several cases. */
export interface Case {
  /** What tells it from the others: `k = 100`. */
  readonly label: string;
  readonly interval: MeanInterval;
  readonly seeds: number;
}

/** The case with the largest mean; a claim of "all" stands or falls with it. */
export function largest(cases: readonly Case[]): Case {
  if (cases.length === 0) throw new RangeError('a claim was measured on a table without its rows');
  return cases.reduce((a, b) => (b.interval.value! > a.interval.value! ? b : a));
}

/** The case with the smallest mean. */
export function smallest(cases: readonly Case[]): Case {
  if (cases.length === 0) throw new RangeError('a claim was measured on a table without its rows');
  return cases.reduce((a, b) => (b.interval.value! < a.interval.value! ? b : a));
}

/** `m = 100: 0.142; m = 500: 0.31` */
export function listed(cases: readonly Case[]): string {
  return cases.map(({ label, interval }) => `${label}: ${short(interval.value)}`).join('; ');
}

/** Three decimals, as accuracies and errors need, with a true minus. */
export function short(value: number | null): string {
  return value === null ? 'none' : String(Number(value.toFixed(3))).replace('-', '−');
}
