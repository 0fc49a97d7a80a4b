import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reloadOnChange } from '../../kernels/workbook/reload-on-change.js';

const table = 'src/data/[paper]/[table].parquet.litmus';
const importing = 'src/data/deep/a.csv.ipynb';
const reading = 'src/data/b.csv.ipynb';
const alone = 'src/data/c.csv.ipynb';
const long = new Date(2020, 1, 1);

let root: string;
let stop: () => void;
let said: string[];

const at = (file: string) => path.join(root, file);
const isTouched = async (file: string) => (await stat(at(file))).mtimeMs > long.getTime();

async function write(file: string, text = ''): Promise<void> {
  await mkdir(path.dirname(at(file)), { recursive: true });
  await writeFile(at(file), text);
  await utimes(at(file), long, long);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
  await write(table);
  await write(importing, JSON.stringify(`import { f } from 'litmus:src/lib/f.ts';`));
  await write(reading, JSON.stringify(`await readFile("./flights.csv")`));
  await write(alone, JSON.stringify(`[{ a: 1 / 2 }]`));
  await write('src/data/flights.csv');
  await write('src/lib/f.ts');
  await write('data-loaders/paper/claims.ts');
  for (const file of ['src/components/f.ts', 'kernels/cli/main.ts', 'kernels/engine/key.ts'])
    await write(file);
  await write('kernels/jupyter/launch.ts');
  await write('kernels/workbook/front.ts');
  said = [];
  stop = await reloadOnChange(root, (message) => said.push(message));
});

afterEach(async () => {
  stop();
  await rm(root, { recursive: true, force: true });
});

it.each([
  'src/lib/f.ts',
  'data-loaders/paper/claims.ts',
  'src/data/flights.csv',
  'kernels/engine/key.ts',
  'kernels/cli/main.ts',
])('gives the loaders that depend on more than their own file a new date when %s changes', async (file) => {
  await writeFile(at(file), 'changed');
  for (const loader of [table, importing, reading])
    await vi.waitFor(async () => expect(await isTouched(loader)).toBe(true), 10_000);
  expect(await isTouched(alone)).toBe(false);
});

it.each(['src/components/f.ts', 'kernels/jupyter/launch.ts'])(
  'gives notebooks that import a new date when %s changes, and no table',
  async (file) => {
    await writeFile(at(file), 'changed');
    for (const loader of [importing, reading])
      await vi.waitFor(async () => expect(await isTouched(loader)).toBe(true), 10_000);
    expect(await isTouched(table)).toBe(false);
    expect(await isTouched(alone)).toBe(false);
  },
);

it('says what a restart is needed for', async () => {
  await writeFile(at('kernels/workbook/front.ts'), 'changed');
  await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
  expect(said[0]).toBe(
    'kernels/workbook/front.ts has changed: stop the preview and start it again to see it',
  );
  expect(await isTouched(table)).toBe(false);
});

it('says that a loader is new, whose pages do not know of it, and no more of one that is known', async () => {
  await writeFile(at(alone), JSON.stringify('[{ a: 1 / 3 }]'));
  await writeFile(at('src/data/new.csv.ipynb'), JSON.stringify('[{ a: 1 }]'));
  await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
  expect(said[0]).toBe('src/data/new.csv.ipynb is new: reload the pages that read what it makes');
});

it('takes neither its own touch nor an edited loader for a change of code', async () => {
  await writeFile(at(alone), JSON.stringify('[{ a: 1 / 3 }]'));
  // A change of code that comes later ends the wait: what was going to be touched is touched by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await isTouched(table)).toBe(false);
  await writeFile(at('src/lib/f.ts'), 'changed');
  await vi.waitFor(async () => expect(await isTouched(importing)).toBe(true), 10_000);
  const first = (await stat(at(importing))).mtimeMs;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await stat(at(importing))).mtimeMs).toBe(first);
});
