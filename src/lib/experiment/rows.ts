import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { Row, RowOf, Schema, TableSchema } from './column.js';
import { parseProvenance, type Provenance } from './provenance.js';

/** The rows of a table with their origin, as a Parquet file of ours holds them. */
export interface ProvenRows<R extends Row = Row> {
  readonly rows: readonly R[];
  readonly provenance: Provenance;
}

/**
 * Reads the rows of a Parquet file that Litmus wrote.
 *
 * @param table what the file should hold: types the rows, and is checked against the file's columns
 * @throws {Error} where the bytes are no Parquet file, carry no provenance of ours, or lack a column of the table.
 */
export async function decodeRows<S extends Schema = Schema>(
  file: ArrayBuffer,
  table?: TableSchema<S>,
): Promise<ProvenRows<RowOf<S>>> {
  const metadata = parquetMetadata(file);
  const provenance = parseProvenance(metadata.key_value_metadata);
  if (!provenance) throw new Error('this Parquet file carries no provenance: Litmus did not write it');
  if (table) {
    const name = `the stored table ${provenance.paper}/${provenance.table}`;
    checkColumns(file, table.columns, name, 'other code made it, run it again');
  }
  return { rows: await readObjects<RowOf<S>>(file), provenance };
}

/**
 * Reads the rows of a Parquet file that a notebook made, which has no provenance.
 *
 * @param columns what the file should hold: types the rows, and is checked against the names of the file's columns
 * @param name of the file, for the error
 * @throws {Error} where the bytes are no Parquet file, or lack a column
 */
export async function decodeNotebookRows<S extends Schema>(
  file: ArrayBuffer,
  columns: S,
  name: string,
): Promise<readonly RowOf<S>[]> {
  checkColumns(file, columns, name, 'its notebook makes other columns than the page reads');
  return readObjects<RowOf<S>>(file);
}

async function readObjects<R>(file: ArrayBuffer): Promise<R[]> {
  return (await parquetReadObjects({ file, rowFormat: 'object' })) as R[];
}

function checkColumns(file: ArrayBuffer, columns: Schema, name: string, why: string): void {
  const names = parquetMetadata(file)
    .schema.slice(1)
    .map((column) => column.name);
  const missing = Object.keys(columns).filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new Error(`${name} has no column ${missing.join(', ')} (it has ${names.join(', ')}): ${why}`);
}
