import type { Analysis } from '../../lib/estimation/question.js';
import { type EstimateTask, type ResultOf, workOn } from '../../lib/estimation/task.js';

/** How a piece of work goes, as a thread tells it: how far it is, what is known so far, its end, or why there is none. */
export type TaskStep =
  | { readonly progress: number }
  | { readonly soFar: Analysis }
  | { readonly result: ResultOf<EstimateTask> }
  | { readonly refusal: string };

/** Milliseconds between two steps of progress. */
const pause = 100;

/** Does a piece of work. */
export function* taskSteps(task: EstimateTask): Generator<TaskStep> {
  const told: Analysis[] = [];
  try {
    const work = workOn(task, (soFar) => told.push(soFar));
    let reported = performance.now();
    for (;;) {
      const { done, value } = work.next();
      while (told.length > 0) yield { soFar: told.shift()! };
      if (done) return yield { result: value };
      if (performance.now() - reported < pause) continue;
      yield { progress: value };
      reported = performance.now();
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    yield { refusal: error.message };
  }
}
