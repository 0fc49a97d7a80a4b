import type { RowOf, Schema, TableSchema } from '../lib/experiment/column.js';
import type { Provenance } from '../lib/experiment/provenance.js';
import { decodeNotebookRows, decodeRows } from '../lib/experiment/rows.js';
import { fetchTable } from './fetch-table.js';

/** The rows of a table as plain objects. */
export interface PageRows<R> {
  readonly rows: readonly R[];
  /** None where a notebook made the file. */
  readonly provenance: Provenance | undefined;
  readonly href: string;
}

/**
 * Reads a table that Litmus wrote.
 *
 * @param href from `FileAttachment('….parquet').href`: without a property after it, Framework takes the file for one to
 * read with libraries of its own, and fetches those
 * @param table types the rows, and is checked against the file
 * @throws {Error} where there is no such file, where it is no Parquet file, carries no provenance, or lacks a column
 */
export async function readRows<S extends Schema>(
  href: string,
  table: TableSchema<S>,
): Promise<PageRows<RowOf<S>>> {
  return { ...(await decodeRows(await fetchTable(href), table)), href };
}

/** As {@link readRows}, of a Parquet file that a notebook made. */
export async function readNotebookRows<S extends Schema>(
  href: string,
  columns: S,
): Promise<PageRows<RowOf<S>>> {
  const name = new URL(href).pathname;
  const rows = await decodeNotebookRows(await fetchTable(href), columns, name);
  return { rows, provenance: undefined, href };
}
