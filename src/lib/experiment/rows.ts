import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { Row, RowOf, Schema, TableSchema } from './column.js';
import { type MissingPart, missingParts } from './missing.js';
import { parseProvenance, type Provenance } from './provenance.js';

/** The rows of a table with their origin, as a Parquet file of ours holds them. */
export interface ProvenRows {
  readonly rows: readonly Row[];
  readonly provenance: Provenance;
}

/**
 * Reads the rows of a table that an experiment filled.
 *
 * @throws {Error} where the bytes are no Parquet file, or carry no provenance of ours
 */
export async function decodeRows(file: ArrayBuffer): Promise<ProvenRows> {
  const metadata = parquetMetadata(file);
  const provenance = parseProvenance(metadata.key_value_metadata);
  if (!provenance) throw new Error('this Parquet file carries no provenance: Litmus did not write it');
  const rows = await parquetReadObjects({ file, metadata, rowFormat: 'object' });
  return { rows: rows as Row[], provenance };
}

/** Rows that are typed by the columns of their table. */
export interface TypedRows<S extends Schema> {
  readonly rows: readonly RowOf<S>[];
  /** None where no experiment filled the table: the claims, or what a notebook made. */
  readonly provenance: Provenance | undefined;
  /** Papers of which it should hold rows and does not. */
  readonly missing: readonly MissingPart[];
}

/**
 * Reads the rows of a Parquet file whose columns the caller knows.
 *
 * @param table what the file should hold: types the rows, and is checked against the names of the file's columns
 * @param name of the file, for an error
 * @throws {Error} where the bytes are no Parquet file, or lack a column of the table
 */
export async function decodeTable<S extends Schema>(
  file: ArrayBuffer,
  { columns }: TableSchema<S>,
  name: string,
): Promise<TypedRows<S>> {
  const metadata = parquetMetadata(file);
  const names = metadata.schema.slice(1).map((column) => column.name);
  const missing = Object.keys(columns).filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new Error(
      `${name} has no column ${missing.join(', ')} (it has ${names.join(', ')}): other code made it, make it again`,
    );
  const rows = await parquetReadObjects({ file, metadata, rowFormat: 'object' });
  return {
    rows: rows as RowOf<S>[],
    provenance: parseProvenance(metadata.key_value_metadata),
    missing: missingParts(metadata.key_value_metadata),
  };
}
