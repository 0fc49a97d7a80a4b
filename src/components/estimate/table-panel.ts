import type { TableSummary } from '../../lib/estimation/table-summary.js';
import { count } from '../../lib/text/number.js';
import { details } from '../details.js';
import { element } from '../element.js';
import { plainTable } from '../plain-table.js';
import { dropZone } from './drop-zone.js';

export interface TablePanelOptions {
  /** Gets a file, or is asked for the example. */
  open(of: File | 'example'): void;
}

/** Where a table comes in, and what is said of the one that is open. */
export interface TablePanel extends HTMLElement {
  /** Says what is going on. */
  say(text: string): void;
  /** Says what is wrong with a file, beside the table that stays open. */
  refuse(reason: string): void;
  /** Says what the reader should know of the address, or nothing. */
  note(text: string | undefined): void;
  describe(summary: TableSummary, isExample: boolean): void;
}

export function tablePanel({ open }: TablePanelOptions): TablePanel {
  const status = element('output', { 'aria-live': 'polite' });
  const problem = element('p', { class: 'refused', role: 'alert', hidden: true });
  const remark = element('p', { class: 'aside', role: 'status', hidden: true });
  const back = element('button', { type: 'button', hidden: true }, 'Back to the example');
  const description = element('div');
  back.addEventListener('click', () => open('example'));
  const node = element(
    'div',
    { class: 'table-panel undrawn' },
    dropZone(open),
    remark,
    problem,
    element('div', { class: 'controls' }, status, back),
    description,
  );
  const show = (paragraph: HTMLElement, text: string | undefined) => {
    paragraph.textContent = text ?? '';
    paragraph.hidden = text === undefined;
  };
  return Object.assign(node, {
    say(text: string) {
      status.textContent = text;
    },
    refuse(reason: string) {
      show(problem, reason);
    },
    note(text: string | undefined) {
      show(remark, text);
    },
    describe(summary: TableSummary, isExample: boolean) {
      node.classList.remove('undrawn');
      show(problem, undefined);
      back.hidden = isExample;
      const { name, rows, columns, checksum } = summary;
      const size = `${count(rows)} rows, ${columns.length} columns`;
      status.textContent = isExample
        ? `Open: the example, a made-up trial of ${size}.`
        : `Open: ${name}, ${size}${checksum === null ? '' : `, SHA-256 ${checksum.slice(0, 12)}…`}`;
      description.replaceChildren(
        ...notes(summary),
        details('What each column holds', columnsTable(summary)),
      );
    },
  });
}

const notes = ({ notes }: TableSummary) => notes.map((note) => element('p', { class: 'aside' }, note));

function columnsTable({ columns }: TableSummary): HTMLElement {
  return plainTable({
    caption: 'Columns, as they are taken.',
    columns: ['Column', 'Kind', 'What was found', 'Missing'],
    rows: columns.map(
      ({ name, kind, found, missing }) => [name, kind ?? 'not taken', found, count(missing)] as const,
    ),
  });
}
