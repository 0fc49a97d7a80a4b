import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';

/** Whether a process of this number runs. */
export function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user cannot be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Whether it has ended, and nobody has asked how yet: in a container there may be nobody who ever does. */
function isZombie(pid: number): boolean {
  try {
    // proc(5): the number, the command in brackets, the state.
    return /^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

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
