import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { resultCache } from '../../kernels/engine/cache.js';
import { checkPaper } from '../../kernels/engine/check.js';
import { experimentOf } from '../../kernels/engine/papers.js';
import { readBack } from '../../kernels/engine/parquet.js';
import { readRecorded, record } from '../../kernels/engine/recorded.js';
import { keyOf, runExperiment } from '../../kernels/engine/run.js';
import { serveTable } from '../../kernels/engine/serve.js';
import { readVerdicts } from '../../kernels/engine/verdicts.js';
import { toyWorkspace } from './workspace.js';

/** Ways in which a disk, or a person, damages a file. */
const damages: readonly [string, (bytes: Buffer) => Buffer][] = [
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  [
    'one bit flipped',
    (bytes) => Buffer.from(bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte))),
  ],
  ['garbage', () => Buffer.from('{}')],
];

async function damage(file: string, how: (bytes: Buffer) => Buffer) {
  await writeFile(file, how(await readFile(file)));
}

describe.each(damages)('a file that is %s', (_, how) => {
  it('in the cache of tables is told, set aside and computed again', async () => {
    const { paper, results } = await toyWorkspace();
    const warn = vi.fn();
    const cache = resultCache(results, warn);
    const job = { experiment: experimentOf(paper, 'squares'), profile: 'quick' } as const;
    const { key, tables } = await runExperiment(job, { cache });
    await damage(path.join(results, key, 'squares.parquet'), how);
    const again = await runExperiment(job, { cache });
    expect(again.cached).toBe(false);
    expect((await readBack(again.tables.squares)).rows).toEqual((await readBack(tables.squares)).rows);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('squares.parquet is damaged'));
    expect(await readdir(path.join(results, key))).toContain('squares.parquet.damaged');
    expect((await runExperiment(job, { cache })).cached).toBe(true);
  });

  it('among the parts of an unfinished run is told, set aside and computed again', async () => {
    const { paper, results, ran } = await toyWorkspace();
    const warn = vi.fn();
    const cache = resultCache(results, warn);
    const job = { experiment: experimentOf(paper, 'squares'), profile: 'quick' } as const;
    vi.stubEnv('TOY_FAIL', 'n-2');
    await expect(runExperiment(job, { cache })).rejects.toThrow();
    vi.stubEnv('TOY_FAIL', '');
    await damage(path.join(results, await keyOf(job), 'parts', 'n-1.json'), how);
    await runExperiment(job, { cache });
    expect(await ran()).toEqual(['n-0', 'n-1', 'n-2', 'n-1', 'n-2', 'n-3']);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('n-1.json is damaged'));
  });

  it('among the recorded tables is told, left where it is, and computed again', async () => {
    const { paper, cache, folder } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), profile: 'quick' } as const;
    const { tables, key } = await runExperiment(job, { cache });
    await record(paper, 'quick', tables);
    await cache.forget(key);
    const file = path.join(folder, 'toy', 'recorded', 'squares.quick.parquet');
    await damage(file, how);
    const damaged = await readFile(file);
    const log = vi.fn();
    const served = await readBack(await serveTable(paper, 'squares', { cache, log }));
    expect(served.rows).toEqual((await readBack(tables.squares)).rows);
    expect(log).toHaveBeenCalledWith(expect.stringContaining(`${file} is damaged`));
    expect(await readFile(file)).toEqual(damaged);
  });
});

describe('recorded files that are not those that were recorded', () => {
  it('are none of several that were recorded at the same time', async () => {
    const { paper, cache } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), profile: 'quick' } as const;
    const { squares } = (await runExperiment(job, { cache })).tables;
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(names.map((name) => record(paper, 'quick', { [name]: squares })));
    const warn = vi.fn();
    for (const name of names) expect(await readRecorded(paper, name, 'quick', warn)).toBeDefined();
    expect(warn).not.toHaveBeenCalled();
  });

  it('a table whose checksums are those of an unfinished merge is not used, and the file is named', async () => {
    const { paper, cache, folder } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), profile: 'quick' } as const;
    await record(paper, 'quick', (await runExperiment(job, { cache })).tables);
    await writeFile(path.join(folder, 'toy', 'recorded', 'checksums.json'), '<<<<<<< HEAD\n{}');
    const warn = vi.fn();
    expect(await readRecorded(paper, 'squares', 'quick', warn)).toBeUndefined();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('unfinished merge'));
  });

  it.each([
    ['<<<<<<< HEAD\n{}', 'unfinished merge'],
    ['{"grows": {"quick": "repro', 'cut short'],
    ['[]', 'does not hold verdicts'],
    ['{"grows": {"quick": "reprodused"}}', 'what is no verdict'],
    ['{"grows": {"fast": "reproduced"}}', 'what is no verdict'],
    ['{"grows": "reproduced"}', 'what is no verdict'],
  ])('verdicts that read %j name their file and what to do', async (text, what) => {
    const { paper, cache, folder } = await toyWorkspace();
    await record(paper, 'quick', {});
    const file = path.join(folder, 'toy', 'recorded', 'verdicts.json');
    await writeFile(file, text);
    for (const read of [() => readVerdicts(paper), () => checkPaper(paper, { cache })]) {
      const { message } = await read().then(
        () => new Error('read'),
        (error: Error) => error,
      );
      for (const part of [what, file, 'restore it with git']) expect(message).toContain(part);
    }
  });
});
