import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameworkLoader, FrameworkLoaders, PageOptions } from '@observablehq/framework/dist/config.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WatchedFiles, watchFiles } from '../../../kernels/workbook/page-files/framework-files.js';

let folder: string;
let watched: WatchedFiles;
let loaders: FrameworkLoaders;

const load = () => Promise.reject(new Error('a process was started'));

/** Framework's loaders of a site with a table, a notebook, a program of somebody else's, and a file that is there. */
const frameworks: FrameworkLoaders = {
  root: '',
  findPage: () => undefined,
  watchPage: vi.fn(),
  find: (name): FrameworkLoader | undefined =>
    ({
      '/data/toy/a.parquet': {
        path: 'data/[paper]/[table].parquet.litmus',
        targetPath: '/data/toy/a.parquet',
        load,
      },
      '/data/toy/b.parquet': {
        path: 'data/[paper]/[table].parquet.litmus',
        targetPath: '/data/toy/b.parquet',
        load,
      },
      '/data/n.csv': { path: 'data/n.csv.ipynb', targetPath: '/data/n.csv', load },
      '/data/p.csv': { path: 'data/p.csv.py', targetPath: '/data/p.csv', load },
      '/style.css': { path: 'style.css', load },
      '/data/cs-ib/prose.json': {
        path: 'data/[paper]/prose.json.litmus',
        targetPath: '/data/cs-ib/prose.json',
        load,
      },
    })[name],
  getWatchPath: (name) => `framework watches ${name}`,
  getSourceFileHash: (name) => `framework hashes ${name}`,
  getModuleHash: (name) => `framework hashes ${name}`,
  resolveImportPath: (name) => name,
  watchFiles: vi.fn(),
  loadPage: () => Promise.reject(new Error('no page is asked for')),
};

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'litmus-watched-')), 'versions');
  watched = watchFiles(folder);
  loaders = watched.wrap(frameworks);
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

it.each(['/data/toy/a.parquet', '/data/n.csv'])(
  'takes %s from where it was put, and starts no process',
  async (name) => {
    expect(await loaders.find(name)!.load()).toBe(`.observablehq/cache${name}`);
  },
);

it.each(['/data/p.csv', '/style.css'])('leaves %s to Framework', async (name) => {
  await expect(loaders.find(name)!.load()).rejects.toThrow('a process was started');
  expect(loaders.getWatchPath(name)).toBe(`framework watches ${name}`);
  expect(loaders.getSourceFileHash(name)).toBe(`framework hashes ${name}`);
});

it('has pages hear of the file that has changed, and of no other', async () => {
  const names = ['/data/toy/a.parquet', '/data/toy/b.parquet'];
  const notices = names.map((name) => loaders.getWatchPath(name)!);
  const before = await Promise.all(notices.map((file) => readFile(file, 'utf8')));
  const hashes = names.map((name) => loaders.getSourceFileHash(name));
  expect(new Set([...before.map((_, index) => notices[index]), ...hashes]).size).toBe(4);
  watched.changed(['data/toy/a.parquet']);
  expect(await readFile(notices[0], 'utf8')).not.toBe(before[0]);
  expect(await readFile(notices[1], 'utf8')).toBe(before[1]);
  expect(loaders.getSourceFileHash(names[0])).not.toBe(hashes[0]);
  expect(loaders.getSourceFileHash(names[1])).toBe(hashes[1]);
  expect(await readdir(folder)).toHaveLength(2);
});

it('has a page hear of what it is filled with', async () => {
  const changed = vi.fn();
  await loaders.watchFiles('/papers/cs-ib', ['../a.css'], changed);
  await loaders.watchFiles('/claims', ['./a.css'], changed);
  await loaders.watchFiles('/notebooks', ['./a.css'], changed);
  expect(vi.mocked(frameworks.watchFiles).mock.calls).toEqual([
    ['/papers/cs-ib', ['../a.css', '/data/cs-ib/parts.json', '/data/cs-ib/prose.json'], changed],
    ['/claims', ['./a.css', '/data/shelf/parts.json'], changed],
    ['/notebooks', ['./a.css'], changed],
  ]);
});

it('tells of what has changed after a page was made and before Framework watches for it', async () => {
  const root = path.dirname(folder);
  const file = path.join(root, 'a.md');
  const own = watched.wrap({
    ...frameworks,
    root,
    findPage: () => ({ path: 'a.md', load }),
    loadPage: () => Promise.resolve({ body: '', title: null, code: [] }),
    watchPage: () => ({ close: () => undefined }),
  });
  const heard = vi.fn();
  const made = () => own.loadPage('/claims', {} as PageOptions);
  await writeFile(file, 'first');
  await made();
  own.watchPage('/claims', heard);
  await sleep(10);
  expect(heard).not.toHaveBeenCalled();
  await writeFile(file, 'second');
  own.watchPage('/claims', heard);
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['change']]));
  await made();
  own.watchPage('/claims', heard);
  await sleep(10);
  expect(heard).toHaveBeenCalledOnce();
  watched.changed(['data/shelf/parts.json']);
  own.watchPage('/claims', heard);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
});

it('looks for no loader of a module or of a file that is there, and once for the one that makes a file', async () => {
  const root = path.dirname(folder);
  const loader = 'data/[paper]/[table].parquet.litmus';
  await mkdir(path.join(root, path.dirname(loader)), { recursive: true });
  for (const name of [loader, 'style.css']) await writeFile(path.join(root, name), '');
  const find = vi.fn(frameworks.find);
  const own = watched.wrap({ ...frameworks, root, find });
  for (const name of ['/components/figure.js', '/style.css']) {
    expect(own.getWatchPath(name)).toBe(`framework watches ${name}`);
    expect(own.getSourceFileHash(name)).toBe(`framework hashes ${name}`);
  }
  expect(find).not.toHaveBeenCalled();
  for (let time = 0; time < 3; time++) own.getWatchPath('/data/toy/a.parquet');
  expect(find).toHaveBeenCalledTimes(1);
  await rm(path.join(root, loader));
  own.getWatchPath('/data/toy/a.parquet');
  expect(find).toHaveBeenCalledTimes(2);
});
