import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import { lacksPackage, runPython, withKernelspec } from './jupyter-programs.js';
import { privateFolder } from './kernel-process.js';

const folder = privateFolder();
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  env = await withKernelspec(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const script = (name: string) => path.join(root, 'test/jupyter', name);

describe('Jupyter itself', () => {
  it('finds nothing to complain of, with every check of its own tests of kernels', async ({ skip }) => {
    const missing = lacksPackage('jupyter_kernel_test');
    if (missing) skip(missing);
    const report = await runPython([script('conformance.py'), 'litmus'], env);
    expect(report).toMatch(/Ran 12 tests in .*\n\nOK\n/);
    expect(report).not.toMatch(/skipped/);
  });

  it('holds a session in its console: results, errors, an endless loop stopped, and on', async ({ skip }) => {
    const missing = lacksPackage('jupyter_console', 'pexpect');
    if (missing) skip(missing);
    expect(await runPython([script('clients.py')], env)).toMatch(/session held/);
  });

  it('executes a notebook with nbconvert: charts, tables, errors where they are allowed', async ({
    skip,
  }) => {
    const missing = lacksPackage('nbconvert', 'nbclient');
    if (missing) skip(missing);
    const sources = [
      'const n = 3',
      'import * as Plot from "npm:@observablehq/plot"\nPlot.dot([1, 2, n]).plot()',
      'import { table } from "arquero"\ntable({ a: [1, 2], b: ["x", "<y>"] })',
      'const broken = n.nowhere.at',
      'n ** 2',
    ];
    const cells = sources.map((source, i) => ({
      ...{ cell_type: 'code', id: `cell-${i}`, metadata: {}, execution_count: null, outputs: [], source },
    }));
    const kernelspec = { name: 'litmus', display_name: 'TypeScript (Litmus)', language: 'typescript' };
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells };
    const file = path.join(folder, 'session.ipynb');
    await writeFile(file, JSON.stringify(notebook));
    const options = ['--execute', '--allow-errors', '--to', 'notebook', '--output', 'executed'];
    const said = await runPython(['-m', 'nbconvert', ...options, file], env);
    expect(said).not.toContain('litmus kernel:');
    const executed = JSON.parse(await readFile(path.join(folder, 'executed.ipynb'), 'utf8')) as {
      cells: { execution_count: number; outputs: { output_type: string; data?: object; ename?: string }[] }[];
    };
    const outputs = executed.cells.map((cell) => cell.outputs);
    expect(executed.cells.map((cell) => cell.execution_count)).toEqual([1, 2, 3, 4, 5]);
    expect(outputs[0]).toEqual([]);
    expect(Object.keys(outputs[1][0].data!)).toContain('image/svg+xml');
    expect(JSON.stringify(outputs[2][0].data)).toMatch(/<table[\s\S]*&lt;y&gt;/);
    expect(outputs[3]).toContainEqual(expect.objectContaining({ output_type: 'error', ename: 'TypeError' }));
    expect(JSON.stringify(outputs[4][0].data)).toContain('9');
  });
});
