import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { experimentOf } from '../../kernels/engine/papers.js';
import { arrayBuffer, record } from '../../kernels/engine/recorded.js';
import { runExperiment } from '../../kernels/engine/run.js';
import { serveTable } from '../../kernels/engine/serve.js';
import { decodeRows } from '../../src/lib/experiment/rows.js';
import { copyOf, toyWorkspace } from './workspace.js';

async function served(bytes: Uint8Array) {
  const { rows, provenance } = await decodeRows(arrayBuffer(bytes));
  return { rows: rows.length, ...provenance };
}

/** A workspace with both profiles of the toy recorded. */
async function recordedWorkspace() {
  const workspace = await toyWorkspace();
  const { paper, cache } = workspace;
  const experiment = experimentOf(paper, 'squares');
  for (const profile of ['quick', 'full'] as const)
    await record(paper, profile, (await runExperiment({ experiment, profile }, { cache })).tables);
  const before = (await workspace.ran()).length;
  return { ...workspace, ranSince: async () => (await workspace.ran()).length - before };
}

describe('serving a table', () => {
  it('computes the quick profile where nothing is stored, and says so', async () => {
    const { paper, cache, ran } = await toyWorkspace();
    const log = vi.fn();
    expect(await served(await serveTable(paper, 'squares', { cache, log }))).toMatchObject({
      rows: 4,
      profile: 'quick',
    });
    expect(log).toHaveBeenCalledWith(expect.stringContaining('computing toy/squares (quick)'));
    expect(await ran()).toHaveLength(4);
  });

  it('prefers the full profile, and gives the one that is asked for', async () => {
    const { paper, cache, ranSince } = await recordedWorkspace();
    await cache.forget((await served(await serveTable(paper, 'squares', { cache }))).key);
    expect(await served(await serveTable(paper, 'squares', { cache }))).toMatchObject({
      rows: 8,
      profile: 'full',
    });
    const quick = await served(await serveTable(paper, 'squares', { cache, profile: 'quick' }));
    expect(quick).toMatchObject({ rows: 4, profile: 'quick' });
    expect(await ranSince()).toBe(0);
  });

  it('computes again once the code has changed, and never serves the old result as current', async () => {
    const { folder, ranSince } = await recordedWorkspace();
    const file = path.join(folder, 'toy', 'power.ts');
    await writeFile(file, (await readFile(file, 'utf8')).replace('n ** exponent', 'n ** exponent + 1'));
    // Keys and modules are read once a process: a moved copy stands for the next process.
    const { paper, cache } = await copyOf(folder);
    const found = await served(await serveTable(paper, 'squares', { cache }));
    expect(found).toMatchObject({ rows: 4, profile: 'quick' });
    expect(found.stale).toBeUndefined();
    expect(await ranSince()).toBe(4);
  });

  it('shows the recorded result, marked as stale, where the changed code cannot be run', async () => {
    const { folder } = await recordedWorkspace();
    const file = path.join(folder, 'toy', 'power.ts');
    await writeFile(file, (await readFile(file, 'utf8')).replace('n ** exponent', 'n ** exponent + 1'));
    const { paper, cache } = await copyOf(folder);
    vi.stubEnv('TOY_FAIL', 'n-0');
    const log = vi.fn();
    const found = await served(await serveTable(paper, 'squares', { cache, log }));
    expect(found).toMatchObject({ rows: 8, profile: 'full' });
    expect(found.stale).toContain('part n-0 was told to fail');
    expect(log).toHaveBeenLastCalledWith(expect.stringContaining('older code'));
  });

  it('names the nearest table where the name is wrong', async () => {
    const { paper, cache } = await toyWorkspace();
    await expect(serveTable(paper, 'sqares', { cache })).rejects.toThrow('did you mean "squares"?');
  });
});
