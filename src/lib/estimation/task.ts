import { correlationOfAll } from './all-pairs.js';
import { analyse } from './analysis.js';
import { intervalOf } from './interval.js';
import { methodOf } from './method-of.js';
import type { Analysis, Interval, Progress, Question } from './question.js';
import { type Share, surrogatesOf } from './surrogates-of.js';
import type { Variable } from './variable.js';

/** What is to be done without the test: estimates and interval. */
export interface UntestedTask {
  readonly question: Question;
}

/** A share of the surrogates of its test. */
export interface SurrogatesTask extends UntestedTask {
  readonly method: string;
  readonly share: Share;
}

/** The interval of one method. */
export interface IntervalTask extends UntestedTask {
  readonly intervalOf: string;
}

/** What variables tell about each other all together. */
export interface TogetherTask {
  readonly variables: readonly Variable[];
}

/** A piece of the work on a question, as a message that a thread can be sent. */
export type EstimateTask = UntestedTask | SurrogatesTask | IntervalTask | TogetherTask;

/** What comes of it. */
export type ResultOf<Task extends EstimateTask> = Task extends SurrogatesTask
  ? (number | null)[]
  : Task extends IntervalTask
    ? Interval
    : Task extends TogetherTask
      ? number | null
      : Analysis;

/** Does a piece step by step, yielding how far it is. @param tell is told what is known so far of a question */
export function workOn<Task extends EstimateTask>(
  task: Task,
  tell?: (soFar: Analysis) => void,
): Generator<Progress, ResultOf<Task>> {
  return pieceOf(task, tell) as Generator<Progress, ResultOf<Task>>;
}

function* pieceOf(
  task: EstimateTask,
  tell: ((soFar: Analysis) => void) | undefined,
): Generator<Progress, ResultOf<EstimateTask>> {
  if ('variables' in task) return correlationOfAll(task.variables);
  if ('share' in task) return yield* surrogatesOf(task.question, task.method, task.share);
  if ('intervalOf' in task) return intervalOf(methodOf(task.intervalOf), task.question);
  return yield* analyse({ ...task.question, permutations: 0 }, tell);
}
