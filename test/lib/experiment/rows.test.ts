import { expect, it } from 'vitest';
import { encodeTable } from '../../../kernels/engine/parquet.js';
import { float64, int32, oneOf, orNull } from '../../../src/lib/experiment/column.js';
import type { Provenance } from '../../../src/lib/experiment/provenance.js';
import { decodeRows } from '../../../src/lib/experiment/rows.js';

const table = {
  description: 'One row a seed',
  columns: {
    seed: int32('number of the seed'),
    arm: oneOf('arm', ['ours', 'theirs']),
    error: orNull(float64('error')),
  },
};
const provenance = { paper: 'toy', table: 'errors' } as Provenance;
const rows = [
  { seed: 1, arm: 'ours' as const, error: 0.1 },
  { seed: 2, arm: 'theirs' as const, error: null },
];
const fileOf = (given: typeof rows) =>
  new Uint8Array(encodeTable(table.columns, given, provenance)).buffer as ArrayBuffer;

it('reads rows as they were written, typed by the columns, and where they come from', async () => {
  const found = await decodeRows(fileOf(rows), table);
  expect(found).toEqual({ rows, provenance });
  const [{ arm, error }] = found.rows;
  expect([arm satisfies 'ours' | 'theirs', error satisfies number | null]).toEqual(['ours', 0.1]);
});

it('reads a table without rows', async () => {
  expect((await decodeRows(fileOf([]), table)).rows).toEqual([]);
});

it('says which column a stored table lacks', async () => {
  const newer = { ...table, columns: { ...table.columns, loss: float64('loss') } };
  await expect(decodeRows(fileOf(rows), newer)).rejects.toThrow(
    'the stored table toy/errors has no column loss (it has seed, arm, error)',
  );
});
