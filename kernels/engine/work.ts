import type { MessagePort } from 'node:worker_threads';
import type { PartResult } from './cache.js';
import { runPart, type PartTask } from './part.js';

/** What the pool sends to a worker thread: the part, and where to report how far it is. */
export interface WorkerTask extends PartTask {
  readonly port: MessagePort;
}

/** The entry of a worker thread. An abort ends the thread, so nothing here listens for one. */
export async function work({ port, ...task }: WorkerTask): Promise<PartResult> {
  const { signal } = new AbortController();
  return runPart(task, { signal, onProgress: (fraction) => port.postMessage(fraction) });
}
