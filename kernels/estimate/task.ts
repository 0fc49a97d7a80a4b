import { analyse } from '../../src/lib/estimation/analysis.js';
import type { Analysis, Progress, Question } from '../../src/lib/estimation/question.js';
import { type Share, surrogatesOf } from '../../src/lib/estimation/surrogates-of.js';

/** What is to be done without the test: estimates and interval. */
export interface UntestedTask {
  readonly question: Question;
}

/** A share of the surrogates of its test. */
export interface SurrogatesTask extends UntestedTask {
  readonly method: string;
  readonly share: Share;
}

/** A piece of the work on a question, as a message that a worker thread can be sent. */
export type EstimateTask = UntestedTask | SurrogatesTask;

/** What comes of it. */
export type ResultOf<Task extends EstimateTask> = Task extends SurrogatesTask ? (number | null)[] : Analysis;

/** Does a piece step by step, yielding how far it is. */
export function workOn<Task extends EstimateTask>(task: Task): Generator<Progress, ResultOf<Task>> {
  const work =
    'share' in task
      ? surrogatesOf(task.question, task.method, task.share)
      : analyse({ ...task.question, permutations: 0 });
  return work as Generator<Progress, ResultOf<Task>>;
}
