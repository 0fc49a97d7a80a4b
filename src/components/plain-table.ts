import { element, type Content } from './element.js';

export interface PlainTableOptions {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row is its heading. A cell that is `faint` has nothing to show. */
  readonly rows: readonly (readonly (string | { readonly faint: string })[])[];
}

/** A table with a heading for each row and column; wider than the page, it scrolls in its own box. */
export function plainTable({ caption, columns, rows }: PlainTableOptions): HTMLElement {
  const cell = (value: string | { readonly faint: string }): Content =>
    typeof value === 'string' ? element('td', {}, value) : element('td', { class: 'faint' }, value.faint);
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element(
      'table',
      { class: 'data-table' },
      element('caption', {}, caption),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          columns.map((column) => element('th', { scope: 'col' }, column)),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map(([heading, ...cells]) =>
          element('tr', {}, element('th', { scope: 'row' }, heading as string), cells.map(cell)),
        ),
      ),
    ),
  );
}
