import type { Decimal } from './cell-readers.js';
import { mixedColumn } from './mixed-column.js';
import type { ReadColumns } from './table.js';
import { typedCells } from './typed-cells.js';

const separators = ['\t', ';', ','];

/**
 * The columns of a table in text, whose first line names them. It is separated by whichever of tab, semicolon and comma
 * that line has most of; with a semicolon, as with a tab, numbers may have a decimal comma.
 *
 * @throws {RangeError} where there is no line of values, or no heading
 */
export async function textColumns(text: string): Promise<ReadColumns> {
  // Spreadsheets may say in a line before the heading what separates cells.
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '');
  if (plain.trim() === '') throw new RangeError('the table is empty: its first line names the columns');
  const { fromCSV } = await import('arquero');
  const [line] = plain.split(/\r?\n/, 1);
  const counts = separators.map((separator) => line.split(separator).length);
  const most = Math.max(...counts);
  const delimiter = separators[counts.indexOf(most)];
  // Arquero takes as many columns as the first line has: the line before the heading has one more, for what is beyond it.
  const parsed = fromCSV(`${delimiter.repeat(most)}\n${plain}`, {
    delimiter,
    header: false,
    autoType: false,
  });
  const columns = parsed
    .columnNames()
    .map((name) => [...(parsed.array(name) as Iterable<Text>)].slice(1))
    .map(([heading, ...cells]) => ({ heading, cells }));
  const width = columns.filter(({ heading }) => heading !== undefined).length;
  return named(withoutBlankLines(columns, width), width, delimiter === ',' ? '.' : ',');
}

type Text = string | null | undefined;

interface TextColumn {
  /** `undefined` beyond the heading. */
  readonly heading: Text;
  readonly cells: readonly Text[];
}

/** A line without anything in it is none of the table, unless the table has one column. */
function withoutBlankLines(columns: readonly TextColumn[], width: number): readonly TextColumn[] {
  if (width < 2) return columns;
  const second = columns[1].cells;
  const keeps = (row: number) => second[row] !== undefined || (columns[0].cells[row] ?? '').trim() !== '';
  if (second.every((_, row) => keeps(row))) return columns;
  return columns.map(({ heading, cells }) => ({ heading, cells: cells.filter((_, row) => keeps(row)) }));
}

function named(all: readonly TextColumn[], width: number, decimal: Decimal): ReadColumns {
  const notes: string[] = [];
  const columns = new Map<string, readonly unknown[]>();
  for (const [at, { heading, cells }] of all.slice(0, width).entries()) {
    const title = heading?.trim() ?? '';
    // A separator at the end of every line makes a column of nothing.
    if (title === '' && cells.every((cell) => (cell ?? '').trim() === '')) continue;
    const plain = title === '' ? `column ${at + 1}` : title;
    const name = freeName(plain, columns);
    if (title === '') notes.push(`Column ${at + 1} has no name: it is called "${name}" here.`);
    else if (name !== plain)
      notes.push(`More than one column is called "${plain}": another one is called "${name}" here.`);
    const typed = typedCells(cells, decimal);
    const mixed = mixedColumn(name, typed, decimal);
    if (mixed !== undefined) notes.push(mixed);
    columns.set(name, typed);
  }
  // What is beyond the heading begins in the column after it.
  const beyond = all[width].cells.flatMap((cell, row) => (cell === undefined ? [] : [row + 1]));
  if (beyond.length > 0)
    notes.push(
      `${beyond.length === 1 ? 'One row has' : `${beyond.length} rows have`} more cells than the heading names (row ${beyond[0]} ` +
        'first), and what is beyond is left out: put quotes around texts with a separator in them.',
    );
  return { columns, notes };
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}
