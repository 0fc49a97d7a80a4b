import { deviation, mean, sort } from 'd3-array';
import { between } from '../../src/lib/claims/attainable.js';
import type { RowOf } from '../../src/lib/experiment/column.js';
import { decimals } from '../../src/lib/text/number.js';
import type { tables } from '../../src/papers/adaptive-estimators/tables.js';

/** A row of the tables `runs` and `initialisations`. */
export type RunRow = RowOf<typeof tables.runs.columns>;

/** The deepest hidden layer. */
export const lastLayer = 5;

/** Bits that the last layer has to lose for a network to count as one that compresses. */
export const least = 0.5;

/** The L2 penalty of the released code. */
export const penalty = 0.015;

/** Bits that a layer can tell of the input, one of 4,096 patterns; and that it can lose. */
export const bitsOfInput = between(0, 12);

/** Runs of the random split: the one in counting order is another task, and never mixed with it. */
export function runsOf(rows: readonly RunRow[], activation: RunRow['activation'], l2 = 0): RunRow[] {
  return rows.filter((row) => row.split === 'random' && row.activation === activation && row.l2 === l2);
}

/** The last layers of an activation's networks, in the order of their seeds. */
export function lastLayers(rows: readonly RunRow[], activation: RunRow['activation'], l2 = 0): RunRow[] {
  return sort(
    runsOf(rows, activation, l2).filter(({ layer }) => layer === lastLayer),
    ({ seed }) => seed,
  );
}

/**
 * A value for each pair of networks of one seed, which share their split and the draws of their first weights. Where one
 * group has more networks than the other, its further ones have no pair; nothing stands for a pair that should be there.
 */
export function paired<T extends { readonly seed: number }>(
  first: readonly T[],
  second: readonly T[],
  value: (one: T, other: T) => number,
): (number | null)[] {
  const [fewer] = sort([first, second], ({ length }) => length);
  return fewer.map(({ seed }) => {
    const [one, other] = [first, second].map((networks) => networks.find((network) => network.seed === seed));
    return one && other ? value(one, other) : null;
  });
}

/** `1.22 ± 0.95`: mean and standard deviation of a sample. */
export function spread(sample: readonly number[]): string {
  return `${short(mean(sample) ?? NaN)} ± ${short(deviation(sample) ?? NaN)}`;
}

/** Two decimals, as bits and accuracies need. */
export function short(value: number): string {
  return decimals(value, 2);
}
