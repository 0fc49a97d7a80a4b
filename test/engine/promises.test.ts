import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { experimentOf } from '../../kernels/engine/papers.js';
import { runPart } from '../../kernels/engine/part.js';
import { workerPool } from '../../kernels/engine/pool.js';
import { runExperiment } from '../../kernels/engine/run.js';
import { writeWholeFile } from '../../kernels/engine/whole-file.js';
import { toyWorkspace } from './workspace.js';

// What the engine promises, where a fault would show only in an accident.

describe('a file that is written whole', () => {
  it('takes the place of the old one, which whoever has it open goes on to read', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
    const file = path.join(folder, 'file');
    await writeFile(file, 'old');
    const before = await stat(file);
    await writeWholeFile(file, 'new');
    // Written in place it would be the same inode, and half of it could be seen.
    expect((await stat(file)).ino).not.toBe(before.ino);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['file']);
    await rm(folder, { recursive: true });
  });
});

describe('a part', () => {
  it('may not read a data set that its definition does not name', async () => {
    const { paper, folder } = await toyWorkspace();
    const file = path.join(folder, 'toy', 'reads.ts');
    await writeFile(file, `export { definition } from './squares.js';`);
    await writeFile(
      path.join(folder, 'toy', 'reads.run.ts'),
      `export async function* run({ array }) { await array('mnist-test-labels'); }`,
    );
    const { definition } = experimentOf(paper, 'squares');
    const params = definition.profiles.quick;
    const [part] = definition.parts(params);
    const effects = { signal: new AbortController().signal, onProgress: () => undefined };
    await expect(runPart({ file, params, part, seed: 1 }, effects)).rejects.toThrow(
      'reads the data set "mnist-test-labels" but its definition does not name it',
    );
  });

  it('is stored before the run goes on to say that it is done', async () => {
    const { paper, cache } = await toyWorkspace();
    const stored: string[] = [];
    const slow: typeof cache = {
      ...cache,
      async putPart(key, part, ...rest) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await cache.putPart(key, part, ...rest);
        stored.push(part);
      },
      async putTables(...tables) {
        expect(stored).toHaveLength(4);
        await cache.putTables(...tables);
      },
    };
    await runExperiment({ experiment: experimentOf(paper, 'squares'), profile: 'quick' }, { cache: slow });
    expect(stored).toHaveLength(4);
  });

  it('that runs in a worker is ended by an abort', async () => {
    const { paper, cache, ran } = await toyWorkspace();
    vi.stubEnv('TOY_HANG', 'n-1');
    const abort = new AbortController();
    const runner = workerPool(1);
    try {
      const run = runExperiment(
        { experiment: experimentOf(paper, 'squares'), profile: 'quick' },
        { cache, runner, signal: abort.signal },
      );
      const ended = expect(run).rejects.toThrow();
      await vi.waitUntil(async () => (await ran()).includes('n-1'), { timeout: 30_000 });
      abort.abort();
      await ended;
    } finally {
      await runner.close();
    }
  });
});
