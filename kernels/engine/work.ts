import type { MessagePort } from 'node:worker_threads';
import type { PartResult } from './cache.js';
import { Failure } from './failure.js';
import { type PartTask, runPart } from './part.js';

/** What the pool sends to a worker thread: the part, and where to report how far it is. */
export interface WorkerTask extends PartTask {
  readonly port: MessagePort;
}

/** What comes back: the result, or the message of a {@link Failure}, whose class a thread boundary strips. */
export type WorkerAnswer = PartResult | { readonly failure: string };

/** The entry of a worker thread. An abort ends the thread, so nothing here listens for one. */
export async function work({ port, ...task }: WorkerTask): Promise<WorkerAnswer> {
  const { signal } = new AbortController();
  try {
    return await runPart(task, { signal, onProgress: (fraction) => port.postMessage(fraction) });
  } catch (error) {
    if (error instanceof Failure) return { failure: error.message };
    throw error;
  }
}
