import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../../src/lib/estimation/question.js';
import { threadPool } from '../engine/thread-pool.js';
import { type EstimateTask, type ResultOf, workOn } from './task.js';

/** Does pieces of the work on questions, wherever that is done. */
export interface EstimateRunner {
  /** How many pieces it does side by side. */
  readonly threads: number;
  /** @throws {RangeError} what the work throws, and the signal's reason, where it aborts */
  run<Task extends EstimateTask>(task: Task, onProgress: (done: Progress) => void): Promise<ResultOf<Task>>;
  close(): Promise<void>;
}

/** Milliseconds after which work in this thread looks up, to report and to hear of an interrupt. */
const breath = 50;

/** In this thread, a piece after the other. */
function inThisThread(signal: AbortSignal): EstimateRunner {
  return {
    threads: 1,
    async run(task, onProgress) {
      const work = workOn(task);
      let last = performance.now();
      for (;;) {
        const { done, value } = work.next();
        if (done) return value;
        if (performance.now() - last < breath) continue;
        onProgress(value);
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
    run: <Task extends EstimateTask>(task: Task, onProgress: (done: Progress) => void) =>
      pool.run({ task }, { signal, onProgress }) as Promise<ResultOf<Task>>,
    close: () => pool.close(),
  };
}

/** So many estimates times rows take about a second, which is what threads take to start. */
const worthThreads = 1e6;

/** How much there is to do: so many questions, of so many rows and surrogates each. */
export interface WorkSize {
  readonly questions: number;
  readonly rows: number;
  readonly permutations: number;
}

/** Where to work: in as many threads as asked for, or else on every core where the work is worth it. */
export function estimateRunner(
  jobs: number | undefined,
  { questions, rows, permutations }: WorkSize,
  signal: AbortSignal,
): EstimateRunner {
  const worth = questions * permutations * rows > worthThreads;
  const threads = jobs ?? (worth ? os.availableParallelism() : 1);
  return threads > 1 ? inThreads(threads, signal) : inThisThread(signal);
}
