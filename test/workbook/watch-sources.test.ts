import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSources } from '../../kernels/workbook/watch-sources.js';

let root: string;
let stop: () => void;
let said: string[];
let changes: number;

const notebook = 'src/data/flights.csv.ipynb';

async function write(file: string, text = ''): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
  for (const folder of ['lib', 'papers/toy', 'components', 'data']) await write(`src/${folder}/f.ts`);
  for (const folder of ['engine', 'cli', 'jupyter', 'workbook']) await write(`kernels/${folder}/f.ts`);
  await write('data-loaders/toy/claims.ts');
  await write('src/papers/toy.md');
  await write(notebook);
  said = [];
  changes = 0;
  stop = await watchSources(root, { changed: () => (changes += 1), say: (message) => said.push(message) });
});

afterEach(async () => {
  stop();
  await rm(root, { recursive: true, force: true });
});

it.each([
  'src/lib/f.ts',
  'src/papers/toy/f.ts',
  'src/components/f.ts',
  'src/data/f.ts',
  'data-loaders/toy/claims.ts',
  'data-loaders/toy/recorded/verdicts.json',
  'kernels/engine/f.ts',
  'kernels/cli/f.ts',
  'kernels/jupyter/f.ts',
  notebook,
])('tells of a change of %s', async (file) => {
  await write(file, 'changed');
  await vi.waitFor(() => expect(changes).toBe(1), 10_000);
  expect(said).toEqual([]);
});

it('tells of several changes at once as of one, and not of pages and passing files', async () => {
  await write('src/papers/toy.md', 'changed');
  await write('src/lib/f.ts.12-0.tmp', 'changed');
  await write('src/lib/.f.ts.swp', 'changed');
  // A change that counts ends the wait: what was going to be told is told by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(changes).toBe(0);
  for (const file of ['src/lib/f.ts', 'src/components/f.ts', 'data-loaders/toy/claims.ts'])
    await write(file, 'changed');
  await vi.waitFor(() => expect(changes).toBe(1), 10_000);
});

it('says what a restart is needed for', async () => {
  await write('kernels/workbook/f.ts', 'changed');
  await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
  expect(said[0]).toBe('kernels/workbook/f.ts has changed: stop the preview and start it again to see it');
  expect(changes).toBe(0);
});

it('says that a loader is new, whose pages do not know of it, and no more of one that is known', async () => {
  await write(notebook, 'changed');
  await write('src/data/new.csv.ipynb', 'new');
  await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
  expect(said[0]).toBe('src/data/new.csv.ipynb is new: reload the pages that read what it makes');
});
