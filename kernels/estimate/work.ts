import { performance } from 'node:perf_hooks';
import type { MessagePort } from 'node:worker_threads';
import { type EstimateTask, type ResultOf, workOn } from '../../src/lib/estimation/task.js';

/** What a worker thread is sent: a piece of work, and where to report how far it is. */
export interface EstimateWork {
  readonly task: EstimateTask;
  readonly port: MessagePort;
}

/** Milliseconds between two reports. */
const pause = 50;

/** The entry of a worker thread. An abort ends the thread, so nothing here listens for one. */
export function work({ task, port }: EstimateWork): ResultOf<EstimateTask> {
  const steps = workOn(task);
  let last = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - last < pause) continue;
    port.postMessage(value);
    last = performance.now();
  }
}
