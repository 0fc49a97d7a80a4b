import os from 'node:os';
import { chooseBackend } from '../engine/backend.js';
import { inThread, workerPool, type PartRunner } from '../engine/pool.js';

/** Backends of which a thread keeps one core busy; the others spread over cores or a GPU by themselves. */
const singleThreaded = ['wasm', 'cpu'];

/** Where parts run: in as many worker threads as asked for; without a wish, as many as the backend leaves idle. */
export async function runnerFor(jobs: number | undefined, backend: string | undefined): Promise<PartRunner> {
  const { name } = await chooseBackend(backend);
  const threads = jobs ?? (singleThreaded.includes(name) ? os.availableParallelism() : 1);
  return threads > 1 ? workerPool(threads) : inThread;
}
