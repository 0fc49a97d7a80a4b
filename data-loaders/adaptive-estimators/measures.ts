import type { ColumnTable } from 'arquero';
import type { Measurement } from '../../src/lib/experiment/claim.js';
import { meanInterval } from '../../src/lib/statistics/interval.js';

/** A row of the tables `runs` and `initialisations`. */
export interface RunRow {
  readonly activation: string;
  readonly l2: number;
  readonly split: string;
  readonly seed: number;
  readonly layer: number;
  readonly drop: number;
  readonly rel_drop: number | null;
  readonly acc_train: number;
  readonly acc_test: number;
  readonly alive: boolean;
}

/** The deepest hidden layer. */
export const lastLayer = 5;

/** Runs of the random split: the one in counting order is another task, and never mixed with it. */
export function runsOf(
  table: ColumnTable,
  { activation, l2 = 0 }: { readonly activation: string; readonly l2?: number },
): RunRow[] {
  return (table.objects() as RunRow[]).filter(
    (row) => row.split === 'random' && row.activation === activation && row.l2 === l2,
  );
}

/** The drops of one layer, in the order of the seeds. */
export function dropsOf(runs: readonly RunRow[], layer = lastLayer): number[] {
  return runs.filter((row) => row.layer === layer).map(({ drop }) => drop);
}

/** A statement that holds or does not, with its numbers. */
export interface Condition {
  readonly holds: boolean;
  readonly text: string;
}

/** How many of some conditions hold; all of them must. Nothing where one could not be read. */
export function conditionsMet(conditions: readonly (Condition | null)[], seeds: number): Measurement {
  const known = conditions.filter((condition) => condition !== null);
  const value =
    known.length < conditions.length || known.length === 0 ? null : known.filter(({ holds }) => holds).length;
  return {
    ...{ value, low: value, high: value, seeds },
    unit: `of ${conditions.length} conditions hold`,
    detail: known.map(({ holds, text }) => `${text} (${holds ? 'holds' : 'does not hold'})`).join('; '),
  };
}

/** `1.22 ± 0.95`: mean and standard deviation of a sample. */
export function spread(sample: readonly number[]): string {
  return `${short(mean(sample))} ± ${short(deviation(sample))}`;
}

export function mean(sample: readonly number[]): number {
  return meanInterval(sample).value ?? NaN;
}

/** Standard deviation with divisor n − 1. */
export function deviation(sample: readonly number[]): number {
  const centre = mean(sample);
  return Math.sqrt(sample.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (sample.length - 1));
}

/** Two decimals, which bits and accuracies need, and a true minus. */
export function short(value: number): string {
  return value.toFixed(2).replace('-', '−');
}
