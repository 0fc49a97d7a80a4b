import type { PartResult } from './cache.js';
import { Failure } from './failure.js';
import { type PartEffects, type PartTask, runPart } from './part.js';
import { threadPool } from './thread-pool.js';
import type { WorkerAnswer } from './work.js';

/** Runs parts, wherever they run. */
export interface PartRunner {
  run(task: PartTask, effects: PartEffects): Promise<PartResult>;
  close(): Promise<void>;
}

let last: Promise<unknown> = Promise.resolve();

/** Runs parts one after the other in this thread: what a single accelerator wants. */
export const inThread: PartRunner = {
  run(task, effects) {
    const result = last.then(() => {
      effects.signal.throwIfAborted();
      return runPart(task, effects);
    });
    last = result.catch(() => undefined);
    return result;
  },
  close: () => Promise.resolve(),
};

/** Runs up to `threads` parts side by side, each in a worker thread with a backend of its own. */
export function workerPool(threads: number): PartRunner {
  const pool = threadPool<PartTask, WorkerAnswer>(new URL('./worker.js', import.meta.url), threads);
  return {
    async run(task, effects) {
      const answer = await pool.run(task, effects);
      if ('failure' in answer) throw new Failure(answer.failure);
      return answer;
    },
    close: () => pool.close(),
  };
}
