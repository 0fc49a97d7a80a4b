import type { PermutationTest } from '../statistics/permutation-test.js';
import type { SurrogateKind } from '../statistics/surrogates.js';
import type { Advice } from './advice.js';
import type { Variable } from './variable.js';

/** What is asked of a sample. */
export interface Question {
  readonly x: Variable;
  readonly y: Variable;
  /** What is given. */
  readonly z?: Variable;
  /** Ids of methods to show; those that suit the variables where omitted. */
  readonly methods?: readonly string[];
  /** Surrogates of the permutation test: none for 0. */
  readonly permutations: number;
  /** How they are made; by what the rows look like where omitted. */
  readonly surrogates?: SurrogateKind;
  readonly seed: number;
}

/** What one method says: an estimate in nats, or why there is none. */
export interface Answer {
  readonly method: string;
  readonly label: string;
  readonly nats: number | null;
  readonly refusal: string | null;
}

/** How data without dependence were made: `local` swaps values among neighbours in what is given. */
export type SurrogatesMade = SurrogateKind | 'local';

/** An interval of 95 %, in nats; `null` where there is none. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** What there is to say about a question, in plain data. */
export interface Analysis {
  readonly rows: number;
  readonly answers: readonly Answer[];
  readonly advice: Advice;
  /** Of the advised method, or of the only one that was asked for, with its interval of 95 % where there is one. */
  readonly best: Interval & { readonly method: string; readonly nats: number };
  readonly test: (PermutationTest & { readonly by: SurrogatesMade }) | null;
  /** What the reader must know before believing it. */
  readonly warnings: readonly string[];
}

/** How much of the work is done, from 0 to 1. */
export type Progress = number;
