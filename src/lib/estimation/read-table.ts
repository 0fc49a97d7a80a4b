import { decodedText } from './decoded-text.js';
import { type ReadColumns, type Table, tableOf } from './table.js';
import { textColumns } from './text-columns.js';

/** What a file begins with, whatever its name. */
const magic = {
  parquet: 'PAR1',
  arrow: 'ARROW1',
  arrowStream: '\xff\xff\xff\xff',
  zip: 'PK\x03\x04',
} as const;

/** A spreadsheet is an archive of documents. */
const spreadsheet =
  'it is an archive, as spreadsheets are (.xlsx, .ods): save the sheet as CSV, and give that';

/**
 * Reads CSV, TSV, Parquet or Arrow, which its first bytes tell apart; text is separated by whichever of tab, semicolon and
 * comma its first line has most of. What reads each is loaded when such a file comes.
 *
 * @param name as messages call it
 * @throws {RangeError} where it cannot be read, or is none of these.
 */
export async function readTable(name: string, file: ArrayBuffer): Promise<Table> {
  const bytes = new Uint8Array(file);
  const starts = (mark: string) => String.fromCharCode(...bytes.subarray(0, mark.length)) === mark;
  try {
    if (starts(magic.parquet)) return tableOf(name, await parquetColumns(file));
    if (starts(magic.arrow) || starts(magic.arrowStream)) return tableOf(name, await arrowColumns(bytes));
    if (starts(magic.zip)) throw new RangeError(spreadsheet);
    const { text, notes } = decodedText(bytes);
    const read = await textColumns(text);
    return tableOf(name, { ...read, notes: [...notes, ...read.notes] });
  } catch (cause) {
    if (cause instanceof RangeError) throw new RangeError(`${name}: ${cause.message}`, { cause });
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new RangeError(
      `${name} is no table that can be read (${message}): give CSV, TSV, Parquet, or Arrow without compression`,
      { cause },
    );
  }
}

async function parquetColumns(file: ArrayBuffer): Promise<ReadColumns> {
  const [{ parquetMetadataAsync, parquetReadObjects, parquetSchema }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ]);
  const metadata = await parquetMetadataAsync(file);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rows = await parquetReadObjects({ file, metadata, compressors });
  const column = (name: string) => rows.map((row: Readonly<Record<string, unknown>>) => row[name]);
  return { columns: new Map(names.map((name) => [name, column(name)])), notes: [] };
}

async function arrowColumns(bytes: Uint8Array): Promise<ReadColumns> {
  const { fromArrow } = await import('arquero');
  const table = fromArrow(bytes, { useDate: true });
  const column = (name: string) => [...(table.array(name) as Iterable<unknown>)];
  return { columns: new Map(table.columnNames().map((name) => [name, column(name)])), notes: [] };
}
