import { totalCorrelation } from '../information/total-correlation.js';
import { holm } from '../statistics/holm.js';
import { advise } from './advice.js';
import { analyse } from './analysis.js';
import type { Analysis, Progress, Question } from './question.js';
import type { Variable } from './variable.js';

/** What was found of two columns. */
export interface PairFound {
  readonly x: string;
  readonly y: string;
  /** `null` where the estimator refuses, with the reason. */
  readonly analysis: Analysis | null;
  readonly refusal: string | null;
  /** Holm's p value over all pairs: rejecting below 0.05 is wrong of any pair with at most that probability. */
  readonly adjusted: number | null;
}

/** Two columns with what came of them, before p values know of each other. */
export type PairAnswer = Omit<PairFound, 'adjusted'>;

/**
 * Every two of some variables, each pair by the method that suits it, with p values adjusted for their number.
 *
 * @param permutations surrogates of each pair's test: with m pairs, less than 20 m leave nothing below 0.05.
 */
export function* allPairs(
  variables: readonly Variable[],
  permutations: number,
  seed: number,
): Generator<Progress, readonly PairFound[]> {
  const questions = questionsOfPairs(variables, permutations, seed);
  const found: PairAnswer[] = [];
  for (const [at, question] of questions.entries()) {
    const names = { x: question.x.name, y: question.y.name };
    try {
      const work = analyse(question);
      let step = work.next();
      for (; !step.done; step = work.next()) yield (at + step.value) / questions.length;
      found.push({ ...names, analysis: step.value, refusal: null });
    } catch (error) {
      found.push({ ...names, analysis: null, refusal: refusalOf(error) });
    }
  }
  return adjusted(found);
}

/** A question about every two of some variables, each with the one method that suits them. */
export function questionsOfPairs(
  variables: readonly Variable[],
  permutations: number,
  seed: number,
): readonly Question[] {
  return variables.flatMap((x, i) =>
    variables.slice(i + 1).map((y) => ({ x, y, methods: [advise(x, y).method], permutations, seed })),
  );
}

/** Why an estimator refuses. @throws the error, where it is no refusal */
export function refusalOf(error: unknown): string {
  if (!(error instanceof RangeError)) throw error;
  return error.message;
}

/** Pairs with p values adjusted for their number. */
export function adjusted(found: readonly PairAnswer[]): readonly PairFound[] {
  const tested = found.filter(({ analysis }) => analysis?.test);
  const pValues = holm(tested.map(({ analysis }) => analysis!.test!.pValue));
  return found.map((pair) => ({ ...pair, adjusted: pValues[tested.indexOf(pair)] ?? null }));
}

/**
 * What all variables tell about each other together, their total correlation in nats: of continuous ones alone, for which
 * {@link totalCorrelation} is; `null` for others.
 */
export function correlationOfAll(variables: readonly Variable[]): number | null {
  if (!variables.every(({ kind }) => kind === 'continuous')) return null;
  return totalCorrelation(variables.map(({ points }) => points));
}
