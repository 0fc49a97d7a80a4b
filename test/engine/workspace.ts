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
export async function toyWorkspace() {
  // Below the checkout, so that the copy resolves the same imports and packages as the original.
  const folder = await mkdtemp(path.join(root, 'test', 'fixtures', 'copy-'));
  folders.push(folder);
  await cp(path.join(root, 'test', 'fixtures', 'papers', 'toy'), path.join(folder, 'toy'), {
    recursive: true,
  });
  const log = path.join(folder, 'parts.log');
  vi.stubEnv('TOY_LOG', log);
  const paper: PlacedPaper = await loadPaper('toy', folder);
  return {
    folder,
    paper,
    cache: resultCache(path.join(folder, 'results')),
    results: path.join(folder, 'results'),
    /** The ids of the parts that were really run so far. */
    ran: async () => (await readFile(log, 'utf8').catch(() => '')).split('\n').filter(Boolean),
  };
}
