import { csvButton } from './download.js';
import { type Content, element } from './element.js';
import { scrollingTable, tableLine } from './scrolling-table.js';
import { type Sorting, sortingHeads } from './sorting.js';

/** A column of a table that is read rather than drawn. */
export interface TableColumn<R> {
  readonly name: string;
  /** What the column is sorted and downloaded by; `null` for a missing value, which sorts last. */
  value(row: R): number | string | null;
  /** What is shown; the value itself where omitted. */
  format?(row: R): Content;
}

export interface TableOptions {
  readonly caption: string;
  /** Name of the downloaded file, without its ending. */
  readonly file: string;
}

/**
 * Rows in columns, downloadable as CSV. A click on a heading sorts, a second one turns the order, a third one restores
 * the order of the rows.
 */
export function table<R>(
  rows: readonly R[],
  columns: readonly TableColumn<R>[],
  { caption, file }: TableOptions,
): HTMLElement {
  const body = element('tbody');
  const show = (sorting?: Sorting<TableColumn<R>>) =>
    body.replaceChildren(...inOrder(rows, sorting).map((row) => line(row, columns)));
  const heads = sortingHeads(columns, () => true, show);
  show();
  const values = () =>
    rows.map((row) => Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])));
  return element(
    'div',
    { class: 'data' },
    scrollingTable(caption, heads, body),
    element(
      'p',
      { class: 'downloads' },
      csvButton(
        file,
        columns.map(({ name }) => name),
        values,
      ),
    ),
  );
}

function line<R>(row: R, columns: readonly TableColumn<R>[]): HTMLElement {
  const text = ({ value, format }: TableColumn<R>): Content => (format ? format(row) : (value(row) ?? '–'));
  const [heading, ...others] = columns;
  return tableLine(
    text(heading),
    others.map((column) =>
      element('td', { class: typeof column.value(row) === 'string' ? null : 'number' }, text(column)),
    ),
  );
}

function inOrder<R>(rows: readonly R[], sorting: Sorting<TableColumn<R>> | undefined): readonly R[] {
  if (!sorting) return rows;
  const sign = sorting.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [sorting.column.value(a), sorting.column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'string' || typeof y === 'string')
      return sign * String(x).localeCompare(String(y), 'en');
    return sign * (x - y);
  });
}
