/** A row of the accuracy table; information in nats. */
export interface AccuracyRow {
  readonly distribution: string;
  readonly dimension: number;
  readonly n: number;
  readonly true_mi: number;
  readonly estimator: string;
  readonly repetitions: number;
  readonly answers: number;
  readonly mean: number | null;
  readonly bias: number | null;
  readonly sd: number | null;
  readonly rmse: number | null;
}

/** The distinct values of a column, ascending. */
export function valuesOf(rows: readonly AccuracyRow[], column: 'dimension' | 'n' | 'true_mi'): number[] {
  return [...new Set(rows.map((row) => row[column]))].sort((a, b) => a - b);
}
