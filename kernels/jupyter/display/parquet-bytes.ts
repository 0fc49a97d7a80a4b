import { types } from 'node:util';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Records } from './records.js';

type ParquetType = 'INT32' | 'INT64' | 'DOUBLE' | 'STRING' | 'BOOLEAN' | 'TIMESTAMP';

/**
 * Rows as a Parquet file. A column's type follows from its values: whole numbers of 32 bits INT32, other numbers
 * DOUBLE, big integers INT64, and texts, booleans and dates; missing values are null, and a column of nothing else
 * is one of texts.
 *
 * @throws {TypeError} where a column mixes types, or holds values that are not flat.
 */
export function parquetBytes({ columns, rows }: Records): Uint8Array {
  const columnData = columns.map((name) => {
    const data = rows.map((row) => row[name] ?? null);
    return { name, data, type: columnType(name, data), nullable: true };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'litmus' }));
}

function columnType(name: string, values: readonly unknown[]): ParquetType {
  let type: ParquetType | undefined;
  values.forEach((value, row) => {
    if (value === null) return;
    const own = valueType(value);
    if (!own)
      throw new TypeError(
        `column ${name}, row ${row}: Parquet columns hold numbers, texts, booleans or dates here, not ` +
          `${Array.isArray(value) ? 'arrays' : `a value of type ${typeof value}`}; give each its own column, or JSON.stringify it`,
      );
    if (type === undefined || type === own) type = own;
    else if (isNumber(type) && isNumber(own)) type = 'DOUBLE';
    else
      throw new TypeError(`column ${name}, row ${row}: ${own} after ${type}; a Parquet column has one type`);
  });
  return type ?? 'STRING';
}

const isNumber = (type: ParquetType) => type === 'INT32' || type === 'DOUBLE';

function valueType(value: unknown): ParquetType | undefined {
  if (typeof value === 'string') return 'STRING';
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'number') return Object.is(value | 0, value) ? 'INT32' : 'DOUBLE';
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? 'INT64' : undefined;
  return types.isDate(value) ? 'TIMESTAMP' : undefined;
}
