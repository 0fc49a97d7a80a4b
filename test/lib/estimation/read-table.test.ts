import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/lib/estimation/read-table.js';
import { typedCells } from '../../../src/lib/estimation/typed-cells.js';

const bytesOf = (content: Uint8Array) => new Uint8Array(content).buffer;
const fixture = async (name: string) =>
  readTable(name, bytesOf(await readFile(new URL(`../../fixtures/tables/${name}`, import.meta.url))));
const text = (content: string) => readTable('own.csv', bytesOf(new TextEncoder().encode(content)));
/** Whole numbers may come as big integers. */
const plain = (cells: readonly unknown[]) =>
  cells.map((cell) => (typeof cell === 'bigint' ? Number(cell) : (cell ?? null)));

describe('a table', () => {
  it.each(['pandas.parquet', 'polars.parquet', 'polars.arrow', 'polars-stream.arrow', 'pandas.csv'])(
    'is read as %s has it, with nullable numbers, texts, times and truth values',
    async (name) => {
      const table = await fixture(name);
      expect(table.rows).toBe(60);
      expect(table.columns.slice(0, 5)).toEqual(['a', 'count', 'group', 'when', 'flag']);
      const a = plain(table.cells('a'));
      expect(a[7] === null || Number.isNaN(a[7])).toBe(true);
      expect(a.slice(0, 2)).toEqual([0, 0.37]);
      const count = plain(table.cells('count'));
      expect(count.slice(0, 7)).toEqual([0, 7, 14, 21, 28, null, 42]);
      expect(plain(table.cells('group')).slice(0, 3)).toEqual(['red', 'green', 'blue']);
      const when = table.cells('when');
      expect(new Date(when[1] as Date).getTime() - new Date(when[0] as Date).getTime()).toBe(3_600_000);
      expect(plain(table.cells('flag')).slice(8, 10).map(String)).toEqual([
        name.endsWith('.csv') ? 'True' : 'true',
        'null',
      ]);
    },
  );

  it('of text has the separator that its first line has most of, and quoted cells', async () => {
    for (const separator of [',', ';', '\t']) {
      const table = await text(
        `\uFEFFa${separator}b\r\n1${separator}"x${separator} y"\r\n2${separator}z\r\n`,
      );
      expect(table.columns).toEqual(['a', 'b']);
      expect(table.cells('a')).toEqual([1, 2]);
      expect(table.cells('b')).toEqual([`x${separator} y`, 'z']);
      expect(table.notes).toEqual([]);
    }
  });

  it('separated by semicolons may have decimal commas, one separated by commas may not', async () => {
    const table = await text('a;b;c\n1,5;2;1.5\n-,25;3,75;2,5\n');
    expect(table.cells('a')).toEqual([1.5, -0.25]);
    expect(table.cells('b')).toEqual([2, 3.75]);
    expect(table.cells('c')).toEqual(['1.5', '2,5']);
    expect((await text('a,b\n"1,5",1\n"2,5",2\n')).cells('a')).toEqual(['1,5', '2,5']);
  });

  it('may have thousands apart, and be of a spreadsheet that says what separates its cells', async () => {
    const table = await text('sep=;\r\na;b\r\n1.234,5;7\r\n12;1 000,25\r\n-0,5;8\r\n');
    expect(table.cells('a')).toEqual([1234.5, 12, -0.5]);
    expect(table.cells('b')).toEqual([7, 1000.25, 8]);
    const quoted = await text('a,b\n"1,234.5",1\n7,2\n');
    expect(quoted.cells('a')).toEqual([1234.5, 7]);
  });

  it('is read from other encodings, and says where that is a guess', async () => {
    const bytes = (content: string, width: 1 | 2) =>
      Uint8Array.from([...content].flatMap((letter) => [letter.charCodeAt(0), 0].slice(0, width)));
    const latin = await readTable('own.csv', bytesOf(bytes('größe;b\n1;2\n', 1)));
    expect(latin.columns).toEqual(['größe', 'b']);
    expect(latin.notes.join()).toContain('not in UTF-8 and was read as Windows-1252');
    const wide = await readTable(
      'own.csv',
      bytesOf(Uint8Array.from([0xff, 0xfe, ...bytes('größe\tb\n1\t2\n', 2)])),
    );
    expect(wide.columns).toEqual(['größe', 'b']);
    expect(wide.notes).toEqual([]);
  });

  it('keeps columns of one name apart, names those without, and says so', async () => {
    const table = await text('a,a,,b\n1,2,3,4\n5,6,7,8\n');
    expect(table.columns).toEqual(['a', 'a (2)', 'column 3', 'b']);
    expect(table.cells('a')).toEqual([1, 5]);
    expect(table.cells('a (2)')).toEqual([2, 6]);
    expect(table.notes).toEqual([
      'More than one column is called "a": another one is called "a (2)" here.',
      'Column 3 has no name: it is called "column 3" here.',
    ]);
  });

  it('says which rows have more cells than the heading; shorter ones miss values, blank lines are none', async () => {
    const table = await text('a,b,\n1,2,\n3\n\n4,5,,6\n');
    expect(table.columns).toEqual(['a', 'b']);
    expect(table.cells('a')).toEqual([1, 3, 4]);
    expect(table.cells('b')).toEqual([2, null, 5]);
    expect(table.notes).toEqual([
      'One row has more cells than the heading names (row 3 first), and what is beyond is left out: put quotes around ' +
        'texts with a separator in them.',
    ]);
  });

  it('says where a text among numbers makes labels of them all', async () => {
    const table = await text('a,b\n1,x\n2,1\nn.d.,y\n4,2\n');
    expect(table.cells('a')).toEqual(['1', '2', 'n.d.', '4']);
    expect(table.notes).toEqual([
      'Column "a" has a text among 3 numbers ("n.d." in row 3), so that all of it is taken as labels: leave such cells ' +
        'empty to have numbers.',
      'Column "b" has 2 texts among 2 numbers ("x" in row 1 first), so that all of it is taken as labels: leave such ' +
        'cells empty to have numbers.',
    ]);
    expect((await text('a\nx\ny\n1\n')).notes).toEqual([]);
    expect((await text('a;b\n;1\n1,5;2\n2,5;3\nn.d.;4\n')).notes.join()).toContain(
      'has a text among 2 numbers ("n.d." in row 4)',
    );
  });

  it('says what is wrong with it', async () => {
    await expect(text('')).rejects.toThrow('own.csv: the table is empty');
    await expect(fixture('pandas-lz4.arrow')).rejects.toThrow('Arrow without compression');
    await expect(readTable('-', bytesOf(Uint8Array.of(0x41, 0xff, 0xfe, 0x00)))).rejects.toThrow(
      'no table that can be read',
    );
    await expect(
      readTable('own.xlsx', bytesOf(new TextEncoder().encode('PK\u0003\u0004 …'))),
    ).rejects.toThrow('own.xlsx: it is an archive, as spreadsheets are (.xlsx, .ods): save the sheet as CSV');
    const table = await text('dose,response\n1,2\n');
    expect(() => table.cells('does')).toThrow('did you mean "dose"?');
  });
});

describe('texts of a column', () => {
  it('are numbers where all are, dates where all are, else texts, with what stands for nothing', () => {
    expect(typedCells(['1', ' 2.5e3 ', '', 'NA', '-inf'])).toEqual([1, 2500, null, null, -Infinity]);
    expect(typedCells(['2024-01-01', '2024-01-02 03:04', null])).toEqual([
      new Date('2024-01-01'),
      new Date('2024-01-02 03:04'),
      null,
    ]);
    const day = (month: number, date: number, hour = 0, minute = 0) =>
      new Date(Date.UTC(2024, month - 1, date, hour, minute));
    expect(typedCells(['31.1.2024', '01.02.2024 13:45', 'k.A.'])).toEqual([
      day(1, 31),
      day(2, 1, 13, 45),
      null,
    ]);
    expect(typedCells(['2024/1/31', '2024/2/1'])).toEqual([day(1, 31), day(2, 1)]);
    // A column of slashes must say by one of its dates what comes first.
    expect(typedCells(['31/1/2024', '2/1/2024'])).toEqual([day(1, 31), day(1, 2)]);
    expect(typedCells(['1/31/2024', '2/1/2024'])).toEqual([day(1, 31), day(2, 1)]);
    expect(typedCells(['1/2/2024', '2/1/2024'])).toEqual(['1/2/2024', '2/1/2024']);
    expect(typedCells(['31.2.2024', '1.2.2024'])).toEqual(['31.2.2024', '1.2.2024']);
    expect(typedCells(['1.2.2024 25:00'])).toEqual(['1.2.2024 25:00']);
    expect(typedCells(['1', 'two', undefined])).toEqual(['1', 'two', null]);
    expect(typedCells(['', 'null'])).toEqual([null, null]);
  });
});
