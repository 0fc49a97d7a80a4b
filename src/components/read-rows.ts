import type { RowOf, Schema, TableSchema } from '../lib/experiment/column.js';
import type { Provenance } from '../lib/experiment/provenance.js';
import { decodeTable, type TypedRows } from '../lib/experiment/rows.js';
import { fetchTable } from './fetch-table.js';

/** The rows of a table as plain objects. */
export interface PageRows<R> {
  readonly rows: readonly R[];
  /** None where no experiment filled the table: the claims, or what a notebook made. */
  readonly provenance: Provenance | undefined;
  readonly href: string;
}

/**
 * Reads a table of the site.
 *
 * @param href from `FileAttachment('….parquet').href`: without a property after it, Framework takes the file for one to
 * read with libraries of its own, and fetches those
 * @param table types the rows, and is checked against the file
 * @throws {Error} where there is no such file, where it is no Parquet file, or lacks a column
 */
export async function readRows<S extends Schema>(
  href: string,
  table: TableSchema<S>,
): Promise<PageRows<RowOf<S>> & TypedRows<S>> {
  return { ...(await decodeTable(await fetchTable(href), table, new URL(href).pathname)), href };
}
