import { type Decimal, numberReaders } from './cell-readers.js';
import { type Cell, isMissing } from './variable.js';

/** From this share of numbers on, texts among them are more likely slips than labels. */
const mostlyNumbers = 0.5;

/** What to say of a column of texts most of which are numbers, since it is taken as labels; nothing of another. */
export function mixedColumn(name: string, cells: readonly Cell[], decimal: Decimal): string | undefined {
  if (typeof cells.find((cell) => !isMissing(cell)) !== 'string') return undefined;
  const readers = numberReaders(decimal);
  const isText = (cell: Cell) =>
    typeof cell === 'string' && !isMissing(cell) && readers.every((read) => read(cell) === undefined);
  const present = cells.filter((cell) => !isMissing(cell));
  const texts = present.filter(isText).length;
  if (texts === 0 || texts > (1 - mostlyNumbers) * present.length) return undefined;
  const row = cells.findIndex(isText);
  return (
    `Column "${name}" has ${texts === 1 ? 'a text' : `${texts} texts`} among ${present.length - texts} numbers ("${String(cells[row])}" in ` +
    `row ${row + 1}${texts === 1 ? '' : ' first'}), so that all of it is taken as labels: leave such cells empty to have numbers.`
  );
}
