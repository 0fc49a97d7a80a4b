import { type ColumnTable, table } from 'arquero';
import { parquetMetadata } from 'hyparquet';
import type { Row } from './column.js';
import { decodeRows, type ProvenRows } from './rows.js';

/** The same as an Arquero table. */
export interface ProvenTable extends ProvenRows {
  readonly table: ColumnTable;
}

/** Rows as an Arquero table with the given columns, also where there is no row. */
export function tableOf(columns: readonly string[], rows: readonly Row[]): ColumnTable {
  return table(columns.map((name) => [name, rows.map((row) => row[name] ?? null)]));
}

/**
 * Reads a Parquet file that Litmus wrote.
 *
 * @throws {Error} where the bytes are no Parquet file, or carry no provenance of ours.
 */
export async function decodeTable(file: ArrayBuffer): Promise<ProvenTable> {
  const columns = parquetMetadata(file)
    .schema.slice(1)
    .map(({ name }) => name);
  const proven = await decodeRows(file);
  return { ...proven, table: tableOf(columns, proven.rows) };
}
