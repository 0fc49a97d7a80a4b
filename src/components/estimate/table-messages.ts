import type { FoundSides, Sides } from '../../lib/estimation/columns.js';
import type { Variable } from '../../lib/estimation/variable.js';

/** A value as it is drawn. */
export type DrawnValue = number | string | Date;

/** Values of the columns of two sides as they stand in the table, of some of the rows. */
export interface DrawnRows {
  readonly x: readonly (readonly DrawnValue[])[];
  readonly y: readonly (readonly DrawnValue[])[];
  /** Of how many rows these are a sample. */
  readonly of: number;
}

/** Columns as a question takes them, with what is to be told of them. */
export interface Prepared extends FoundSides {
  readonly drawn: DrawnRows;
}

/** Several columns, of the rows in which none is missing. */
export interface PreparedColumns {
  readonly variables: readonly Variable[];
  readonly leftOut: number;
}

/** What the thread that holds a table is asked: first to open it. */
export type TableRequest =
  | { readonly open: { readonly name: string; readonly file: Blob } | 'example' }
  | { readonly prepare: Sides }
  | { readonly columns: readonly string[] };
