import { type Content, element } from './element.js';

/**
 * A table in a box of its own, which scrolls where the table is wider than the page. The box can be focused, so that
 * the keyboard can scroll what a narrow screen cuts off.
 */
export function scrollingTable(
  caption: string,
  heads: readonly HTMLElement[],
  body: HTMLElement,
): HTMLElement {
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element(
      'table',
      { class: 'data-table' },
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, heads)),
      body,
    ),
  );
}

/** A line of a table: its heading, then its cells. */
export function tableLine(heading: Content, cells: readonly HTMLElement[]): HTMLElement {
  return element('tr', {}, element('th', { scope: 'row' }, heading), cells);
}
