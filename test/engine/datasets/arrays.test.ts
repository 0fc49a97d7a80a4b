import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fetchDataset } from '../../../kernels/engine/datasets/fetch.js';
import { datasetFolders, loadArray, loadDataset } from '../../../kernels/engine/datasets/store.js';
import type { ArrayDataset } from '../../../src/lib/datasets/array-dataset.js';
import { mnist } from '../../../src/lib/datasets/mnist.js';
import { localArray } from '../../local-dataset.js';
import { contents, cut, emptyFolder, loopback, ranged, whole } from './loopback.js';

// 3000 × 4 bytes that do not compress, so that they travel in many pieces.
const values = Buffer.concat(
  Array.from({ length: 375 }, (_, i) => createHash('sha256').update(String(i)).digest()),
);
const idx = Buffer.concat([Buffer.from([0, 0, 8, 2, 0, 0, 0x0b, 0xb8, 0, 0, 0, 4]), values]);
const archive = gzipSync(idx);
const made: ArrayDataset = {
  ...mnist[0],
  name: 'made-up-images',
  collections: ['made-up', 'everything'],
  file: 'made-up/images-idx2-ubyte',
  bytes: idx.length,
  sha256: createHash('sha256').update(idx).digest('hex'),
  rows: 3000,
  shape: [3000, 4],
};
const at = (url: string): ArrayDataset => ({ ...made, source: { url, format: 'gzip' } });

async function folders() {
  const both = { local: await emptyFolder(), cache: await emptyFolder() };
  for (const folder of Object.values(both)) await mkdir(path.join(folder, 'made-up'));
  return both;
}

describe('loadArray', () => {
  test.each([
    ['local', '.gz', archive],
    ['local', '', idx],
    ['cache', '.gz', archive],
  ] as const)('reads %s images-idx2-ubyte%s', async (from, end, bytes) => {
    const places = await folders();
    await writeFile(path.join(places[from], `${made.file}${end}`), bytes);
    const array = await loadArray(made, places);
    expect(array.shape).toEqual([3000, 4]);
    expect(Buffer.compare(array.values, values)).toBe(0);
  });

  test('an array that is nowhere: the command that fetches it and what belongs to it', async () => {
    await expect(loadArray(made, await folders())).rejects.toMatchObject({
      problem: 'missing',
      message: expect.stringMatching(
        /run "npx litmus datasets fetch made-up", or put made-up\/images-idx2-ubyte\.gz/,
      ),
    });
  });

  test.each([
    ['truncated', 'a file that ends early', gzipSync(idx.subarray(0, -9))],
    ['checksum', 'another value', gzipSync(Buffer.from(idx).fill(1, 20, 24))],
    ['archive', 'a file that is no gzip file', idx],
    ['truncated', 'a gzip file that ends early', archive.subarray(0, 1000)],
  ] as const)('%s: %s', async (problem, _, bytes) => {
    const places = await folders();
    await writeFile(path.join(places.cache, `${made.file}.gz`), bytes);
    await expect(loadArray(made, places)).rejects.toMatchObject({ problem });
  });

  test('a table and an array are not taken for each other', async () => {
    await expect(loadDataset('mnist-test-labels')).rejects.toThrow('is an array');
    await expect(loadArray('bike-sharing')).rejects.toThrow('is a table');
  });
});

describe('fetchDataset of an array', () => {
  const options = { retries: 1, retryDelay: 1 };

  test('the file lies in the cache, below the folder of its collection', async () => {
    const { url, ranges } = await loopback(
      cut(archive.subarray(0, 5000), archive.length, { etag: '"1"' }),
      ranged(archive, '"1"'),
    );
    const cache = await emptyFolder();
    const { file, downloaded } = await fetchDataset(at(url), { ...options, folders: { cache } });
    expect(downloaded).toBe(true);
    expect(ranges).toEqual([undefined, 'bytes=5000-']);
    expect(Buffer.compare(gunzipSync(await readFile(file)), idx)).toBe(0);
    expect(await contents(path.join(cache, 'made-up'))).toEqual(['images-idx2-ubyte.gz']);
    expect((await loadArray(made, { cache })).shape).toEqual([3000, 4]);
    expect((await fetchDataset(at(url), { ...options, folders: { cache } })).downloaded).toBe(false);
  });

  test.each([
    ['archive', 'something else', Buffer.from('<html>')],
    ['checksum', 'another array', gzipSync(Buffer.from(idx).fill(1, 20, 24))],
    ['truncated', 'a part of it', gzipSync(idx.subarray(0, -1))],
  ] as const)('%s: %s is not kept', async (problem, _, body) => {
    const { url } = await loopback(whole(body));
    const cache = await emptyFolder();
    await expect(fetchDataset(at(url), { ...options, folders: { cache } })).rejects.toMatchObject({
      problem,
    });
    expect(await contents(path.join(cache, 'made-up'))).toEqual([]);
  });
});

describe.each(mnist)('$name', ({ name, shape }) => {
  test('the real file is the registered one', async (context) => {
    localArray(name, context);
    const array = await loadArray(name, { ...datasetFolders(), cache: await emptyFolder() });
    expect(array.shape).toEqual(shape);
  });
});
