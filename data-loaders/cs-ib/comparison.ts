import { desc, escape, op, type ColumnTable } from 'arquero';
import { datasets } from '../../src/lib/datasets/registry.js';
import type { Measurement } from '../../src/lib/experiment/claim.js';
import { meanInterval } from '../../src/lib/statistics/interval.js';

/** The bottleneck methods that the paper compares CS-IB with. */
export const baselines = ['nib', 'square-nib', 'exp-nib', 'vib', 'hsic'] as const;

/** How a baseline is called in a sentence. */
const names: Readonly<Record<string, string>> = {
  nib: 'NIB',
  'square-nib': 'square-NIB',
  'exp-nib': 'exp-NIB',
  vib: 'VIB',
  hsic: 'HSIC bottleneck',
};

export function nameOf(method: string | undefined): string {
  return method === undefined ? 'none' : (names[method] ?? method);
}

/** How a data set is called in a sentence; the synthetic task is none of the registry's. */
export function titleOf(dataset: string): string {
  return datasets.find(({ name }) => name === dataset)?.title ?? 'Synthetic task';
}

/** One configuration: a method at a β. */
export interface Setting {
  readonly method: string;
  readonly beta: number;
}

/** Rows of one method, and of one β where it is given. */
export function rowsOf(runs: ColumnTable, method: string, beta?: number): ColumnTable {
  return runs.filter(
    escape((row: Setting) => row.method === method && (beta === undefined || row.beta === beta)),
  );
}

/** Rows of one data set. */
export function rowsOn(runs: ColumnTable, dataset: string): ColumnTable {
  return runs.filter(escape((row: { dataset: string }) => row.dataset === dataset));
}

/** The data sets of a table, in the order in which they were run. */
export function datasetsOf(runs: ColumnTable): string[] {
  return [...new Set(runs.array('dataset') as string[])];
}

/** The setting with the extreme mean of a column over seeds, among some methods; `undefined` without a row. */
export function bestSetting(
  runs: ColumnTable,
  methods: readonly string[],
  column: string,
  extreme: 'lowest' | 'highest',
): (Setting & { readonly mean: number }) | undefined {
  const means = runs
    .filter(
      escape(
        (row: Setting & Record<string, unknown>) => methods.includes(row.method) && row[column] !== null,
      ),
    )
    .groupby('method', 'beta')
    .rollup({ mean: op.mean(column) })
    .orderby(extreme === 'lowest' ? 'mean' : desc('mean'));
  return means.numRows() > 0 ? (means.object() as Setting & { mean: number }) : undefined;
}

/**
 * The difference a − b of a column between two sets of runs, paired by seed. Empty where a value is missing: to
 * compare only the networks that did not diverge would flatter the method whose networks do.
 */
export function pairedDifferences(a: ColumnTable, b: ColumnTable, column: string): number[] {
  const paired = a
    .select('seed', column)
    .join(b.select('seed', column), 'seed')
    .derive({ difference: escape((row: Record<string, number | null>) => difference(row, column)) })
    .orderby('seed');
  const differences = paired.array('difference') as (number | null)[];
  return differences.every((value) => value !== null) ? differences : [];
}

function difference(row: Record<string, number | null>, column: string): number | null {
  const [a, b] = [row[`${column}_1`], row[`${column}_2`]];
  return a === null || b === null ? null : a - b;
}

/** Mean of a column, `null` for none. */
export function meanOf(runs: ColumnTable, column: string): number | null {
  const values = (runs.array(column) as (number | null)[]).filter((value) => value !== null);
  return meanInterval(values).value;
}

/** A comparison on one data set: the paired differences and a phrase with the two means. */
export interface Comparison {
  readonly label: string;
  readonly differences: readonly number[];
  readonly detail: string;
}

/**
 * The measurement that a claim of the form "better on every data set" stands or falls with: the comparison
 * that speaks most against it. All of them are told in the detail.
 *
 * @param better which sign of a difference speaks for the claim
 */
export function weakest(
  comparisons: readonly Comparison[],
  better: 'negative' | 'positive',
  unit: string,
): Measurement {
  const judged = comparisons.map((comparison) => ({
    ...comparison,
    interval: meanInterval(comparison.differences),
  }));
  const sign = better === 'negative' ? 1 : -1;
  const worst = judged
    .filter(({ interval }) => interval.value !== null)
    .sort((a, b) => sign * (b.interval.value! - a.interval.value!))
    .at(0);
  const detail = `${judged.map(({ label, detail }) => `${titleOf(label)}: ${detail}`).join('. ')}.`;
  if (!worst) return { value: null, low: null, high: null, unit, seeds: 0, detail };
  return { ...worst.interval, unit, seeds: worst.differences.length, detail };
}

/** Three significant digits: what a table of results needs. */
export function short(value: number | null | undefined): string {
  return value == null ? 'none' : String(Number(value.toPrecision(3)));
}
