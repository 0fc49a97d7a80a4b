import type { FoundSides, Sides } from '../../lib/estimation/columns.js';
import type { Variable, VariableKind } from '../../lib/estimation/variable.js';

/** What a column holds, as a reader is told. */
export interface ColumnSummary {
  readonly name: string;
  /** `null` where no estimator takes it, and `found` says why. */
  readonly kind: VariableKind | null;
  readonly found: string;
  /** Distinct values. */
  readonly distinct: number;
  readonly missing: number;
}

/** A table without its cells. */
export interface TableSummary {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly ColumnSummary[];
  readonly notes: readonly string[];
  /** SHA-256 of the file, in hexadecimal; `null` for the example, and where a browser computes none. */
  readonly checksum: string | null;
}

/** A value as it is drawn. */
export type DrawnValue = number | string | Date;

/** Values of two columns as they stand in the table, of some of the rows. */
export interface DrawnRows {
  readonly x: readonly DrawnValue[];
  readonly y: readonly DrawnValue[];
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
