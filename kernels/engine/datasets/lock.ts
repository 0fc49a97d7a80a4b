import { waitingFor } from '../lock-holder.js';
import { takeLock } from '../take-lock.js';
import { writing } from './disk.js';

/** What there is to be told while others work on the same file. */
export interface ExclusiveOptions {
  readonly signal?: AbortSignal;
  /** Told for whom it waits, where that takes a while. */
  log?(message: string): void;
}

/**
 * Runs `work` while no other process works on the same file, which need not be there; waits for one that
 * does. The signal that `work` gets aborts with `signal`, and if the lock is lost.
 */
export async function exclusively<T>(
  file: string,
  { signal, log }: ExclusiveOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const release = await writing(file, () =>
    takeLock(`${file}.lock`, signal, {
      waiting: (holder) => log?.(`${waitingFor(holder)}, which fetches ${file}`),
      lost: (error) => lost.abort(error),
    }),
  );
  try {
    return await work(signal ? AbortSignal.any([signal, lost.signal]) : lost.signal);
  } finally {
    if (!lost.signal.aborted) await release();
  }
}
