import type { ColumnTable } from 'arquero';

/** A row of the table `matched`. */
export interface MatchedRow {
  readonly study: string;
  readonly seed: number;
  readonly arm: string;
  readonly forget: number | null;
  readonly b_test: number | null;
}

/** A row of the table `tensors`. */
export interface TensorRow {
  readonly study: string;
  readonly seed: number;
  readonly type: string;
  readonly phase: string;
  readonly kappa: number | null;
}

export function ofStudy<R extends { readonly study: string }>(table: ColumnTable, study: string): R[] {
  return (table.objects() as R[]).filter((row) => row.study === study);
}

/** Three digits after the point, and a true minus. */
export function short(value: number): string {
  return value.toFixed(3).replace('-', '−');
}
