import type { Table } from './table.js';
import { isMissing, type VariableKind, variableOf } from './variable.js';

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

/** What a table holds, column by column. @throws {RangeError} where it has no row */
export function summaryOf(table: Table, checksum: string | null): TableSummary {
  const { name, rows, notes } = table;
  if (rows === 0) throw new RangeError(`${name}: there is a heading and no row below it`);
  return {
    name,
    rows,
    notes,
    checksum,
    columns: table.columns.map((column) => columnSummary(table, column)),
  };
}

function columnSummary(table: Table, name: string): ColumnSummary {
  let missing = 0;
  const notTaken = (found: string) => ({ name, kind: null, found, distinct: 0, missing });
  try {
    const cells = table.cells(name).filter((cell) => !isMissing(cell));
    missing = table.rows - cells.length;
    if (cells.length === 0) return notTaken('no value');
    const { kind, found, labels } = variableOf(name, cells);
    return { name, kind, found, distinct: labels.count, missing };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return notTaken(error.message);
  }
}

/** Columns that a question can be about: those that vary, and are no names of single rows. */
export function askableColumns({ columns, rows }: TableSummary): readonly ColumnSummary[] {
  return columns.filter(
    ({ kind, distinct, missing }) =>
      kind === 'continuous' || kind === 'tied' || (kind === 'labels' && distinct < rows - missing),
  );
}
