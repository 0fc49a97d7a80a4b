import { types } from 'node:util';
import type { Records } from './records.js';

/**
 * Rows as a text with a header: fields apart by `delimiter`, in quotes where they need them (RFC 4180), missing
 * values empty, dates as ISO 8601.
 *
 * @throws {TypeError} where a value is neither text, number, boolean nor date.
 */
export function delimited({ columns, rows }: Records, delimiter: ',' | '\t'): string {
  const quote = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((row, index) => columns.map((name) => quote(field(row[name], name, index))));
  return [columns.map(quote), ...lines].map((fields) => `${fields.join(delimiter)}\n`).join('');
}

function field(value: unknown, column: string, row: number): string {
  if (value === null || value === undefined) return '';
  if (types.isDate(value)) return value.toISOString();
  if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`column ${column}, row ${row}: a field is text, a number, a boolean or a date`);
  return String(value);
}
