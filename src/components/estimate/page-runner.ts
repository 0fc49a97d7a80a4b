import type { EstimateTask, ResultOf } from '../../lib/estimation/task.js';
import {
  isWorthThreads,
  type TaskListener,
  type TaskRunner,
  type WorkSize,
} from '../../lib/estimation/task-runner.js';
import { threadPool } from '../live-thread.js';
import type { TaskStep } from './task-steps.js';

/** Threads side by side, at most: each holds the columns. */
const mostThreads = 8;

/** Threads for so many cores, of which one is left to the page: one at least. */
export const threadsFor = (cores: number): number => Math.min(mostThreads, Math.max(1, cores - 1));

/** Does pieces of the work on questions in threads of the browser: in several where the work is worth it. */
export interface PageRunner extends TaskRunner {
  close(): void;
}

/** @param signal ends all at once, whatever they do */
export function pageRunner(size: WorkSize, signal: AbortSignal): PageRunner {
  const threads = isWorthThreads(size) ? threadsFor(navigator.hardwareConcurrency) : 1;
  const pool = threadPool(threads, signal);
  const computation = { address: import.meta.resolve('./task-steps.js'), generator: 'taskSteps' };
  return {
    threads,
    async run<Task extends EstimateTask>(task: Task, { progress, soFar }: TaskListener) {
      let result: ResultOf<Task> | undefined;
      let refusal: string | undefined;
      await pool.run<EstimateTask, TaskStep>(computation, task, (step) => {
        if ('progress' in step) progress(step.progress);
        else if ('soFar' in step) soFar?.(step.soFar);
        else if ('refusal' in step) refusal = step.refusal;
        else result = step.result as ResultOf<Task>;
      });
      if (refusal !== undefined) throw new RangeError(refusal);
      return result!;
    },
    close: () => pool.close(),
  };
}
