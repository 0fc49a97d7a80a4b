import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, vi } from 'vitest';
import { resultCache } from '../../kernels/engine/cache.js';
import { loadPaper, type PlacedPaper } from '../../kernels/engine/papers.js';
import { root } from '../../kernels/engine/root.js';

const folders: string[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A copy of the toy paper that a test may change, with a cache of its own and a log of the parts it runs. */
export function toyWorkspace() {
  return workspaceOf(path.join(root, 'test', 'fixtures', 'papers'));
}

/**
 * The toy of a workspace under another path, with the same log of parts and an empty cache: what the next process would
 * see, since modules and their keys are read once a process.
 */
export function copyOf(folder: string) {
  return workspaceOf(folder, path.join(folder, 'parts.log'));
}

async function workspaceOf(source: string, log?: string) {
  // Below the checkout, so that the copy resolves the same imports and packages as the original.
  const folder = await mkdtemp(path.join(root, 'test', 'fixtures', 'copy-'));
  folders.push(folder);
  await cp(path.join(source, 'toy'), path.join(folder, 'toy'), { recursive: true });
  const parts = log ?? path.join(folder, 'parts.log');
  vi.stubEnv('TOY_LOG', parts);
  const paper: PlacedPaper = await loadPaper('toy', folder);
  return {
    folder,
    paper,
    cache: resultCache(path.join(folder, 'results')),
    results: path.join(folder, 'results'),
    /** The ids of the parts that were really run so far. */
    ran: async () => (await readFile(parts, 'utf8').catch(() => '')).split('\n').filter(Boolean),
  };
}
