import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { program } from '../../kernels/cli/program.js';
import { root } from '../../kernels/engine/root.js';
import { notebookText, type WrittenCell } from '../jupyter/notebooks/notebook-text.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `litmus notebook` in the folder of the test. */
function start(...argv: string[]) {
  const bin = path.join(root, 'kernels', 'cli', 'litmus.js');
  const child = spawn(process.execPath, [bin, 'notebook', ...argv], {
    cwd: folder,
    env: { ...process.env, LITMUS_CACHE: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder },
  });
  const written = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (written.out += text));
  child.stderr.on('data', (text: Buffer) => (written.err += text));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...written })));
  return { child, ended, written };
}

async function write(cells: readonly WrittenCell[], file: string): Promise<string> {
  await writeFile(path.join(folder, file), notebookText(cells));
  return path.join(folder, file);
}

/** Runs a notebook in this process. */
async function litmus(file: string, cells: readonly WrittenCell[], ...argv: string[]): Promise<Ended> {
  const written = { out: '', err: '' };
  const terminal = {
    out: (text: string | Uint8Array) => void (written.out += Buffer.from(text).toString()),
    err: (text: string) => void (written.err += text),
  };
  const given = ['notebook', await write(cells, file), ...argv];
  const code = await program(given, terminal, new AbortController().signal);
  return { code, ...written };
}

describe('litmus notebook', () => {
  it('writes the value to standard output, and what cells print to standard error', async () => {
    const cells: WrittenCell[] = [
      { type: 'markdown', source: '# Squares' },
      'console.log("making\\nsquares");\nconst base = 2;',
      'const squares = [1, 2, 3].map((n) => ({n, square: n ** base}));\nsquares',
      'console.log("done");',
    ];
    await write(cells, 'squares.csv.ipynb');
    const { code, out, err } = await start('squares.csv.ipynb').ended;
    expect(out).toBe('n,square\n1,1\n2,4\n3,9\n');
    // On a busy machine it also says what takes long.
    expect(err.replace(/^litmus: .* has been running for .*\n/gm, '')).toBe(
      'squares.csv.ipynb [1]: making\nsquares.csv.ipynb [1]: squares\nsquares.csv.ipynb [3]: done\n',
    );
    expect(code).toBe(0);
  });

  it('takes the cell that is tagged, or the one that is asked for, and writes to a file', async () => {
    const at = (name: string) => path.join(folder, name);
    const cells = ['"first"', { source: '"tagged"', tags: ['output'] }, '"last"'];
    expect((await litmus('x.txt.ipynb', cells)).out).toBe('tagged');
    const { code, out, err } = await litmus('x.txt.ipynb', cells, '--cell', '1', '--output', at('y.json'));
    // Its value is a string that is no JSON.
    expect(err).toContain('x.txt.ipynb: cell 1 [1] has a value that makes no .json file:\nTypeError: ');
    expect(out).toBe('');
    expect(code).toBe(3);
    expect((await litmus('x.txt.ipynb', cells, '--cell', '3', '--output', at('y.txt'))).out).toBe('');
    expect(await readFile(at('y.txt'), 'utf8')).toBe('last');
  }, 180_000);

  it('computes nothing for a file that cannot be written', async () => {
    const cells = ['console.log("computing");', '1'];
    for (const [output, why] of [
      [path.join(folder, 'nowhere', 'x.json'), 'no such file or directory (ENOENT)'],
      [path.join(folder, 'x.json.ipynb', 'x.json'), 'not a directory (ENOTDIR)'],
    ]) {
      const { code, out, err } = await litmus('x.json.ipynb', cells, '--output', output);
      expect(err).toContain(`cannot write ${output}: ${why}; see that `);
      expect(err).not.toContain('computing');
      expect(out).toBe('');
      expect(code).toBe(2);
    }
    await mkdir(path.join(folder, 'y.json'));
    const { code, err } = await litmus('x.json.ipynb', cells, '--output', path.join(folder, 'y.json'));
    expect(err).toContain('y.json is a folder; give the name of a file in it');
    expect(code).toBe(2);
  });

  it('runs cells again that a later one changes, before it takes the value', async () => {
    const { out } = await litmus('x.json.ipynb', [
      'const count = Mutable(1);\nconst set = (n: number) => { count.value = n; };',
      { source: 'const tenfold = 10 * count;\ntenfold', tags: ['output'] },
      'set(7);\nawait new Promise((resolve) => setTimeout(resolve, 200));',
    ]);
    expect(out).toBe('70');
  });

  it.each<[string, WrittenCell[], string]>([
    [
      'a cell that fails',
      [
        { type: 'markdown', source: 'text' },
        'const f = (x: {y?: {z: number}}) => {\n  return x.y!.z;\n};',
        '// two\n// lines\nf({})',
      ],
      'x.json.ipynb: cell 3 [2], line 3 failed:\nTypeError: Cannot read properties of undefined',
    ],
    [
      'a cell that does not compile',
      ['1', 'const a = 1;\nconst b = ;'],
      'x.json.ipynb: cell 2 [2], line 2 failed:\nSyntaxError: Expression expected.',
    ],
    [
      'a module that is not there',
      ['import {x} from "./nowhere.ts";\nx'],
      'x.json.ipynb: cell 1 [1] failed:\nError: Cannot find module',
    ],
    [
      'a variable that is defined twice',
      ['const a = 1;', 'const a = 2;'],
      'x.json.ipynb: cell 2 [2] failed:\nDefinitionError: cell [1] ("const a = 1;") already defines "a"',
    ],
    [
      'a tagged cell without a value',
      ['1', { source: 'const a = 2;', tags: ['output'] }],
      'x.json.ipynb: cell 2 [2] has no value: end one with an expression',
    ],
    ['no value anywhere', ['const a = 2;', '2;'], 'x.json.ipynb: no cell has a value'],
  ])('names the notebook, the cell and the line of %s', async (_, cells, message) => {
    const { code, out, err } = await litmus('x.json.ipynb', cells);
    expect(err).toContain(message);
    expect(err).not.toContain('\u001b');
    expect(out).toBe('');
    expect(code).toBe(3);
  });

  it('names the lines of a traceback, in this and in other cells', async () => {
    const { err } = await litmus('x.json.ipynb', [
      'const f = () => {\n  throw new Error("deep");\n};',
      '// calls it\nf()',
    ]);
    expect(err).toContain('x.json.ipynb: cell 2 [2], line 2 failed:\nError: deep\n');
    expect(err).toContain('at f (cell [1], line 2)');
    expect(err).toContain('→ 2 │   throw new Error("deep");');
  });

  it('says what is wrong with a file that is no notebook, and exits with 2', async () => {
    await writeFile(path.join(folder, 'x.csv.ipynb'), '{"nbformat": 3}');
    const { code, out, err } = await start('x.csv.ipynb').ended;
    expect(err).toContain('litmus: x.csv.ipynb has the notebook format 3');
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('stops on Ctrl-C, also in a loop that does not wait', async () => {
    await write(['console.log("started");', 'for (;;);', '[{a: 1}]'], 'x.csv.ipynb');
    const { child, ended, written } = start('x.csv.ipynb');
    while (!written.err.includes('started'))
      await new Promise((resolve) => child.stderr.once('data', resolve));
    child.kill('SIGINT');
    const { code, out, err } = await ended;
    expect(err).toContain('x.csv.ipynb was interrupted');
    expect(out).toBe('');
    expect(code).toBe(130);
  });
});
