import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cacheContents, cleanCache } from '../../kernels/engine/cache-contents.js';
import { experimentOf } from '../../kernels/engine/papers.js';
import { keyOf, runExperiment } from '../../kernels/engine/run.js';
import { toyWorkspace } from './workspace.js';

it('counts what today’s code would be served, and removes the rest alone', async () => {
  const { paper, cache, results } = await toyWorkspace();
  const job = { experiment: experimentOf(paper, 'squares'), profile: 'quick' } as const;
  await runExperiment(job, { cache });
  await runExperiment({ ...job, seed: 3 }, { cache });
  const keys = new Set([await keyOf(job)]);
  const contents = await cacheContents(results, keys);
  expect(contents).toMatchObject({ current: { results: 1 }, others: { results: 1 } });
  expect(contents.current.bytes).toBeGreaterThan(500);
  await cleanCache(contents);
  expect(await cacheContents(results, keys)).toMatchObject({
    current: contents.current,
    others: { results: 0 },
  });
  expect((await runExperiment(job, { cache })).cached).toBe(true);
  await expect(access(path.join(results, await keyOf({ ...job, seed: 3 })))).rejects.toThrow();
});

it('finds nothing where there is no cache yet', async () => {
  const { folder } = await toyWorkspace();
  expect(await cacheContents(path.join(folder, 'none'), new Set())).toMatchObject({
    current: { results: 0, bytes: 0 },
    others: { results: 0, bytes: 0 },
  });
});
