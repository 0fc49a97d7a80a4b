import type { ColumnTable } from 'arquero';
import type { Measurement } from '../../src/lib/experiment/claim.js';
import { meanInterval } from '../../src/lib/statistics/interval.js';

export interface MemberRow {
  readonly system: string;
  readonly variant: string;
  readonly seed: number;
  readonly d_eff: number;
  readonly variance: number;
  readonly residual: number;
  readonly collapsed: number;
}

export interface RolloutRow {
  readonly system: string;
  readonly variant: string;
  readonly seed: number;
  readonly h: number;
  readonly nrmse: number;
}

export const membersOf = (table: ColumnTable) => table.objects() as MemberRow[];
export const rolloutsOf = (table: ColumnTable) => table.objects() as RolloutRow[];

export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface Named {
  readonly variant: string;
  readonly seed: number;
}

/** What two variants give with the same seed, seed by seed. */
export function paired<Row extends Named>(
  rows: readonly Row[],
  [first, second]: readonly [string, string],
  value: (row: Row) => number,
): { first: number; second: number }[] {
  return rows.flatMap((row) => {
    if (row.variant !== first) return [];
    const other = rows.find(({ variant, seed }) => variant === second && seed === row.seed);
    return other ? [{ first: value(row), second: value(other) }] : [];
  });
}

/** A number that is judged as it stands. */
export function exactly(value: number, unit: string, detail: string, seeds: number): Measurement {
  const found = Number.isFinite(value) ? value : null;
  return { value: found, low: found, high: found, unit, seeds, detail };
}

/** A mean over seeds, which is judged as it stands, with its interval, which tells how far to trust it. */
export function meanOf(values: readonly number[], unit: string, detail: string): Measurement {
  return { ...meanInterval(values), unit, seeds: values.length, detail };
}

const names: Readonly<Record<string, string>> = {
  vortex: 'vortex street',
  pendulum: 'pendulum',
  lorenz63: 'Lorenz 63',
  'van-der-pol': 'Van der Pol',
  duffing: 'Duffing',
};

/** How a system is called in a sentence. */
export const systemName = (id: string) => names[id] ?? id;

/** A number of so many digits after the point, with a true minus. */
export function short(value: number, digits = 2): string {
  return value.toFixed(digits).replace('-', '−');
}
