import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';

interface Keys {
  readonly quick: string;
  readonly full: string;
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(root, 'test', 'fixtures', 'copy-'));
  for (const name of ['toy', 'twin'])
    await cp(path.join(root, 'test', 'fixtures', 'papers', 'toy'), path.join(folder, name), {
      recursive: true,
    });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a new process finds. */
async function read() {
  const program = path.join(root, 'test', 'workbook', 'page-files', 'read-keys.ts');
  const args = ['--import', 'tsx', program, folder, path.join(folder, 'memo')];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return JSON.parse(stdout) as {
    computed: string[];
    keys: Record<string, { known: Keys; direct: Keys }>;
  };
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(path.join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(path.join(folder, file), text.replace(from, to));
}

it('knows the keys that a computation gives, after whichever edit, and computes those of the edited paper alone', async () => {
  const first = await read();
  expect(first.computed).toEqual(['keys/toy', 'keys/twin']);
  expect((await read()).computed).toEqual([]);

  let before = first.keys.toy.known;
  for (const [what, change] of Object.entries({
    'a helper of the run': () => edit('toy/power.ts', 'n ** exponent', 'n ** exponent + 1'),
    parameters: () => edit('toy/parameters.ts', 'upTo: 8', 'upTo: 9'),
    'the name of a column': () => edit('toy/tables.ts', 'power:', 'powers:'),
    'a module that takes the place of another': async () =>
      writeFile(
        path.join(folder, 'toy', 'power.js'),
        'export const power = (n, exponent) => n ** exponent + 2;\n',
      ),
  })) {
    await change();
    const { computed, keys } = await read();
    expect(computed, what).toEqual(['keys/toy']);
    expect(keys.toy.known, what).toEqual(keys.toy.direct);
    expect(keys.toy.known, what).not.toEqual(before);
    expect(keys.twin, what).toEqual(first.keys.twin);
    before = keys.toy.known;
  }
}, 300_000);

it('leaves out a paper whose code cannot be read, until it can', async () => {
  const sound = await read();
  await edit('toy/squares.run.ts', 'export', 'export export');
  const broken = await read();
  expect(Object.keys(broken.keys)).toEqual(['twin']);
  expect(broken.computed).toEqual([]);
  await edit('toy/squares.run.ts', 'export export', 'export');
  expect(await read()).toEqual({ computed: [], keys: sound.keys });
}, 300_000);
