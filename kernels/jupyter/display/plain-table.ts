import { textTable } from '../../cli/text-table.js';
import type { Records } from './records.js';
import { omission, textColumns } from './table-cells.js';

/** The first rows as lines of text, numbers aligned to the right. */
export function plainTable(records: Records): string {
  const columns = textColumns(records, 40).map(({ name, numeric, cells }) => {
    const texts = [name, ...cells.map(({ text }) => text)];
    const width = Math.max(...texts.map((text) => text.length));
    return numeric ? texts.map((text) => text.padStart(width)) : texts;
  });
  const [header, ...rows] = columns[0].map((_, line) => columns.map((column) => column[line]));
  const note = omission(records);
  return `${textTable(header, rows)}${note ? `(${note})` : ''}`.trimEnd();
}
