import { askableColumns, type TableSummary } from '../../lib/estimation/table-summary.js';
import { checkbox, type Control, control, optionsOf } from '../control.js';
import { element } from '../element.js';

/** Columns that are ticked at first, at most: pairs grow with their square. */
const tickedAtFirst = 12;

/** Which columns of the table that is open are taken two by two. */
export interface ColumnChoice extends Control<readonly string[]> {
  /** Offers those of another table. */
  offer(summary: TableSummary): void;
}

export function columnChoice(): ColumnChoice {
  const node = element('div', { class: 'form' });
  let chosen: Control<readonly string[]> | undefined;
  return Object.assign(
    control<readonly string[]>(node, () => chosen?.value ?? []),
    {
      offer(summary: TableSummary) {
        const names = askableColumns(summary).map(({ name }) => name);
        chosen = checkbox('Columns', optionsOf(names), names.slice(0, tickedAtFirst));
        node.replaceChildren(chosen);
        node.dispatchEvent(new Event('input', { bubbles: true }));
      },
    },
  );
}
