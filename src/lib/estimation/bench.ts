import { float64, int32, orNull, type RowOf, type TableSchema, text } from '../experiment/column.js';
import { methods } from './methods.js';
import type { Answer } from './question.js';

/** The bench's table, as far as it is read here. */
export const benchTable = {
  description: 'How estimators did on laws whose information is known',
  columns: {
    estimator: text('estimator'),
    dimension: int32('dimension of each variable'),
    n: int32('sample size'),
    true_mi: float64('true information', 'nats'),
    bias: orNull(float64('mean error', 'nats')),
    sd: orNull(float64('standard deviation', 'nats')),
  },
} satisfies TableSchema;

/** How an estimator did on a law whose information is known. */
export type BenchRow = RowOf<typeof benchTable.columns>;

/** What the bench knows of an estimator near a place: over all laws at the nearest point of its grid. */
export interface BenchRecord {
  readonly n: number;
  readonly dimension: number;
  readonly truth: number;
  /** The least and the largest mean error over the laws, nats. */
  readonly bias: readonly [number, number];
  /** The largest standard deviation, nats. */
  readonly sd: number;
}

/**
 * The record of an estimator at the point of the bench's grid that is nearest to a question: first in dimension, then in
 * the logarithm of the number of rows, then in the information that it says there is.
 *
 * @param dimension of the larger of the two variables.
 * @returns undefined where the estimator was not on the bench, or had no answer there.
 */
export function benchRecord(
  rows: readonly BenchRow[],
  estimator: string,
  n: number,
  dimension: number,
  nats: number,
): BenchRecord | undefined {
  let near = rows.filter((row) => row.estimator === estimator && row.bias !== null && row.sd !== null);
  const distances: readonly ((row: BenchRow) => number)[] = [
    (row) => Math.abs(row.dimension - dimension),
    (row) => Math.abs(Math.log(row.n / n)),
    (row) => Math.abs(row.true_mi - nats),
  ];
  for (const distance of distances) {
    const least = Math.min(...near.map(distance));
    near = near.filter((row) => distance(row) === least);
  }
  if (near.length === 0) return undefined;
  const biases = near.map(({ bias }) => bias!);
  return {
    n: near[0].n,
    dimension: near[0].dimension,
    truth: near[0].true_mi,
    bias: [Math.min(...biases), Math.max(...biases)],
    sd: Math.max(...near.map(({ sd }) => sd!)),
  };
}

/** What the bench says of each estimator that answered. @param dimension of the larger of the two variables. */
export function benchRecords(
  rows: readonly BenchRow[],
  answers: readonly Answer[],
  n: number,
  dimension: number,
): Map<string, BenchRecord> {
  return new Map(
    answers.flatMap(({ method, nats }): [string, BenchRecord][] => {
      const bench = methods.find(({ id }) => id === method)?.bench;
      const record =
        bench === undefined || nats === null ? undefined : benchRecord(rows, bench, n, dimension, nats);
      return record ? [[method, record]] : [];
    }),
  );
}
