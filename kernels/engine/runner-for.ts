import os from 'node:os';
import { chooseBackend } from './backend.js';
import { inThread, type PartRunner, workerPool } from './pool.js';

/** Backends of which a thread keeps one core busy; the others spread over cores or a GPU by themselves. */
const singleThreaded = ['wasm', 'cpu'];

/** How many threads a backend is worth, and whether two at once would be in each other's way. */
export async function threadsFor(
  backend: string | undefined,
): Promise<{ readonly threads: number; readonly exclusive: boolean }> {
  const { name } = await chooseBackend(backend);
  const exclusive = !singleThreaded.includes(name);
  return { threads: exclusive ? 1 : os.availableParallelism(), exclusive };
}

/** Where parts run: in as many worker threads as asked for; without a wish, as many as the backend leaves idle. */
export async function runnerFor(jobs: number | undefined, backend: string | undefined): Promise<PartRunner> {
  const threads = jobs ?? (await threadsFor(backend)).threads;
  return threads > 1 ? workerPool(threads) : inThread;
}
