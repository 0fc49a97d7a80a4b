import os from 'node:os';
import { pathToFileURL } from 'node:url';
import type { Experiment } from '../../src/lib/experiment/experiment.js';
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

/**
 * Where parts run: in as many worker threads as asked for. Without a wish, in as many as the backend leaves idle, and
 * what needs no backend on every core.
 *
 * @param cores how many there are; what the machine says where omitted
 */
export function runnerFor(
  jobs: number | undefined,
  backend: string | undefined,
  cores = os.availableParallelism(),
): PartRunner {
  const threaded = (threads: number) => (threads > 1 ? workerPool(threads) : inThread);
  if (jobs !== undefined) return threaded(jobs);
  const plain = once(() => Promise.resolve(threaded(cores)));
  const tensors = once(async () => threaded((await threadsFor(backend)).threads));
  return {
    async run(task, effects) {
      const { definition } = (await import(pathToFileURL(task.file).href)) as Pick<Experiment, 'definition'>;
      const runner = await (definition.compute === 'plain' ? plain : tensors).value();
      return runner.run(task, effects);
    },
    async close() {
      for (const { made } of [plain, tensors]) await (await made())?.close();
    },
  };
}

/** Made when it is first asked for, and never twice. */
function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined;
  return { value: () => (made ??= make()), made: () => made };
}
