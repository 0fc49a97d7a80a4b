import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';

/** Milliseconds between two looks at a lock that another process holds. */
const pause = 100;

/**
 * Takes a lock, and waits for it as long as another process holds it.
 *
 * @param path of the lock; its folder must be there
 * @returns what releases it
 * @throws the signal's reason, or what the disk objects to
 */
export async function takeLock(path: string, signal?: AbortSignal): Promise<() => Promise<void>> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      const release = await lockfile.lock(path, {
        lockfilePath: path,
        realpath: false,
        stale: 10_000,
        // A long synchronous step, or a machine that slept, may keep the lock from being renewed in time.
        onCompromised: () => undefined,
      });
      return () => release().catch(() => undefined);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
    }
    await sleep(pause, undefined, { signal });
  }
}
