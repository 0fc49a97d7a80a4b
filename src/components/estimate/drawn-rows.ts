import type { Sides } from '../../lib/estimation/columns.js';
import type { Table } from '../../lib/estimation/table.js';
import { type Cell, isMissing } from '../../lib/estimation/variable.js';
import { random } from '../../lib/statistics/random.js';
import type { DrawnRows, DrawnValue } from './table-messages.js';

/** Rows beyond which a sample is drawn: more dots are no clearer, and slow. */
const most = 2000;

/** The columns of both sides as they stand in the table, those of y so many steps later where there is a lag. */
export function drawnRows(table: Table, { x, y, given = [], lag = 0 }: Sides): DrawnRows {
  const used = [...x, ...y, ...given].map((name) => table.cells(name));
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => row + lag < table.rows && used.every((cells) => !isMissing(cells[row])),
  );
  const shown =
    rows.length <= most
      ? rows
      : Array.from(random(1, 'drawn').shuffle(rows.length).slice(0, most), (at) => rows[at]);
  const columns = (names: readonly string[], later: number) =>
    names.map((name) => {
      const cells = table.cells(name);
      return shown.map((row) => drawn(cells[row + later]));
    });
  return { x: columns(x, 0), y: columns(y, lag), of: rows.length };
}

function drawn(cell: Cell): DrawnValue {
  if (typeof cell === 'bigint') return Number(cell);
  return typeof cell === 'number' || cell instanceof Date ? cell : String(cell);
}
