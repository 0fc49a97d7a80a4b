import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { writing } from './disk.js';

/**
 * Runs `work` while no other process works on the same file, which need not be there; waits for one that
 * does. The signal that `work` gets aborts with `signal`, and if the lock is lost.
 */
export async function exclusively<T>(
  file: string,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const acquire = () =>
    lockfile
      .lock(file, { realpath: false, stale: 20_000, onCompromised: (error) => lost.abort(error) })
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ELOCKED') return undefined;
        throw error;
      });
  let release = await writing(file, acquire);
  while (!release) {
    await sleep(200, undefined, { signal });
    release = await writing(file, acquire);
  }
  try {
    return await work(signal ? AbortSignal.any([signal, lost.signal]) : lost.signal);
  } finally {
    if (!lost.signal.aborted) await release();
  }
}
