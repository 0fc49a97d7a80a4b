import { expect, it } from 'vitest';
import { encodeDerived, encodeTable } from '../../../kernels/engine/parquet.js';
import { float64, int32, oneOf, orNull } from '../../../src/lib/experiment/column.js';
import type { Provenance } from '../../../src/lib/experiment/provenance.js';
import { decodeRows, decodeTable } from '../../../src/lib/experiment/rows.js';

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
  const found = await decodeTable(fileOf(rows), table, 'errors.parquet');
  expect(found).toEqual({ rows, provenance, missing: [] });
  expect(await decodeRows(fileOf(rows))).toEqual({ rows, provenance });
  const [{ arm, error }] = found.rows;
  expect([arm satisfies 'ours' | 'theirs', error satisfies number | null]).toEqual(['ours', 0.1]);
});

it('reads a table without rows', async () => {
  expect((await decodeTable(fileOf([]), table, 'errors.parquet')).rows).toEqual([]);
});

it('says which column a stored table lacks', async () => {
  const newer = { ...table, columns: { ...table.columns, loss: float64('loss') } };
  await expect(decodeTable(fileOf(rows), newer, 'errors.parquet')).rejects.toThrow(
    'errors.parquet has no column loss (it has seed, arm, error)',
  );
});

it('reads what no experiment filled, such as the claims, as what it is', async () => {
  const derived = new Uint8Array(encodeDerived('errors', table.columns, rows, { missing: [] }))
    .buffer as ArrayBuffer;
  expect(await decodeTable(derived, table, 'errors.parquet')).toEqual({
    rows,
    provenance: undefined,
    missing: [],
  });
  await expect(decodeRows(derived)).rejects.toThrow('carries no provenance');
});

it('reads which papers a table of all papers lacks', async () => {
  const missing = [{ paper: 'toy', reason: 'no data' }];
  const bytes = encodeDerived('errors', table.columns, rows, { missing });
  const file = new Uint8Array(bytes).buffer;
  expect(await decodeTable(file, table, 'errors.parquet')).toMatchObject({ rows, missing });
});
