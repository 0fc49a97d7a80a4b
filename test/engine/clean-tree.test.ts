import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';
import { changedFiles } from '../../kernels/engine/clean-tree.js';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function emptyFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-tree-'));
  folders.push(folder);
  return folder;
}

it('names what differs from the last commit, untracked files too, but not what recordings write', async () => {
  const folder = await emptyFolder();
  const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: folder });
  await git('init', '-q');
  await writeFile(path.join(folder, 'a.ts'), '1');
  await git('add', '-A');
  await git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'a');
  expect(await changedFiles(folder)).toEqual([]);
  await mkdir(path.join(folder, 'data-loaders', 'toy', 'recorded'), { recursive: true });
  await writeFile(path.join(folder, 'data-loaders', 'toy', 'recorded', 'a.parquet'), '1');
  expect(await changedFiles(folder)).toEqual([]);
  await writeFile(path.join(folder, 'a.ts'), '2');
  await writeFile(path.join(folder, 'b.ts'), '2');
  expect(await changedFiles(folder)).toEqual(['a.ts', 'b.ts']);
});

it('knows nothing outside of a checkout', async () => {
  expect(await changedFiles(await emptyFolder())).toBeUndefined();
});
