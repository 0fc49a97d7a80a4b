import { types } from 'node:util';
import { cut, inspectLine } from './inspect-text.js';
import { columnFormat } from './number-text.js';
import type { Records } from './records.js';

/** A column as it is drawn. */
export interface TextColumn {
  readonly name: string;
  /** Whether its values are numbers, which are aligned to the right. */
  readonly numeric: boolean;
  readonly cells: readonly TextCell[];
}

export interface TextCell {
  readonly text: string;
  /** `null` or nothing at all, rather than a value. */
  readonly missing: boolean;
}

/** Rows and columns that are drawn of a table. */
export const shownRows = 20;
export const shownColumns = 20;

/** The columns of a table that are drawn, as text; texts are cut to `longest` characters. */
export function textColumns({ columns, rows }: Records, longest: number): TextColumn[] {
  return columns.slice(0, shownColumns).map((name) => {
    const values = rows.map((row) => read(row, name));
    const numbers = values.filter((value) => typeof value === 'number');
    const format = columnFormat(numbers);
    return {
      name: oneLine(name, longest),
      numeric: values.some(isNumeric) && values.every((value) => value == null || isNumeric(value)),
      cells: values.map((value) => ({
        text: typeof value === 'number' ? format(value) : cellText(value, longest),
        missing: value == null,
      })),
    };
  });
}

/** What is not drawn: "20 of 1,000 rows"; `undefined` where everything is. */
export function omission({ columns, rows, count }: Records): string | undefined {
  const parts = [];
  const number = (value: number) => value.toLocaleString('en-GB');
  if (count === undefined) parts.push(`first ${number(rows.length)} rows`);
  else if (count > rows.length) parts.push(`${number(rows.length)} of ${number(count)} rows`);
  if (columns.length > shownColumns) parts.push(`${shownColumns} of ${number(columns.length)} columns`);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

const isNumeric = (value: unknown) => typeof value === 'number' || typeof value === 'bigint';

/** A getter that throws spoils its own cell, not the table. */
function read(row: Records['rows'][number], column: string): unknown {
  try {
    return row[column];
  } catch {
    return '[threw]';
  }
}

function cellText(value: unknown, longest: number): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return oneLine(value, longest);
  if (typeof value === 'bigint') return String(value);
  if (types.isDate(value)) return dateText(value);
  return inspectLine(value, longest);
}

/** A date at midnight UTC is a day. */
function dateText(date: Date): string {
  const time = Date.prototype.getTime.call(date);
  if (Number.isNaN(time)) return 'Invalid Date';
  return new Date(time).toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
}

function oneLine(text: string, longest: number): string {
  return cut(text, longest)
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '↵')
    .replace(/\t/g, '⇥');
}
