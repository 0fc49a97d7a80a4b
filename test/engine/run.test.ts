import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { resultCache } from '../../kernels/engine/cache.js';
import { experimentOf } from '../../kernels/engine/papers.js';
import { inThread, type PartRunner, workerPool } from '../../kernels/engine/pool.js';
import { arrayBuffer } from '../../kernels/engine/recorded.js';
import { root } from '../../kernels/engine/root.js';
import { keyOf, runExperiment } from '../../kernels/engine/run.js';
import { runnerFor } from '../../kernels/engine/runner-for.js';
import { decodeRows } from '../../src/lib/experiment/rows.js';
import { toyWorkspace } from './workspace.js';

const quick = { profile: 'quick' } as const;

async function rowsOf(bytes: Uint8Array) {
  return (await decodeRows(arrayBuffer(bytes))).rows;
}

describe('a run', () => {
  it('writes the rows of its parts in their order, with the provenance in the file', async () => {
    const { paper, cache } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const now = () => new Date('2026-01-02T03:04:05Z');
    const { tables, cached } = await runExperiment(job, { cache, now });
    expect(cached).toBe(false);
    const { rows, provenance } = await decodeRows(arrayBuffer(tables.squares));
    expect(rows).toEqual([0, 1, 2, 3].map((n) => ({ n, power: n * n, seed: 7 })));
    expect(provenance).toMatchObject({
      paper: 'toy',
      experiment: 'squares',
      table: 'squares',
      profile: 'quick',
      seed: 7,
      parameters: { upTo: 4, exponent: 2 },
      datasets: {},
      backend: 'none',
      date: '2026-01-02T03:04:05.000Z',
    });
    expect(provenance.key).toMatch(/^[0-9a-f]{64}$/);
    expect(provenance.versions.node).toBe(process.versions.node);
    expect(provenance.device).not.toBe('');
  });

  it('is computed once: the second time the cache serves it, and `fresh` computes it again', async () => {
    const { paper, cache, ran } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const first = await runExperiment(job, { cache });
    const second = await runExperiment(job, { cache });
    expect(second.cached).toBe(true);
    expect(Buffer.compare(second.tables.squares, first.tables.squares)).toBe(0);
    expect(await ran()).toHaveLength(4);
    const third = await runExperiment(job, { cache, fresh: true });
    expect(third.cached).toBe(false);
    expect(await ran()).toHaveLength(8);
    expect(await rowsOf(third.tables.squares)).toEqual(await rowsOf(first.tables.squares));
  });

  it('goes on from the parts that an unfinished run left', async () => {
    const { paper, cache, ran } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    vi.stubEnv('TOY_FAIL', 'n-2');
    await expect(runExperiment(job, { cache })).rejects.toThrow('part n-2 was told to fail');
    expect(await ran()).toEqual(['n-0', 'n-1', 'n-2']);
    expect(await cache.table(await keyOf(job), 'squares')).toBeUndefined();
    vi.stubEnv('TOY_FAIL', '');
    await runExperiment(job, { cache });
    expect(await ran()).toEqual(['n-0', 'n-1', 'n-2', 'n-2', 'n-3']);
  });

  it('by a backend that is asked for takes no part that another one computed', async () => {
    const { paper, cache } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const result = (backend: string) => ({
      rows: { squares: [{ n: 0, power: 0, seed: 7 }] },
      ...{ duration: 1, backend, device: 'd', versions: {} },
    });
    const asked: string[] = [];
    const runner: PartRunner = {
      async run({ part }) {
        asked.push(part.id);
        return result('wasm');
      },
      close: () => Promise.resolve(),
    };
    await cache.putPart(await keyOf(job), 'n-0', result('tensorflow'));
    await cache.putPart(await keyOf(job), 'n-1', result('wasm'));
    await cache.putPart(await keyOf(job), 'n-2', result('none'));
    await runExperiment(job, { cache, runner, backend: 'wasm' });
    expect(asked).toEqual(['n-0', 'n-3']);
  });

  it('stops on abort and leaves whole files only', async () => {
    const { paper, cache, results } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    vi.stubEnv('TOY_HANG', 'n-1');
    const abort = new AbortController();
    const onProgress = (fraction: number) => {
      if (fraction >= 0.3) abort.abort();
    };
    await expect(runExperiment(job, { cache, signal: abort.signal, onProgress })).rejects.toThrow();
    const parts = path.join(results, await keyOf(job), 'parts');
    expect(await readdir(parts)).toEqual(['n-0.json']);
    expect(await cache.part(await keyOf(job), 'n-0')).toMatchObject({ backend: 'none' });
  });

  it('killed in the middle, leaves whole files only, and the next run goes on from them', async () => {
    const { paper, cache, folder, results, ran } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const script = path.join(root, 'test', 'fixtures', 'run-toy.ts');
    const env = { ...process.env, TOY_HANG: 'n-2' };
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder, results], {
      cwd: root,
      env,
      stdio: 'ignore',
    });
    const parts = path.join(results, await keyOf(job), 'parts');
    // A part that has just ended may still be on its way to the disk.
    const stored = async () =>
      (await readdir(parts).catch(() => [])).filter((name) => /^n-[01]\.json$/.test(name));
    await vi.waitUntil(async () => (await ran()).includes('n-2') && (await stored()).length === 2, {
      timeout: 20_000,
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (const name of await readdir(parts))
      expect(await cache.part(await keyOf(job), path.basename(name, '.json'))).toBeDefined();
    expect(await cache.table(await keyOf(job), 'squares')).toBeUndefined();
    await runExperiment(job, { cache });
    expect(await ran()).toEqual(['n-0', 'n-1', 'n-2', 'n-2', 'n-3']);
  });

  it('gives the same rows on one thread and on several', async () => {
    const { paper, cache, folder } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const one = await runExperiment(job, { cache });
    const runner = workerPool(2);
    try {
      const two = await runExperiment(job, { cache: resultCache(path.join(folder, 'other')), runner });
      expect(await rowsOf(two.tables.squares)).toEqual(await rowsOf(one.tables.squares));
    } finally {
      await runner.close();
    }
  });

  it('takes every core for what needs no backend, whichever backend there is', async () => {
    const { paper, cache } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const runner = runnerFor(undefined, 'a backend that is nowhere', 2);
    try {
      const { tables } = await runExperiment(job, { cache, runner });
      expect(await rowsOf(tables.squares)).toHaveLength(4);
    } finally {
      await runner.close();
    }
  });

  it('starts the dearest parts first, and writes the rows in the order of the parts', async () => {
    const { paper, cache } = await toyWorkspace();
    const experiment = experimentOf(paper, 'squares');
    const { definition } = experiment;
    const costs = [1, 5, undefined, 3];
    const parts = () =>
      definition.parts(definition.profiles.quick).map((part, n) => ({ ...part, cost: costs[n] }));
    const started: string[] = [];
    const runner: PartRunner = {
      ...inThread,
      run(task, effects) {
        started.push(task.part.id);
        return inThread.run(task, effects);
      },
    };
    const job = { experiment: { ...experiment, definition: { ...definition, parts } }, ...quick };
    const { tables } = await runExperiment(job, { cache, runner });
    expect(started).toEqual(['n-1', 'n-3', 'n-0', 'n-2']);
    expect((await rowsOf(tables.squares)).map(({ n }) => n)).toEqual([0, 1, 2, 3]);
  });

  it('computes once where two runs of the same key start together', async () => {
    const { paper, cache, ran } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const [a, b] = await Promise.all([runExperiment(job, { cache }), runExperiment(job, { cache })]);
    expect([a.cached, b.cached].sort()).toEqual([false, true]);
    expect(await ran()).toHaveLength(4);
  });

  it('takes another seed, and says so in the provenance', async () => {
    const { paper, cache } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick, seed: 11 };
    const { rows, provenance } = await decodeRows(
      arrayBuffer((await runExperiment(job, { cache })).tables.squares),
    );
    expect(provenance.seed).toBe(11);
    expect(new Set(rows.map(({ seed }) => seed))).toEqual(new Set([11]));
  });
});

describe('computing again what is stored', () => {
  it('interrupted, loses neither the old result nor the new parts, and goes on from them', async () => {
    const { paper, cache, ran } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const { key, tables } = await runExperiment(job, { cache });
    vi.stubEnv('TOY_FAIL', 'n-2');
    await expect(runExperiment(job, { cache, fresh: true })).rejects.toThrow('told to fail');
    expect(Buffer.compare((await cache.table(key, 'squares'))!, tables.squares)).toBe(0);
    vi.stubEnv('TOY_FAIL', '');
    const before = (await ran()).length;
    expect((await runExperiment(job, { cache, fresh: true })).cached).toBe(false);
    expect((await ran()).slice(before)).toEqual(['n-2', 'n-3']);
  });

  it('once whole, starts from nothing the next time', async () => {
    const { paper, cache, ran } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    await runExperiment(job, { cache, fresh: true });
    await runExperiment(job, { cache, fresh: true });
    expect(await ran()).toHaveLength(8);
  });
});

describe('a result that another process computes', () => {
  it('is waited for, and whoever waits is told for whom', async () => {
    const { paper, results } = await toyWorkspace();
    const told = vi.fn();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const key = await keyOf(job);
    const other = resultCache(results);
    let finish = () => {};
    const held = other.exclusive(key, () => new Promise<void>((resolve) => (finish = resolve)));
    const run = runExperiment(job, { cache: resultCache(results, told) });
    await vi.waitUntil(() => told.mock.calls.length > 0, { timeout: 20_000 });
    expect(told).toHaveBeenCalledWith(expect.stringContaining('waiting for'));
    finish();
    await held;
    expect((await run).cached).toBe(false);
  });

  it('is served without waiting where it is stored', async () => {
    const { paper, cache } = await toyWorkspace();
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    const { key } = await runExperiment(job, { cache });
    let finish = () => {};
    const held = cache.exclusive(key, () => new Promise<void>((resolve) => (finish = resolve)));
    expect((await runExperiment(job, { cache })).cached).toBe(true);
    finish();
    await held;
  });
});

describe('a cache that cannot be written to', () => {
  it('is named, with what to do', async () => {
    const { paper, folder } = await toyWorkspace();
    // Also root cannot make a folder below a file.
    await writeFile(path.join(folder, 'file'), '');
    const cache = resultCache(path.join(folder, 'file', 'results'));
    const job = { experiment: experimentOf(paper, 'squares'), ...quick };
    await expect(runExperiment(job, { cache })).rejects.toThrow(/cannot write .*LITMUS_CACHE/);
  });
});
