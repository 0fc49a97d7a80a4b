import { columnsOf, sidesOf } from '../../lib/estimation/columns.js';
import { readTable } from '../../lib/estimation/read-table.js';
import type { Table } from '../../lib/estimation/table.js';
import { summaryOf, type TableSummary } from '../../lib/estimation/table-summary.js';
import { drawnRows } from './drawn-rows.js';
import { exampleTable } from './example-table.js';
import type { Prepared, PreparedColumns, TableRequest } from './table-messages.js';
import { answerCalls } from './worker-call.js';

let table: Table;

/** Holds a table, so that the page itself never waits for it. */
answerCalls<TableRequest, TableSummary | Prepared | PreparedColumns>(async (request) => {
  if ('open' in request) {
    if (request.open === 'example') return summaryOf((table = exampleTable()), null);
    const { name, file } = request.open;
    const bytes = await file.arrayBuffer();
    const checksum = await checksumOf(bytes);
    return summaryOf((table = await readTable(name, bytes)), checksum);
  }
  if ('prepare' in request) {
    const sides = request.prepare;
    return { ...sidesOf(table, sides), drawn: drawnRows(table, sides) };
  }
  const { variables, leftOut } = columnsOf(table, request.columns);
  return { variables: [...variables.values()], leftOut };
});

/** SHA-256 in hexadecimal; `null` where the page came by no safe way, for which browsers compute none. */
async function checksumOf(bytes: ArrayBuffer): Promise<string | null> {
  if (!isSecureContext) return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
