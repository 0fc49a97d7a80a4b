import type { PairFound } from '../../lib/estimation/all-pairs.js';
import type { Analysis, Interval } from '../../lib/estimation/question.js';
import type { Variable } from '../../lib/estimation/variable.js';

/** What was found of two columns, with the interval of every estimator that has one. */
export interface PageAnalysis extends Analysis {
  readonly intervals: Readonly<Record<string, Interval>>;
}

/** Every two of some variables. */
export interface PairsQuestion {
  readonly variables: readonly Variable[];
  readonly permutations: number;
  readonly seed: number;
}

/** What was found of all pairs. */
export interface PairsAnswer {
  readonly pairs: readonly PairFound[];
  /** Of all together, nats; `null` where there is none. */
  readonly totalCorrelation: number | null;
}

/** How an analysis goes: its progress from 0 to 1, what is known so far, its end. */
export type AnalysisStep<A> = { readonly progress: number } | { readonly soFar: A } | { readonly result: A };
