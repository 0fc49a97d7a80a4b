import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { costTable, paperCost } from '../../kernels/cli/paper-cost.js';
import { litmus } from './litmus.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(file: string, lines: number) {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), 'x\n'.repeat(lines));
}

it('counts what belongs to a paper, and nothing that is recorded or another paper’s', async () => {
  await write('data-loaders/a/run.ts', 7);
  await write('data-loaders/a/claims.ts', 5);
  await write('data-loaders/a/claims-more.ts', 1);
  await write('data-loaders/a/recorded/verdicts.json', 99);
  await write('data-loaders/b/run.ts', 99);
  await write('src/papers/a.md', 11);
  await write('src/papers/a/tables.ts', 13);
  await write('src/components/a/figure.ts', 17);
  await write('test/data-loaders/a/run.test.ts', 19);
  await write('test/components/a/figure.test.ts', 23);
  const cost = await paperCost('a', folder);
  expect(cost).toEqual({
    paper: 'a',
    loader: { lines: 7, files: 1 },
    claims: { lines: 6, files: 2 },
    room: { lines: 13, files: 1 },
    page: { lines: 11, files: 1 },
    components: { lines: 17, files: 1 },
    tests: { lines: 42, files: 2 },
    all: { lines: 96, files: 8 },
  });
  await write('data-loaders/c/claims.ts', 2);
  const study = await paperCost('b', folder);
  expect(
    costTable([cost, study, await paperCost('c', folder)])
      .split('\n')
      .at(-2),
  ).toMatch(/^median +3.5 +4 +6.5 +5.5 +8.5 +21 +49 +4.5$/);
});

it('is told by litmus list --cost, as a table and as JSON', async () => {
  expect((await litmus('list', 'cs-ib', '--cost')).out).toMatch(/^paper +loader +claims .*\ncs-ib +\d/);
  const [cost] = JSON.parse((await litmus('list', 'cs-ib', '--cost', '--json')).out) as { page: object }[];
  expect(cost.page).toMatchObject({ files: 1 });
  expect((await litmus('list', 'cs-bi', '--cost')).code).toBe(2);
});
