import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fromArrow, fromCSV } from 'arquero';
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Cell } from '../../src/lib/estimation/variable.js';
import { Failure, messageOf, unknownName } from '../engine/failure.js';
import { arrayBuffer } from '../engine/recorded.js';
import { typedCells } from './typed-cells.js';

/** A table that somebody brought. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** The cells of a column, from the first row. @throws {Failure} where there is no such column, or its cells are nested. */
  cells(column: string): readonly Cell[];
}

/** What a file begins with, whatever its name. */
const magic = { parquet: 'PAR1', arrow: 'ARROW1', arrowStream: '\xff\xff\xff\xff' } as const;

/**
 * Reads CSV, TSV, Parquet or Arrow, which its first bytes tell apart; text is separated by whichever of tab, semicolon and
 * comma its first line has most of.
 *
 * @param file its path, or "-" for standard input.
 * @throws {Failure} where it cannot be read, or is none of these.
 */
export async function readTable(file: string, input: NodeJS.ReadableStream = process.stdin): Promise<Table> {
  const name = file === '-' ? 'standard input' : file;
  const bytes = await (file === '-' ? buffer(input) : readFile(file)).catch((cause: unknown) => {
    throw new Failure(`${name} cannot be read: ${messageOf(cause)}`, 2, { cause });
  });
  const starts = (mark: string) => bytes.subarray(0, mark.length).toString('latin1') === mark;
  try {
    if (starts(magic.parquet)) return tableOf(name, await parquetColumns(bytes));
    if (starts(magic.arrow) || starts(magic.arrowStream)) return tableOf(name, arrowColumns(bytes));
    return tableOf(name, textColumns(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(
      `${name} is no table that can be read (${messageOf(cause)}): give CSV, TSV, Parquet, or Arrow without compression`,
      2,
      { cause },
    );
  }
}

type Columns = ReadonlyMap<string, readonly unknown[]>;

function tableOf(name: string, columns: Columns): Table {
  const names = [...columns.keys()];
  return {
    name,
    columns: names,
    rows: columns.get(names[0])?.length ?? 0,
    cells(column) {
      const cells = columns.get(column);
      if (!cells) throw unknownName('column', column, names);
      const nested = cells.findIndex(
        (cell) => typeof cell === 'object' && cell !== null && !(cell instanceof Date),
      );
      if (nested >= 0)
        throw new Failure(
          `column "${column}" is nested (row ${nested + 1}): give numbers, texts or dates`,
          2,
        );
      return cells as readonly Cell[];
    },
  };
}

async function parquetColumns(bytes: Uint8Array): Promise<Columns> {
  const file = arrayBuffer(bytes);
  const metadata = await parquetMetadataAsync(file);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rows = await parquetReadObjects({ file, metadata, compressors });
  return new Map(
    names.map((name) => [name, rows.map((row: Readonly<Record<string, unknown>>) => row[name])]),
  );
}

function arrowColumns(bytes: Uint8Array): Columns {
  const table = fromArrow(bytes, { useDate: true });
  return new Map(table.columnNames().map((name) => [name, [...(table.array(name) as Iterable<unknown>)]]));
}

function textColumns(text: string): Columns {
  if (text.trim() === '') throw new Failure('the table is empty: its first line names the columns', 2);
  const [line] = text.split(/\r?\n/, 1);
  const separators = ['\t', ';', ','];
  const counts = separators.map((separator) => line.split(separator).length);
  const delimiter = separators[counts.indexOf(Math.max(...counts))];
  const table = fromCSV(text.replace(/^\uFEFF/, ''), { delimiter, autoType: false });
  return new Map(
    table
      .columnNames()
      .map((name) => [name, typedCells([...(table.array(name) as Iterable<string | null>)])]),
  );
}
