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
  if (table) checkColumns(provenance, table, metadata.schema.slice(1));
  const rows = await parquetReadObjects({ file, metadata, rowFormat: 'object' });
  return { rows: rows as RowOf<S>[], provenance };
}

function checkColumns(
  { paper, table }: Provenance,
  { columns }: TableSchema,
  stored: readonly { readonly name: string }[],
): void {
  const names = stored.map(({ name }) => name);
  const missing = Object.keys(columns).filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new Error(
      `the stored table ${paper}/${table} has no column ${missing.join(', ')} (it has ${names.join(', ')}): other code made it, run it again`,
    );
}
