import { csv } from './csv.js';
import { element } from './element.js';

/** A column of a table that is read rather than drawn. */
export interface TableColumn<R> {
  readonly name: string;
  /** What the column is sorted and downloaded by; `null` for a missing value, which sorts last. */
  value(row: R): number | string | null;
  /** What is shown; the value itself where omitted. */
  format?(row: R): string;
}

export interface TableOptions {
  readonly caption: string;
  /** Name of the downloaded file, without its ending. */
  readonly file: string;
}

/** Rows in columns, sorted by a click on a heading (a second one turns the order), downloadable as CSV. */
export function table<R>(
  rows: readonly R[],
  columns: readonly TableColumn<R>[],
  { caption, file }: TableOptions,
): HTMLElement {
  const body = element('tbody');
  let sorted: { readonly column: TableColumn<R>; readonly descending: boolean } | undefined;
  const heads = columns.map((column) => {
    const button = element('button', { type: 'button', class: 'sort' }, column.name);
    button.addEventListener('click', () => {
      sorted = { column, descending: sorted?.column === column && !sorted.descending };
      show();
    });
    return element('th', { scope: 'col' }, button);
  });
  const show = () => {
    body.replaceChildren(...inOrder(rows, sorted).map((row) => line(row, columns)));
    heads.forEach((head, index) => {
      if (columns[index] !== sorted?.column) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', sorted.descending ? 'descending' : 'ascending');
    });
  };
  show();
  const button = element('button', { type: 'button' }, 'Download as CSV');
  button.addEventListener('click', () => download(`${file}.csv`, asCsv(rows, columns)));
  return element(
    'div',
    { class: 'data' },
    element(
      'div',
      // Focusable, so that the keyboard can scroll what a narrow screen cuts off.
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
      element(
        'table',
        { class: 'data-table' },
        element('caption', {}, caption),
        element('thead', {}, element('tr', {}, heads)),
        body,
      ),
    ),
    element('p', { class: 'downloads' }, button),
  );
}

function line<R>(row: R, columns: readonly TableColumn<R>[]): HTMLElement {
  return element(
    'tr',
    {},
    columns.map(({ value, format }, index) => {
      const text = format ? format(row) : (value(row) ?? '–');
      if (index === 0) return element('th', { scope: 'row' }, text);
      return element('td', { class: typeof value(row) === 'string' ? null : 'number' }, text);
    }),
  );
}

function inOrder<R>(
  rows: readonly R[],
  sorted: { readonly column: TableColumn<R>; readonly descending: boolean } | undefined,
): readonly R[] {
  if (!sorted) return rows;
  const sign = sorted.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [sorted.column.value(a), sorted.column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'string' || typeof y === 'string')
      return sign * String(x).localeCompare(String(y), 'en');
    return sign * (x - y);
  });
}

function asCsv<R>(rows: readonly R[], columns: readonly TableColumn<R>[]): string {
  return csv(
    columns.map(({ name }) => name),
    rows.map((row) => Object.fromEntries(columns.map(({ name, value }) => [name, value(row)]))),
  );
}

/** Saves a text as a file, through the browser's own dialogue. */
function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  element('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
