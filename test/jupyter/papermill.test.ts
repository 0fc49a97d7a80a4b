import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import { withKernelspec } from './jupyter-programs.js';
import { writeNotebook } from './jupyter-server.js';
import { privateFolder } from './kernel-process.js';

const papermill = path.join(root, '.venv/bin/papermill');
const missing = existsSync(papermill) ? '' : ' (left out: no papermill in .venv)';

interface Cell {
  readonly source: string | readonly string[];
  readonly metadata: { readonly tags?: readonly string[] };
  readonly outputs: readonly { readonly data?: Readonly<Record<string, string | readonly string[]>> }[];
}

describe.skipIf(missing)(`papermill${missing}`, () => {
  const folder = privateFolder();
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('runs a notebook with other parameters, of all kinds, and in whatever order its cells stand', async () => {
    const sources = [
      'const alpha = 1',
      'alpha * 10',
      'twice + 1',
      'const twice = alpha * 2',
      '[text, list, none]',
    ];
    await writeNotebook(folder, 'study.ipynb', sources, { 0: ['parameters'] });
    const parameters = path.join(folder, 'parameters.yaml');
    await writeFile(parameters, 'alpha: 5\ntext: "a \\"b\\"\\n"\nlist: [1.5, {a: true}]\nnone: null\n');
    const args = ['study.ipynb', 'run.ipynb', '-f', parameters, '--no-progress-bar'];
    await promisify(execFile)(papermill, args, { cwd: folder, env: await withKernelspec(folder) });

    const { cells } = JSON.parse(await readFile(path.join(folder, 'run.ipynb'), 'utf8')) as {
      cells: readonly Cell[];
    };
    expect(cells.map(({ metadata }) => metadata.tags?.[0])).toEqual([
      'parameters',
      'injected-parameters',
      ...Array.from({ length: 4 }),
    ]);
    const shown = cells.map(({ outputs }) =>
      outputs.map(({ data }) => [data?.['text/plain']].flat().join('')).join('\n'),
    );
    // A cell that may be computed again has a place for what it shows, be it empty.
    expect(shown).toEqual(['', '', '50', '11', '', '[ \'a "b"\\n\', [ 1.5, { a: true } ], null ]']);
  });
});
