import type { Analysis, Progress } from './question.js';
import type { EstimateTask, ResultOf } from './task.js';

/** Hears how a piece of work goes. */
export interface TaskListener {
  progress(done: Progress): void;
  /** What is known so far of a question, where whoever does the work tells it. */
  soFar?(analysis: Analysis): void;
}

/** Does pieces of the work on questions, wherever that is done. */
export interface TaskRunner {
  /** How many pieces it does side by side. */
  readonly threads: number;
  /** @throws {RangeError} what the work throws, and the signal's reason, where it aborts */
  run<Task extends EstimateTask>(task: Task, listener: TaskListener): Promise<ResultOf<Task>>;
}

/** How much there is to do: so many questions, of so many rows and surrogates each. */
export interface WorkSize {
  readonly questions: number;
  readonly rows: number;
  readonly permutations: number;
}

/** So many estimates times rows take about a second, which is what threads take to start. */
const worth = 1e6;

/** Whether more threads than one are worth it. */
export const isWorthThreads = ({ questions, rows, permutations }: WorkSize): boolean =>
  questions * permutations * rows > worth;
