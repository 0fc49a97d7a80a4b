import { parquetWriteBuffer } from 'hyparquet-writer';
import { decodeTable } from '../../src/lib/experiment/table.js';
import { checkRows, type ColumnType, type Row, type Schema } from '../../src/lib/experiment/column.js';
import { provenanceKey, type Provenance } from '../../src/lib/experiment/provenance.js';

const physicalType = {
  int32: 'INT32',
  float64: 'DOUBLE',
  string: 'STRING',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, string>;

/**
 * Writes rows as a Parquet file, with the provenance as JSON in its key-value metadata and each column's
 * unit and description beside it (`litmus.columns`).
 *
 * @throws {TypeError} where a row does not fit the schema.
 */
export function encodeTable(schema: Schema, rows: readonly Row[], provenance: Provenance): Uint8Array {
  checkRows(provenance.table, schema, rows);
  const buffer = parquetWriteBuffer({
    columnData: Object.entries(schema).map(([name, { type }]) => ({
      name,
      data: rows.map((row) => row[name]),
      type: physicalType[type],
      nullable: true,
    })),
    kvMetadata: [
      { key: provenanceKey, value: JSON.stringify(provenance) },
      { key: 'litmus.columns', value: JSON.stringify(schema) },
    ],
    createdBy: 'litmus',
  });
  return new Uint8Array(buffer);
}

/** The same rows under another provenance. @throws {TypeError} where they do not fit the schema. */
export async function restamp(
  bytes: Uint8Array,
  schema: Schema,
  provenance: Provenance,
): Promise<Uint8Array> {
  const { table } = await decodeTable(new Uint8Array(bytes).buffer);
  return encodeTable(schema, table.objects() as Row[], provenance);
}
