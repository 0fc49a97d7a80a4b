import { element } from './element.js';

/** By which column a table is sorted, and which way. */
export interface Sorting<C> {
  readonly column: C;
  readonly descending: boolean;
}

/**
 * The headings of a table. A click on one that can be sorted by sorts, a second one turns the order, a third one
 * restores the order that the rows came in.
 *
 * @param sortable Whether a column can be sorted by.
 * @param show Called with the sorting after each click; `undefined` stands for the order that the rows came in.
 */
export function sortingHeads<C extends { readonly name: string }>(
  columns: readonly C[],
  sortable: (column: C) => boolean,
  show: (sorting: Sorting<C> | undefined) => void,
): HTMLElement[] {
  let sorting: Sorting<C> | undefined;
  const heads = columns.map((column) => {
    // A browser takes a heading's role from a table whose rows are laid out as blocks: it is spelled out.
    const head = element('th', { scope: 'col', role: 'columnheader' });
    if (!sortable(column)) head.append(column.name);
    else {
      const button = element('button', { type: 'button', class: 'sort' }, column.name);
      button.addEventListener('click', () => {
        sorting = next(sorting, column);
        mark();
        show(sorting);
      });
      head.append(button);
    }
    return head;
  });
  const mark = () =>
    heads.forEach((head, index) => {
      if (columns[index] !== sorting?.column) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', sorting.descending ? 'descending' : 'ascending');
    });
  return heads;
}

function next<C>(sorting: Sorting<C> | undefined, clicked: C): Sorting<C> | undefined {
  if (sorting?.column !== clicked) return { column: clicked, descending: false };
  return sorting.descending ? undefined : { column: clicked, descending: true };
}
