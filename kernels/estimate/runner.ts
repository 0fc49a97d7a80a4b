import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { type EstimateTask, type ResultOf, workOn } from '../../src/lib/estimation/task.js';
import {
  isWorthThreads,
  type TaskListener,
  type TaskRunner,
  type WorkSize,
} from '../../src/lib/estimation/task-runner.js';
import { threadPool } from '../engine/thread-pool.js';

/** Does pieces of the work on questions, in this process. */
export interface EstimateRunner extends TaskRunner {
  close(): Promise<void>;
}

/** Milliseconds after which work in this thread looks up, to report and to hear of an interrupt. */
const breath = 50;

/** In this thread, a piece after the other. */
function inThisThread(signal: AbortSignal): EstimateRunner {
  return {
    threads: 1,
    async run(task, { progress }) {
      const work = workOn(task);
      let last = performance.now();
      for (;;) {
        const { done, value } = work.next();
        if (done) return value;
        if (performance.now() - last < breath) continue;
        progress(value);
        await setImmediate();
        signal.throwIfAborted();
        last = performance.now();
      }
    },
    close: () => Promise.resolve(),
  };
}

/** In worker threads. */
function inThreads(threads: number, signal: AbortSignal): EstimateRunner {
  const pool = threadPool<{ readonly task: EstimateTask }, ResultOf<EstimateTask>>(
    new URL('./worker.js', import.meta.url),
    threads,
  );
  return {
    threads,
    run: <Task extends EstimateTask>(task: Task, { progress }: TaskListener) =>
      pool.run({ task }, { signal, onProgress: progress }) as Promise<ResultOf<Task>>,
    close: () => pool.close(),
  };
}

/** Where to work: in as many threads as asked for, or else on every core where the work is worth it. */
export function estimateRunner(
  jobs: number | undefined,
  size: WorkSize,
  signal: AbortSignal,
): EstimateRunner {
  const threads = jobs ?? (isWorthThreads(size) ? os.availableParallelism() : 1);
  return threads > 1 ? inThreads(threads, signal) : inThisThread(signal);
}
