import type { Table } from '../../lib/estimation/table.js';
import { isMissing, variableOf } from '../../lib/estimation/variable.js';
import type { ColumnSummary, TableSummary } from './table-messages.js';

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
