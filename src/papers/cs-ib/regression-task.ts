import type { ColumnTable } from 'arquero';
import type { Input } from '../../lib/datasets/dataset.js';
import { findDataset } from '../../lib/datasets/registry.js';
import { random } from '../../lib/statistics/random.js';

/** A regression problem: standardised inputs, a target, and a split of its rows. */
export interface RegressionTask {
  readonly dataset: string;
  /** Names of the inputs, in the order of the columns of `x`. */
  readonly features: readonly string[];
  /** What `y` is, in words, with its unit. */
  readonly target: string;
  /** Inputs, `[n, d]`, row-major. */
  readonly x: Float32Array;
  /** Targets, `[n]`, not standardised. */
  readonly y: Float32Array;
  /** Disjoint row numbers which together are all rows: 64 %, 16 % and 20 %, in random order. */
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

export interface RegressionOptions {
  /** Decides the split, and nothing else. */
  readonly seed: number;
  /** Standardised inputs are clipped to [−clip, clip]; never, where omitted. */
  readonly clip?: number;
}

/**
 * Makes a data set's table ready for regression by the data set's own preprocessing. Inputs that are not
 * indicators are standardised, (value − mean) / s with s² = Σ(value − mean)² / (m − 1), over all rows or over
 * the m training rows as the data set says; an input that is constant there becomes 0.
 *
 * Split, as the code released with CS-IB makes it (S. Yu et al., ICLR 2024): after a shuffle the first
 * ⌊0.8 n⌋ rows are for fitting and the rest is for the test; of the former, the first ⌊0.8 ·⌋ are the
 * training rows and the rest is for validation.
 *
 * @throws {RangeError} for the name of no data set.
 */
export function regressionTask(
  name: string,
  table: ColumnTable,
  { seed, clip = Infinity }: RegressionOptions,
): RegressionTask {
  const { target, standardisedOver, prepare } = findDataset(name).regression;
  const { inputs, target: values } = prepare(table);
  const n = values.length;
  const d = inputs.length;

  const order = random(seed, 'split', name).shuffle(n);
  const fit = Math.floor(0.8 * n);
  const fitted = Math.floor(0.8 * fit);
  const train = order.slice(0, fitted);

  const x = new Float32Array(n * d);
  inputs.forEach((input, column) => {
    const { mean, scale } = scaling(input, standardisedOver === 'all rows' ? order : train);
    input.values.forEach((value, row) => {
      x[row * d + column] = Math.min(clip, Math.max(-clip, (value - mean) / scale));
    });
  });
  return {
    dataset: name,
    features: inputs.map((input) => input.name),
    target,
    x,
    y: Float32Array.from(values),
    train,
    validation: order.slice(fitted, fit),
    test: order.slice(fit),
  };
}

function scaling({ values, indicator }: Input, rows: Uint32Array): { mean: number; scale: number } {
  if (indicator) return { mean: 0, scale: 1 };
  let sum = 0;
  for (const row of rows) sum += values[row];
  const mean = sum / rows.length;
  let squares = 0;
  for (const row of rows) squares += (values[row] - mean) ** 2;
  return { mean, scale: Math.sqrt(squares / (rows.length - 1)) || 1 };
}
