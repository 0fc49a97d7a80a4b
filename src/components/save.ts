import type { Cell } from '../lib/experiment/column.js';
import { csv } from '../lib/text/csv.js';
import { element } from './element.js';

/** How long a file's content stays at its address after the click: browsers begin to read it some time later. */
const addressLives = 60_000;

/** Saves content as a file, through the browser's own dialogue. */
export function save(file: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  element('a', { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), addressLives);
}

/** Rows as the content of a file of comma-separated values. */
export const csvFile = (columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): Blob =>
  new Blob([csv(columns, rows)], { type: 'text/csv' });
