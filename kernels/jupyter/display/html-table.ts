import { escapeHtml } from './escape.js';
import type { Records } from './records.js';
import { omission, type TextCell, textColumns } from './table-cells.js';

/**
 * The first rows as an HTML table. Styles stand on the elements, where every front end keeps them, and colours are
 * the front end's own, so that the table is readable on a light and on a dark page.
 */
export function htmlTable(records: Records): string {
  const columns = textColumns(records, 200);
  const head = columns.map(
    ({ name, numeric }) => `<th scope="col"${style(name, numeric)}>${escapeHtml(name)}</th>`,
  );
  const body = records.rows.map((_, row) => {
    const cells = columns.map(({ numeric, cells }) => {
      const cell = cells[row];
      return `<td${style(cell.text, numeric)}>${content(cell)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>\n`;
  });
  const note = omission(records);
  return (
    '<div style="overflow-x:auto">\n' +
    '<table class="dataframe" style="margin-left:0;font-variant-numeric:tabular-nums">\n' +
    `<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table>\n` +
    `${note ? `<p style="opacity:0.7">${note}</p>\n` : ''}</div>`
  );
}

/** A short text stays on one line, a long one wraps without becoming a thin column. */
function style(text: string, numeric: boolean): string {
  const width = text.length > 40 ? 'min-width:20em' : 'white-space:nowrap';
  return ` style="text-align:${numeric ? 'right' : 'left'};padding:0.3em 0.6em;${width}"`;
}

function content({ text, missing }: TextCell): string {
  return missing && text ? `<span style="opacity:0.5">${text}</span>` : escapeHtml(text);
}
