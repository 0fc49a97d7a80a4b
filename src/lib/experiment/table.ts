import { table, type ColumnTable } from 'arquero';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { Row } from './column.js';
import { parseProvenance, type Provenance } from './provenance.js';

/** A table with its origin, as a Parquet file of ours holds them. */
export interface ProvenTable {
  readonly table: ColumnTable;
  readonly provenance: Provenance;
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
  const metadata = parquetMetadata(file);
  const provenance = parseProvenance(metadata.key_value_metadata);
  if (!provenance) throw new Error('this Parquet file carries no provenance: Litmus did not write it');
  const columns = metadata.schema.slice(1).map(({ name }) => name);
  const rows = await parquetReadObjects({ file, metadata, rowFormat: 'object' });
  return { table: tableOf(columns, rows as Row[]), provenance };
}
