import type { Cell } from '../lib/experiment/column.js';
import { element } from './element.js';
import { csvFile, save } from './save.js';

/**
 * A button that saves rows as comma-separated values, through the browser's own dialogue.
 *
 * @param file Name of the file, without its ending.
 * @param rows Asked when the button is pressed.
 */
export function csvButton(
  file: string,
  columns: readonly string[],
  rows: () => readonly Readonly<Record<string, Cell>>[],
): HTMLElement {
  const button = element('button', { type: 'button' }, 'Download as CSV');
  button.addEventListener('click', () => {
    save(`${file}.csv`, csvFile(columns, rows()));
  });
  return button;
}
