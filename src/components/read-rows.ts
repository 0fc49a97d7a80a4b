import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { RowOf, Schema, TableSchema } from '../lib/experiment/column.js';
import { parseProvenance, type Provenance } from '../lib/experiment/provenance.js';
import { decodeRows } from '../lib/experiment/rows.js';
import { fetchTable } from './fetch-table.js';

/** The rows of a table as plain objects. */
export interface PageRows<R> {
  readonly rows: readonly R[];
  readonly provenance: Provenance | undefined;
  readonly href: string;
}

/**
 * As `readTable`, but as plain rows, which Plot and the claim table are content with, and without Arquero's
 * share of the page's script.
 *
 * @param table types the rows, and is checked against the file; without it `R` is the caller's knowledge of the columns
 */
export async function readRows<S extends Schema>(
  href: string,
  table: TableSchema<S>,
): Promise<PageRows<RowOf<S>>>;
export async function readRows<R>(href: string): Promise<PageRows<R>>;
export async function readRows<S extends Schema>(
  href: string,
  table?: TableSchema<S>,
): Promise<PageRows<unknown>> {
  const file = await fetchTable(href);
  if (table) return { ...(await decodeRows(file, table)), href };
  const metadata = parquetMetadata(file);
  const rows = await parquetReadObjects({ file, metadata, rowFormat: 'object' });
  return { rows, provenance: parseProvenance(metadata.key_value_metadata), href };
}
