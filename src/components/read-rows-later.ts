import type { RowOf, Schema, TableSchema } from '../lib/experiment/column.js';
import type { TypedRows } from '../lib/experiment/rows.js';
import { afterFirstScreen } from './after-first-screen.js';
import { type PageRows, readRows } from './read-rows.js';

let waiting: ReturnType<typeof afterFirstScreen> | undefined;

/**
 * Reads a table as {@link readRows} does, but after the first screen: for large ones whose figures are further down.
 *
 * @throws {Error} as `readRows`
 */
export function readRowsLater<S extends Schema>(
  href: string,
  table: TableSchema<S>,
): Promise<PageRows<RowOf<S>> & TypedRows<S>> {
  waiting ??= afterFirstScreen(window);
  return waiting(() => readRows(href, table));
}
