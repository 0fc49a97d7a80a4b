import type { Cell } from '../lib/experiment/column.js';
import { csv } from '../lib/text/csv.js';
import { element } from './element.js';

/** Saves content as a file, through the browser's own dialogue. */
export function save(file: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  element('a', { href: address, download: file }).click();
  URL.revokeObjectURL(address);
}

/** Rows as the content of a file of comma-separated values. */
export const csvFile = (columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): Blob =>
  new Blob([csv(columns, rows)], { type: 'text/csv' });
