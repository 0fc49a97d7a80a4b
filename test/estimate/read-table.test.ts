import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import { readTable } from '../../kernels/estimate/read-table.js';
import { typedCells } from '../../kernels/estimate/typed-cells.js';

const fixture = (name: string) => path.join(root, 'test/fixtures/tables', name);
const text = (content: string) => readTable('-', Readable.from([Buffer.from(content)]));
/** Whole numbers may come as big integers. */
const plain = (cells: readonly unknown[]) =>
  cells.map((cell) => (typeof cell === 'bigint' ? Number(cell) : (cell ?? null)));

describe('a table', () => {
  it.each(['pandas.parquet', 'polars.parquet', 'polars.arrow', 'polars-stream.arrow', 'pandas.csv'])(
    'is read as %s has it, with nullable numbers, texts, times and truth values',
    async (name) => {
      const table = await readTable(fixture(name));
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
    }
  });

  it('says what is wrong with it', async () => {
    await expect(readTable('nothing.csv')).rejects.toThrow(/^nothing.csv cannot be read: ENOENT/);
    await expect(text('')).rejects.toThrow('the table is empty');
    await expect(readTable(fixture('pandas-lz4.arrow'))).rejects.toThrow('Arrow without compression');
    await expect(readTable('-', Readable.from([Buffer.from([0x41, 0xff, 0xfe, 0x00])]))).rejects.toThrow(
      'no table that can be read',
    );
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
    expect(typedCells(['1', 'two', undefined])).toEqual(['1', 'two', null]);
    expect(typedCells(['', 'null'])).toEqual([null, null]);
  });
});
