import os from 'node:os';
import type { PartRunner } from '../engine/pool.js';

// All else is imported when there is something to run: to serve a stored table takes none of it.

/** Where a command's parts run: on the running kernel, else in worker threads; those, if their number is given. */
export function commandRunner(
  { jobs, backend }: { readonly jobs?: number; readonly backend?: string },
  log: (message: string) => void,
): PartRunner {
  const threads = jobs === undefined ? undefined : boundedJobs(jobs, os.availableParallelism(), log);
  const here = async () => (await import('../engine/runner-for.js')).runnerFor(threads, backend);
  return lazily(async () => (jobs === undefined ? ((await onKernel(log)) ?? here()) : here()));
}

/** As many threads as there are cores at most: more would be in each other's way, and each takes its memory. */
export function boundedJobs(jobs: number, cores: number, log: (message: string) => void): number {
  if (jobs <= cores) return jobs;
  log(
    `--jobs ${jobs}: ${cores} worker ${cores === 1 ? 'thread is' : 'threads are'} used, one for each core here`,
  );
  return cores;
}

/** @throws {Failure} where there is no such backend here; one that a running kernel is to use, it looks for itself. */
export async function needsBackend(name: string): Promise<void> {
  const { backendNames, chooseBackend } = await import('../engine/backend.js');
  const { defaultName, readEntry } = await import('../jupyter/daemon/registry.js');
  if (backendNames.includes(name) && (await readEntry(defaultName))) return;
  await chooseBackend(name);
}

/** Where a loader's parts run: on the running kernel, else one after the other in this thread. */
export function loaderRunner(log: (message: string) => void): PartRunner {
  return lazily(async () => (await onKernel(log)) ?? (await import('../engine/pool.js')).inThread);
}

/** The kernel that `litmus kernel start` keeps, where there is one: it holds the backend. */
async function onKernel(log: (message: string) => void): Promise<PartRunner | undefined> {
  const { defaultName, readEntry } = await import('../jupyter/daemon/registry.js');
  if (!(await readEntry(defaultName))) return undefined;
  const { runningKernel } = await import('../jupyter/daemon/kernel-state.js');
  const kernel = await runningKernel(defaultName);
  if (!kernel) return undefined;
  const { connectClient } = await import('../jupyter/client/kernel-client.js');
  const { remoteRunner } = await import('../jupyter/daemon/part-client.js');
  const { readConnection } = await import('../jupyter/protocol/connection.js');
  log(`computing on the kernel "${kernel.name}"`);
  return remoteRunner(connectClient(await readConnection(kernel.connectionFile)));
}

/** Chooses when there is something to run: what is stored is served without looking for a kernel. */
function lazily(choose: () => Promise<PartRunner>): PartRunner {
  let chosen: Promise<PartRunner> | undefined;
  return {
    run: async (task, effects) => (await (chosen ??= choose())).run(task, effects),
    close: async () => (await chosen)?.close(),
  };
}
