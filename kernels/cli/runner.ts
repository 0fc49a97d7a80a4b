import type { PartRunner } from '../engine/pool.js';

// All else is imported when there is something to run: to serve a stored table takes none of it.

/** Where a command's parts run: on the running kernel, else in worker threads; those, if their number is given. */
export function commandRunner(
  { jobs, backend }: { readonly jobs?: number; readonly backend?: string },
  log: (message: string) => void,
): PartRunner {
  const here = async () => (await import('../engine/runner-for.js')).runnerFor(jobs, backend);
  return lazily(async () => (jobs === undefined ? ((await onKernel(log)) ?? here()) : here()));
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
