import { element } from './element.js';
import { scrollingTable, tableLine } from './scrolling-table.js';

export interface PlainTableOptions {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly PlainRow[];
}

/** A row's heading, then its cells. */
export type PlainRow = readonly [string, ...PlainCell[]];

/** A text; one that is `faint` has nothing to show. */
type PlainCell = string | { readonly faint: string };

/** A table with a heading for each row and column; wider than the page, it scrolls in its own box. */
export function plainTable({ caption, columns, rows }: PlainTableOptions): HTMLElement {
  const cell = (value: PlainCell) =>
    typeof value === 'string' ? element('td', {}, value) : element('td', { class: 'faint' }, value.faint);
  return scrollingTable(
    caption,
    columns.map((column) => element('th', { scope: 'col' }, column)),
    element(
      'tbody',
      {},
      rows.map(([heading, ...cells]) => tableLine(heading, cells.map(cell))),
    ),
  );
}
