import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { processRuns } from '../../engine/process-runs.js';

/** @param limit milliseconds @returns whether the process has ended in time */
export async function processEnds(pid: number, limit: number): Promise<boolean> {
  const end = performance.now() + limit;
  while (processRuns(pid)) {
    if (performance.now() > end) return false;
    await delay(20);
  }
  return true;
}

/**
 * Ends a process that should end: by request, then by force.
 *
 * @param limit milliseconds to wait after each signal
 * @returns the signal after which it was gone; `undefined` where it still runs
 */
export async function endProcess(pid: number, limit: number): Promise<'SIGTERM' | 'SIGKILL' | undefined> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') return undefined;
    }
    if (await processEnds(pid, limit)) return signal;
  }
  return undefined;
}
