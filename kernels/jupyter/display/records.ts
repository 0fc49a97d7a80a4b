import { types } from 'node:util';

/** One row, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of a table, wherever it came from. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** How many there are in all; `undefined` where only going on would tell. */
  readonly count: number | undefined;
}

/** What of an Arquero table is used here. */
interface TableLike {
  numRows(): number;
  numCols(): number;
  columnNames(): string[];
  objects(options?: { limit?: number; columns?: unknown }): Row[];
}

/**
 * The first `limit` rows of an Arquero table, or of an array or other collection of plain objects; `undefined`
 * where the value is neither, or has no row or column to show. Iterators, which reading would use up, are neither.
 */
export function records(value: unknown, limit = Infinity): Records | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isTable(value)) {
    const columns = value.columnNames();
    if (columns.length === 0) return undefined;
    return { columns, rows: value.objects({ limit }), count: value.numRows() };
  }
  const found = Array.isArray(value) ? fromArray(value, limit) : fromIterable(value, limit);
  if (!found || found.rows.length === 0) return undefined;
  const columns = [...new Set(found.rows.flatMap((row) => Object.keys(row)))];
  return columns.length > 0 ? { columns, ...found } : undefined;
}

/** Whether a value is a table of Arquero, of whichever copy of the library. */
export function isTable(value: unknown): value is TableLike {
  const table = value as Partial<TableLike>;
  return (
    typeof table?.numRows === 'function' &&
    typeof table.numCols === 'function' &&
    typeof table.columnNames === 'function' &&
    typeof table.objects === 'function'
  );
}

function fromArray(value: readonly unknown[], limit: number): Omit<Records, 'columns'> | undefined {
  const rows = limit < value.length ? value.slice(0, limit) : value;
  // Not `every`, which passes over the holes of a sparse array.
  for (let i = 0; i < rows.length; i++) if (!isPlainObject(rows[i])) return undefined;
  return { rows: rows as Row[], count: value.length };
}

function fromIterable(value: object, limit: number): Omit<Records, 'columns'> | undefined {
  const { [Symbol.iterator]: iterate, size } = value as Partial<Iterable<unknown> & { size: unknown }>;
  if (typeof iterate !== 'function' || types.isGeneratorObject(value)) return undefined;
  const iterator = iterate.call(value);
  if ((iterator as unknown) === value) return undefined;
  const rows: Row[] = [];
  for (const row of { [Symbol.iterator]: () => iterator }) {
    if (rows.length === limit) return { rows, count: typeof size === 'number' ? size : undefined };
    if (!isPlainObject(row)) return undefined;
    rows.push(row);
  }
  return { rows, count: rows.length };
}

/** An object literal, or one of another realm or without a prototype; nothing that a class made. */
export function isPlainObject(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  return (
    Object.getPrototypeOf(prototype) === null &&
    Object.prototype.hasOwnProperty.call(prototype, 'isPrototypeOf')
  );
}
