import { type CellReader, dateReaders, type Decimal, numberReaders, slashReaders } from './cell-readers.js';
import type { Cell } from './variable.js';

/** What stands in tables for a value that is missing, whatever the case. */
const missing = new Set(
  ['', 'na', 'n/a', 'n.a.', 'k.a.', 'nan', 'null', 'none', '.', '-', '--', '?', '\\n'].concat(
    // What spreadsheets write for what they cannot compute.
    ['#n/a', '#na', '#value!', '#div/0!', '#ref!', '#num!'],
  ),
);

/**
 * The texts of a column as what they all are: numbers, dates, or texts; null where a value is missing. One text among
 * numbers makes all of them texts, and so labels. Dates are those of ISO 8601, `31.1.2024`, `2024/1/31`, and `31/1/2024` or
 * `1/31/2024` where one of them says which it is.
 *
 * @param decimal what may stand before the fraction of a number, beside a point
 */
export function typedCells(texts: readonly (string | null | undefined)[], decimal: Decimal = '.'): Cell[] {
  const trimmed = texts.map((text) => {
    const plain = text?.trim() ?? '';
    // The longest mark has eight letters: others need not be looked up.
    return plain.length <= 8 && missing.has(plain.toLowerCase()) ? null : plain;
  });
  if (trimmed.every((text) => text === null)) return trimmed;
  for (const reader of [...numberReaders(decimal), ...dateReaders]) {
    const cells = readBy(reader, trimmed);
    if (cells) return cells;
  }
  const [days, months] = slashReaders.map((reader) => readBy(reader, trimmed));
  return (days && months ? undefined : (days ?? months)) ?? trimmed;
}

/** All of the cells by one reader; nothing where one is written otherwise. */
function readBy(reader: CellReader<Cell>, texts: readonly (string | null)[]): Cell[] | undefined {
  const cells = new Array<Cell>(texts.length);
  for (const [at, text] of texts.entries()) {
    const value = text === null ? null : reader(text);
    if (value === undefined) return undefined;
    cells[at] = value;
  }
  return cells;
}
