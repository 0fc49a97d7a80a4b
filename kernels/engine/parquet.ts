import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import {
  checkRows,
  type Column,
  type ColumnType,
  type Row,
  type Schema,
} from '../../src/lib/experiment/column.js';
import { type MissingPart, missingPartsKey } from '../../src/lib/experiment/missing.js';
import { parseProvenance, type Provenance, provenanceKey } from '../../src/lib/experiment/provenance.js';
import { columnTypes } from './column-types.js';
import { arrayBuffer } from './recorded.js';

const columnsKey = 'litmus.columns';

const physicalType = {
  int32: 'INT32',
  float64: 'DOUBLE',
  string: 'STRING',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, string>;

/**
 * Writes the rows of an experiment's table as a Parquet file, with the provenance as JSON in its key-value metadata and
 * each column's unit and description beside it (`litmus.columns`).
 *
 * @throws {TypeError} where a row does not fit the schema.
 */
export function encodeTable(schema: Schema, rows: readonly Row[], provenance: Provenance): Uint8Array {
  return encode(provenance.table, schema, rows, { [provenanceKey]: provenance });
}

/** A table that a derived one was made from. */
export type Source = Pick<Provenance, 'paper' | 'table' | 'profile' | 'key' | 'date' | 'stale'>;

/** What a derived table is made from. */
export interface Origins {
  readonly sources?: readonly Source[];
  /** Papers of which it should hold something and does not. */
  readonly missing: readonly MissingPart[];
}

/**
 * Writes a table that no experiment filled, such as the claims: in place of a provenance it names the tables that it
 * was made from (`litmus.sources`), and what it lacks. Equal rows of equal sources are equal bytes.
 */
export function encodeDerived(
  table: string,
  schema: Schema,
  rows: readonly Row[],
  { sources = [], missing }: Origins,
): Uint8Array {
  return encode(table, schema, rows, {
    'litmus.sources': sources,
    ...(missing.length > 0 ? { [missingPartsKey]: missing } : {}),
  });
}

function encode(
  table: string,
  schema: Schema,
  rows: readonly Row[],
  metadata: Readonly<Record<string, unknown>>,
): Uint8Array {
  checkRows(table, schema, rows);
  const buffer = parquetWriteBuffer({
    columnData: Object.entries(schema).map(([name, { type }]) => ({
      name,
      data: rows.map((row) => row[name]),
      type: physicalType[type],
      nullable: true,
    })),
    kvMetadata: Object.entries({ ...metadata, [columnsKey]: schema }).map(([key, value]) => ({
      key,
      value: JSON.stringify(value),
    })),
    createdBy: 'litmus',
  });
  return new Uint8Array(buffer);
}

/** What a Parquet file of ours holds, as it was written. */
export interface WrittenTable {
  readonly columns: Schema;
  readonly rows: readonly Row[];
  readonly provenance: Provenance;
}

/** Reads back what {@link encodeTable} wrote. @throws {Error} where something else wrote it. */
export async function readBack(bytes: Uint8Array): Promise<WrittenTable> {
  const file = arrayBuffer(bytes);
  const metadata = parquetMetadata(file);
  const provenance = parseProvenance(metadata.key_value_metadata);
  const columns = metadata.key_value_metadata?.find(({ key }) => key === columnsKey)?.value;
  if (!provenance || columns === undefined)
    throw new Error('this Parquet file does not say where it comes from: Litmus did not write it');
  const rows = (await parquetReadObjects({ file, metadata, rowFormat: 'object' })) as Row[];
  return { columns: readColumns(columns), rows, provenance };
}

/** Results that were recorded before every column said whether its values may be missing had columns in which they may. */
function readColumns(text: string): Schema {
  const columns = JSON.parse(text) as Readonly<Record<string, Omit<Column, 'nullable'> & Partial<Column>>>;
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, { ...column, nullable: column.nullable ?? true }]),
  );
}

/** The same columns and rows under another provenance. */
export async function restamp(bytes: Uint8Array, provenance: Provenance): Promise<Uint8Array> {
  const { columns, rows } = await readBack(bytes);
  return encodeTable(columns, rows, provenance);
}

/** Whether two tables have the same columns, by name and type, and the same rows, every number to the last bit. */
export function sameRows(first: WrittenTable, second: WrittenTable): boolean {
  const typed = ({ columns }: WrittenTable) => JSON.stringify(columnTypes(columns));
  const names = Object.keys(first.columns);
  return (
    typed(first) === typed(second) &&
    first.rows.length === second.rows.length &&
    first.rows.every((row, index) => names.every((name) => Object.is(row[name], second.rows[index][name])))
  );
}
