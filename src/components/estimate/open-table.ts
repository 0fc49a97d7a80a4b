import type { Sides } from '../../lib/estimation/columns.js';
import type { TableSummary } from '../../lib/estimation/table-summary.js';
import type { Prepared, PreparedColumns, TableRequest } from './table-messages.js';
import { ask } from './worker-call.js';

/** A table that is held in a thread of its own. */
export interface OpenTable {
  readonly summary: TableSummary;
  /** The columns of a question. @throws {RangeError} where there is none of them, or no row is left */
  prepare(sides: Sides): Promise<Prepared>;
  /** Several columns, of the rows in which none is missing. @throws as {@link prepare} */
  columns(names: readonly string[]): Promise<PreparedColumns>;
  close(): void;
}

/** Bytes beyond which a page does not read a file, since a browser holds it several times. */
const largest = 512 * 2 ** 20;

/**
 * Reads somebody's file, or the example, in a thread of its own.
 *
 * @throws {RangeError} where it is no table, or too large
 */
export async function openTable(of: File | 'example'): Promise<OpenTable> {
  if (of !== 'example' && of.size > largest)
    throw new RangeError(
      `${of.name} has ${Math.round(of.size / 2 ** 20)} MB, and a page takes ${largest / 2 ** 20}: leave out columns or rows, or ` +
        `use the command line, npx litmus estimate "${of.name}" --x … --y …`,
    );
  const worker = new Worker(import.meta.resolve('./table-worker.js'), { type: 'module' });
  const call = <A>(request: TableRequest) => ask<TableRequest, A>(worker, request);
  try {
    const open = of === 'example' ? of : { name: of.name, file: of };
    const summary = await call<TableSummary>({ open });
    return {
      summary,
      prepare: (prepare) => call<Prepared>({ prepare }),
      columns: (columns) => call<PreparedColumns>({ columns }),
      close: () => worker.terminate(),
    };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
