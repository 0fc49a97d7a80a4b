import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import { readTable } from '../../kernels/estimate/read-table.js';

describe('a table at the command line', () => {
  it('comes from a file or from standard input', async () => {
    const file = await readTable(path.join(root, 'test/fixtures/tables/pandas.csv'));
    expect(file.rows).toBe(60);
    const input = await readTable('-', Readable.from([Buffer.from('a,b\n1,2\n')]));
    expect([input.name, input.columns]).toEqual(['standard input', ['a', 'b']]);
  });

  it('that cannot be read is the user’s mistake', async () => {
    await expect(readTable('nothing.csv')).rejects.toThrow(/^nothing.csv cannot be read: ENOENT/);
    await expect(readTable('-', Readable.from([]))).rejects.toMatchObject({
      name: 'Failure',
      exitCode: 2,
      message: 'standard input: the table is empty: its first line names the columns',
    });
  });
});
