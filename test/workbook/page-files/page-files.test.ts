import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { inThread } from '../../../kernels/engine/pool.js';
import { arrayBuffer } from '../../../kernels/engine/recorded.js';
import { openPageFiles } from '../../../kernels/workbook/page-files/page-files.js';
import { claimSchema } from '../../../src/lib/claims/claim-columns.js';
import { missingReason } from '../../../src/lib/experiment/missing.js';
import { decodeRows, decodeTable } from '../../../src/lib/experiment/rows.js';
import { toyWorkspace } from '../../engine/workspace.js';

/** The toy's files, in a workbook of its own. */
async function toyFiles() {
  const workspace = await toyWorkspace();
  const { folder } = workspace;
  vi.stubEnv('LITMUS_CACHE', path.join(folder, 'cache'));
  const workbook = path.join(folder, 'src');
  const err = vi.fn<(text: string) => void>();
  const at = (name: string) => path.join(workbook, '.observablehq', 'cache', name);
  return {
    ...workspace,
    err,
    at,
    workbook,
    open: (signal = new AbortController().signal) =>
      openPageFiles({ workbook, papers: folder, runner: inThread, signal, err }),
    claims: async (name: string) =>
      decodeTable(arrayBuffer(await readFile(at(name))), claimSchema, 'claims.parquet'),
  };
}

const table = 'data/toy/squares.parquet';
const claims = 'data/toy/claims.parquet';
const old = new Date(2020, 1, 1);

describe('a table', () => {
  it('is computed where that may be, and then lies where Framework takes it from', async () => {
    const { open, at, ran } = await toyFiles();
    const files = await open();
    expect(await files.place(table, false)).toBeUndefined();
    expect(await ran()).toEqual([]);
    expect(await files.place(table, true)).toMatchObject({ problems: [] });
    expect((await decodeRows(arrayBuffer(await readFile(at(table))))).rows).toHaveLength(4);
    expect(await ran()).toHaveLength(4);
  });

  it('keeps its date as long as it is the same, and is put right where it is not', async () => {
    const { open, at, ran } = await toyFiles();
    const first = await (await open()).place(table, true);
    await utimes(at(table), old, old);
    const again = await open();
    expect(await again.place(table, false)).toEqual(first);
    expect((await stat(at(table))).mtime).toEqual(old);
    await writeFile(at(table), 'of other code');
    expect(await again.place(table, false)).toEqual(first);
    expect((await decodeRows(arrayBuffer(await readFile(at(table))))).rows).toHaveLength(4);
    expect(await ran()).toHaveLength(4);
    expect((await readdir(path.dirname(at(table)))).sort()).toEqual(['squares.parquet']);
  });

  it('that cannot be made says why in its place, is tried again, and keeps nothing else from being made', async () => {
    const { open, at, err } = await toyFiles();
    vi.stubEnv('TOY_FAIL', 'n-0');
    const files = await open();
    const reason = expect.stringMatching(/^missing: .*part n-0 was told to fail/) as string;
    expect(await files.place(table, true)).toMatchObject({ problems: [reason] });
    expect(missingReason(await readFile(at(table)))).toContain('told to fail');
    expect(err).toHaveBeenCalledWith(expect.stringContaining(`${table} is missing: `));
    vi.stubEnv('TOY_FAIL', '');
    expect(await files.place(table, true)).toMatchObject({ problems: [] });
  });

  it('that no paper has is missing, and what no loader of ours makes is nobody’s', async () => {
    const files = await (await toyFiles()).open();
    expect(await files.place('data/toy/sqares.parquet', true)).toMatchObject({
      problems: ['missing: there is no table of toy "sqares"; did you mean "squares"?'],
    });
    for (const name of ['data/flights.csv', 'data/toy/squares.json', 'style.css'])
      expect(await files.place(name, true)).toBeUndefined();
  });

  it('is not put in place where the preview ends meanwhile', async () => {
    const { open, at } = await toyFiles();
    const interrupt = new AbortController();
    const files = await open(interrupt.signal);
    interrupt.abort();
    await expect(files.place(table, true)).rejects.toThrow();
    await expect(stat(at(table))).rejects.toThrow('ENOENT');
  });
});

describe('what is made of tables', () => {
  it('is kept as long as code, tables and records are what they were', async () => {
    const { open, at, claims: read, folder } = await toyFiles();
    await (await open()).place(claims, true);
    const part = at('litmus/parts/toy.claims.json');
    await writeFile(part, (await readFile(part, 'utf8')).replaceAll('Squares grow.', 'Kept from before.'));
    const statements = async () => {
      await (await open()).place(claims, false);
      return (await read(claims)).rows.map(({ statement }) => statement);
    };
    expect(await statements()).toContain('Kept from before.');
    await writeFile(path.join(folder, 'toy', 'criteria.lock.json'), '{"claims":{},"amendments":[]}');
    expect(await statements()).toContain('Squares grow.');
  });

  it('is judged only where its tables are there or may be computed', async () => {
    const { open, ran } = await toyFiles();
    const files = await open();
    for (const name of [claims, 'data/shelf/claims.parquet', 'data/toy/prose.json'])
      expect(await files.place(name, false)).toBeUndefined();
    expect(await ran()).toEqual([]);
    await files.place(table, true);
    for (const name of [claims, 'data/shelf/claims.parquet', 'data/toy/prose.json'])
      expect(await files.place(name, false)).toMatchObject({ problems: [] });
  });

  it('of all papers names the one that has none', async () => {
    const { open, folder, claims: read } = await toyFiles();
    await mkdir(path.join(folder, 'broken'));
    await writeFile(path.join(folder, 'broken', 'paper.ts'), `throw new Error('boom');`);
    const files = await open();
    expect(await files.place('data/shelf/claims.parquet', true)).toMatchObject({
      problems: ['without broken: boom'],
    });
    expect(await read('data/shelf/claims.parquet')).toMatchObject({
      missing: [{ paper: 'broken', reason: 'boom' }],
    });
    expect(await files.place('data/broken/claims.parquet', true)).toMatchObject({
      problems: ['missing: boom'],
    });
    await rm(path.join(folder, 'broken'), { recursive: true });
  });
});

describe('the file of a notebook', () => {
  const notebook = (code: string) =>
    JSON.stringify({
      cells: [
        { cell_type: 'code', id: 'a', metadata: {}, outputs: [], execution_count: null, source: [code] },
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });

  it('is made again when what it names has changed, and not before', async () => {
    const { open, at, workbook } = await toyFiles();
    const file = path.join(workbook, 'data', 'words.txt.ipynb');
    await mkdir(path.dirname(file), { recursive: true });
    const module = path.join(path.dirname(file), 'word.ts');
    await writeFile(module, `export const word: string = 'one';`);
    await writeFile(file, notebook(`import { word } from './word.ts';\nword + Math.random()`));
    const made = async (mayCompute: boolean) => (await open()).place('data/words.txt', mayCompute);
    const first = await made(true);
    expect(await readFile(at('data/words.txt'), 'utf8')).toMatch(/^one/);
    expect(await made(false)).toEqual(first);
    await writeFile(module, `export const word: string = 'two';`);
    expect(await made(false)).toBeUndefined();
    await made(true);
    expect(await readFile(at('data/words.txt'), 'utf8')).toMatch(/^two/);
  });
});
