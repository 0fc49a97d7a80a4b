import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Progress } from '../../src/lib/estimation/question.js';
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
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
  });
  return {
    threads,
    async run<Task extends EstimateTask>(task: Task, onProgress: (done: Progress) => void) {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', onProgress);
      try {
        const options = { name: 'work', transferList: [port2], signal };
        return (await pool.run({ task, port: port2 }, options)) as ResultOf<Task>;
      } finally {
        port1.close();
      }
    },
    close: () => pool.destroy(),
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
