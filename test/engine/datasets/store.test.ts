import { truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import {
  datasetChecksum,
  datasetFolders,
  listDatasets,
  loadDataset,
  verifyDataset,
} from '../../../kernels/engine/datasets/store.js';
import { registered } from '../../../src/lib/datasets/registered.js';
import { datasets } from '../../../src/lib/datasets/registry.js';
import { localDataset } from '../../local-dataset.js';
import { emptyFolder, madeUp } from './loopback.js';

const { dataset, csv } = madeUp();

async function folders() {
  return { local: await emptyFolder(), cache: await emptyFolder() };
}

describe('loadDataset', () => {
  test.each([
    ['local', 'made-up.csv.gz', gzipSync(csv)],
    ['local', 'made-up.csv', csv],
    ['cache', 'made-up.csv.gz', gzipSync(csv)],
  ] as const)('reads %s %s', async (from, name, bytes) => {
    const at = await folders();
    await writeFile(path.join(at[from], name), bytes);
    const { table, sha256 } = await loadDataset(dataset, at);
    expect(table.numRows()).toBe(20_000);
    expect(table.columnNames()).toEqual(['id', 'size', 'weight']);
    expect(sha256).toBe(dataset.sha256);
  });

  test('the user’s own folder comes first', async () => {
    const at = await folders();
    await writeFile(path.join(at.local, 'made-up.csv'), csv);
    await writeFile(path.join(at.cache, 'made-up.csv.gz'), 'rubbish');
    expect(await verifyDataset(dataset, at)).toMatchObject({ state: 'ok', from: 'local' });
  });

  test('a data set that is nowhere: where it was sought, and the command that fetches it', async () => {
    const at = await folders();
    await expect(loadDataset(dataset, at)).rejects.toMatchObject({
      problem: 'missing',
      message: expect.stringMatching(
        new RegExp(`looked in ${at.local} and ${at.cache}.*"npx litmus datasets fetch made-up"`),
      ),
    });
  });

  test.each([
    ['checksum', 'another digit', csv.replace('\n7,', '\n8,')],
    ['columns', 'a renamed column', csv.replace('weight', 'mass')],
    ['truncated', 'a file that ends early', csv.slice(0, -20)],
    ['columns', 'an empty file', ''],
  ] as const)('%s: %s', async (problem, _, text) => {
    const at = await folders();
    await writeFile(path.join(at.cache, 'made-up.csv.gz'), gzipSync(text));
    await expect(loadDataset(dataset, at)).rejects.toMatchObject({
      problem,
      message: expect.stringContaining('run "npx litmus datasets fetch made-up"'),
    });
  });

  test('truncated: a gzip file that ends early', async () => {
    const at = await folders();
    const file = path.join(at.local, 'made-up.csv.gz');
    await writeFile(file, gzipSync(csv));
    await truncate(file, 1_000);
    await expect(loadDataset(dataset, at)).rejects.toMatchObject({
      problem: 'truncated',
      message: `${file} is cut short; replace it, or remove it and run "npx litmus datasets fetch made-up"`,
    });
  });

  test('archive: a file that is no gzip file', async () => {
    const at = await folders();
    await writeFile(path.join(at.cache, 'made-up.csv.gz'), csv);
    await expect(loadDataset(dataset, at)).rejects.toMatchObject({ problem: 'archive' });
  });

  test('suggests the nearest name', async () => {
    await expect(loadDataset('bike-shering')).rejects.toThrow('did you mean "bike-sharing"?');
  });
});

test('datasetChecksum is that of the registry, without a file', () => {
  for (const { name, sha256 } of registered) expect(datasetChecksum(name)).toBe(sha256);
});

describe('listDatasets', () => {
  test('says of each data set whether it is there', async () => {
    const states = await listDatasets(await folders());
    expect(states.map(({ dataset: { name }, state }) => [name, state])).toEqual(
      registered.map(({ name }) => [name, 'missing']),
    );
    expect(states[0].problem?.message).toContain('npx litmus datasets fetch california-housing');
  });

  test('a folder that does not exist holds nothing', async () => {
    const nowhere = path.join(await emptyFolder(), 'nowhere');
    expect(await verifyDataset(dataset, { local: nowhere, cache: nowhere })).toMatchObject({
      state: 'missing',
    });
  });

  test('the environment names the folders', () => {
    vi.stubEnv('LITMUS_DATASETS', 'of-mine');
    vi.stubEnv('LITMUS_CACHE', 'elsewhere');
    expect(datasetFolders()).toEqual({ local: 'of-mine', cache: path.join('elsewhere', 'datasets') });
    vi.stubEnv('LITMUS_DATASETS', '');
    expect(datasetFolders().local).toBeUndefined();
    vi.unstubAllEnvs();
  });
});

describe.each(datasets)('$name', ({ name, bytes, rows }) => {
  test('the real file is the registered one', async (context) => {
    expect(Buffer.byteLength(localDataset(name, context))).toBe(bytes);
    const { table } = await loadDataset(name, { ...datasetFolders(), cache: await emptyFolder() });
    expect(table.numRows()).toBe(rows);
  });
});
