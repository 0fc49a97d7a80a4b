import { deviation, mean } from 'd3-array';
import type { RowOf } from '../../src/lib/experiment/column.js';
import { decimals } from '../../src/lib/text/number.js';
import type { tables } from '../../src/papers/adaptive-estimators/tables.js';

/** A row of the tables `runs` and `initialisations`. */
export type RunRow = RowOf<typeof tables.runs.columns>;

/** The deepest hidden layer. */
export const lastLayer = 5;

/** Runs of the random split: the one in counting order is another task, and never mixed with it. */
export function runsOf(rows: readonly RunRow[], activation: RunRow['activation'], l2 = 0): RunRow[] {
  return rows.filter((row) => row.split === 'random' && row.activation === activation && row.l2 === l2);
}

/** The drops of the last layer, in the order of the seeds. */
export function dropsOf(rows: readonly RunRow[], activation: RunRow['activation']): number[] {
  return runsOf(rows, activation)
    .filter(({ layer }) => layer === lastLayer)
    .map(({ drop }) => drop);
}

/** `1.22 ± 0.95`: mean and standard deviation of a sample. */
export function spread(sample: readonly number[]): string {
  return `${short(mean(sample) ?? NaN)} ± ${short(deviation(sample) ?? NaN)}`;
}

/** Two decimals, as bits and accuracies need. */
export function short(value: number): string {
  return decimals(value, 2);
}
