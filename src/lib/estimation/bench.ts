import { float64, int32, orNull, type RowOf, type TableSchemas, text } from '../experiment/column.js';
import { methods } from './methods.js';
import type { Answer, Question } from './question.js';

const known = {
  estimator: text('estimator'),
  dimension: int32('dimension of the numbers'),
  n: int32('sample size'),
  true_mi: float64('true information', 'nats'),
  bias: orNull(float64('mean error', 'nats')),
  sd: orNull(float64('standard deviation', 'nats')),
};

/** The bench's tables, as far as they are read here: of pairs of numbers, and of questions of every kind. */
export const benchTables = {
  pairs: { description: 'How estimators did on pairs of numbers whose information is known', columns: known },
  questions: {
    description: 'How estimators did on questions of every kind whose answer is known',
    columns: {
      question: text('what the variables hold'),
      combinations: int32('combinations of labels'),
      ...known,
    },
  },
} satisfies TableSchemas;

/** Where a question lies among those of the bench. */
export interface BenchPlace {
  /** What its variables hold, as {@link benchPlace} tells. */
  readonly question: string;
  readonly n: number;
  /** Coordinates of the larger variable of numbers; of what is given, where something is. */
  readonly dimension: number;
  /** Combinations of the labels of all variables; 1 where none is labels. */
  readonly combinations: number;
}

/** How an estimator did on a law whose information is known. */
export type BenchRow = RowOf<typeof benchTables.questions.columns>;

/** Rows of both tables as one. */
export function benchRowsOf(
  pairs: readonly RowOf<typeof benchTables.pairs.columns>[],
  questions: readonly BenchRow[],
): BenchRow[] {
  return [...pairs.map((row) => ({ ...row, question: 'numbers', combinations: 1 })), ...questions];
}

/** In what a question may be far from the nearest of the bench. */
export type BenchDistance = 'rows' | 'dimension' | 'labels' | 'information';

/** What the bench knows of an estimator near a question: over all laws at the nearest point of its grid. */
export interface BenchRecord extends BenchPlace {
  readonly truth: number;
  /** The least and the largest mean error over the laws, nats. */
  readonly bias: readonly [number, number];
  /** The largest standard deviation, nats. */
  readonly sd: number;
  /**
   * In what the question is far from there: more than twice or less than half as many rows or combinations of labels,
   * another dimension, an information that differs by more than 0.25 nats and half of the truth.
   */
  readonly far: readonly BenchDistance[];
}

/** Where a question lies among those of the bench: its kind, by the same rule as `advise`, and its size. */
export function benchPlace({ x, y, z }: Pick<Question, 'x' | 'y' | 'z'>): BenchPlace {
  const variables = [x, y, ...(z ? [z] : [])];
  const all = (...of: readonly string[]) => variables.every(({ kind }) => of.includes(kind));
  const ofLabels = variables.filter(({ kind }) => kind === 'labels');
  const combinations = ofLabels.reduce((product, { labels }) => product * labels.count, 1);
  const coordinates = variables.flatMap(({ kind, points }) => (kind === 'labels' ? [] : [points.dimension]));
  const n = x.labels.codes.length;
  // Coordinates of x and y beyond the first make neighbours as rare as those of what is given.
  const [of, to, given = 1] = variables.map(({ points }) => points.dimension);
  const besides = given + of + to - 2;
  if (all('labels', 'constant'))
    return { question: z ? 'given-labels' : 'labels', n, dimension: 1, combinations };
  if (z && all('continuous')) return { question: 'given-numbers', n, dimension: besides, combinations };
  if (z) return { question: 'given-mixed', n, dimension: besides, combinations };
  const dimension = Math.max(...coordinates);
  if (all('continuous')) return { question: 'numbers', n, dimension, combinations };
  if (all('labels', 'continuous')) return { question: 'label-numbers', n, dimension, combinations };
  return { question: 'mixtures', n, dimension, combinations: 1 };
}

/**
 * The record of an estimator at the point of the bench's grid that is nearest to a question of the same kind: first in
 * dimension, then in the logarithms of the combinations of labels and of the number of rows, then in the information that
 * it says there is.
 *
 * @returns undefined where the estimator was not on the bench for such questions, or had no answer there.
 */
export function benchRecord(
  rows: readonly BenchRow[],
  estimator: string,
  place: BenchPlace,
  nats: number,
): BenchRecord | undefined {
  const { question, dimension, combinations, n } = place;
  let near = rows.filter(
    (row) => row.question === question && row.estimator === estimator && row.bias !== null && row.sd !== null,
  );
  const distances: readonly ((row: BenchRow) => number)[] = [
    (row) => Math.abs(row.dimension - dimension),
    (row) => Math.abs(Math.log(row.combinations / combinations)),
    (row) => Math.abs(Math.log(row.n / n)),
    (row) => Math.abs(row.true_mi - nats),
  ];
  for (const distance of distances) {
    const least = Math.min(...near.map(distance));
    near = near.filter((row) => distance(row) === least);
  }
  if (near.length === 0) return undefined;
  const [row] = near;
  const biases = near.map(({ bias }) => bias!);
  return {
    question,
    n: row.n,
    dimension: row.dimension,
    combinations: row.combinations,
    truth: row.true_mi,
    bias: [Math.min(...biases), Math.max(...biases)],
    sd: Math.max(...near.map(({ sd }) => sd!)),
    far: farIn(row, place, nats),
  };
}

function farIn(row: BenchRow, { n, dimension, combinations }: BenchPlace, nats: number): BenchDistance[] {
  const beyondTwice = (a: number, b: number) => Math.max(a / b, b / a) > 2;
  const found: Readonly<Record<BenchDistance, boolean>> = {
    rows: beyondTwice(row.n, n),
    dimension: row.dimension !== dimension,
    labels: beyondTwice(row.combinations, combinations),
    information: Math.abs(row.true_mi - nats) > Math.max(0.25, row.true_mi / 2),
  };
  return (Object.keys(found) as BenchDistance[]).filter((distance) => found[distance]);
}

/** What the bench says of each estimator that answered. */
export function benchRecords(
  rows: readonly BenchRow[],
  answers: readonly Answer[],
  place: BenchPlace,
): Map<string, BenchRecord> {
  return new Map(
    answers.flatMap(({ method, nats }): [string, BenchRecord][] => {
      const bench = methods.find(({ id }) => id === method)?.bench ?? method;
      const record = nats === null ? undefined : benchRecord(rows, bench, place, nats);
      return record ? [[method, record]] : [];
    }),
  );
}
