import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renewAll, renewMissing } from '../../kernels/workbook/loader-outputs.js';
import { missingFile } from '../../src/lib/experiment/missing.js';

let root: string;
const at = (file: string) => path.join(root, '.observablehq', 'cache', file);
const isOld = async (file: string) => (await stat(at(file))).mtimeMs === 0;

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(at(file)), { recursive: true });
  await writeFile(at(file), text);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'litmus-outputs-'));
  await write('data/cs-ib/plane.parquet', 'PAR1');
  await write('data/cs-ib/gap.parquet', missingFile('no data'));
  await write('_node/arquero.js', missingFile('not of a loader'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('has all files of loaders made again, and removes none', async () => {
  await renewAll(root);
  expect(await isOld('data/cs-ib/plane.parquet')).toBe(true);
  expect(await readFile(at('data/cs-ib/plane.parquet'), 'utf8')).toBe('PAR1');
  expect(await isOld('data/cs-ib/gap.parquet')).toBe(true);
  expect(await isOld('_node/arquero.js')).toBe(false);
});

it('has nothing to do where nothing was made yet', async () => {
  await rm(at('data'), { recursive: true });
  await expect(renewAll(root)).resolves.toBeUndefined();
});

it('has a file made again that could not be made before, when it is asked for', async () => {
  await renewMissing(root, '/_file/data/cs-ib/plane.parquet');
  await renewMissing(root, '/_file/data/cs-ib/gap.parquet');
  expect(await isOld('data/cs-ib/plane.parquet')).toBe(false);
  expect(await isOld('data/cs-ib/gap.parquet')).toBe(true);
});

it.each([
  '/',
  '/_file/wasm/a.wasm',
  '/_file/data/none.parquet',
  '/_file/data/cs-ib',
  `/_file/data/${'a'.repeat(5000)}`,
  '/_file/data/../_node/arquero.js/x',
  '/_file/data/../../../../etc/passwd',
])('leaves all else alone: %s', async (pathname) => {
  await renewMissing(root, pathname);
  expect(await isOld('data/cs-ib/gap.parquet')).toBe(false);
});
