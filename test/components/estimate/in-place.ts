import { type TaskStep, taskSteps } from '../../../src/components/estimate/task-steps.js';
import type { EstimateTask, ResultOf } from '../../../src/lib/estimation/task.js';
import type { TaskListener, TaskRunner } from '../../../src/lib/estimation/task-runner.js';

/** Does pieces of work where it is called, as so many threads of a page would; it notes what it was asked. */
export function inPlace(threads: number): TaskRunner & { readonly asked: EstimateTask[] } {
  const asked: EstimateTask[] = [];
  return {
    threads,
    asked,
    async run<Task extends EstimateTask>(task: Task, { progress, soFar }: TaskListener) {
      // What threads are sent is a copy.
      const copy = structuredClone(task);
      asked.push(copy);
      let last: TaskStep | undefined;
      for (const step of taskSteps(copy)) {
        if ('progress' in step) progress(step.progress);
        else if ('soFar' in step) soFar?.(step.soFar);
        last = step;
      }
      await Promise.resolve();
      if ('refusal' in last!) throw new RangeError(last.refusal);
      return (last as { readonly result: ResultOf<Task> }).result;
    },
  };
}
