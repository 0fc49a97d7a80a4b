import type { Cell } from '../experiment/column.js';

/** Rows as comma-separated values after RFC 4180, with a header; missing values are empty. */
export function csv(columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  const field = (value: Cell) => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns.map(field), ...rows.map((row) => columns.map((name) => field(row[name] ?? null)))]
    .map((fields) => fields.join(',') + '\r\n')
    .join('');
}
