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
  stop = reloadOnChange(root);
});

afterEach(async () => {
  stop();
  await rm(root, { recursive: true, force: true });
});

it.each(['src/lib/f.ts', 'data-loaders/paper/claims.ts', 'src/data/flights.csv'])(
  'gives the loaders that depend on more than their own file a new date when %s changes',
  async (file) => {
    await writeFile(at(file), 'changed');
    for (const loader of [table, importing, reading])
      await vi.waitFor(async () => expect(await isTouched(loader)).toBe(true), 10_000);
    expect(await isTouched(alone)).toBe(false);
  },
);

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
