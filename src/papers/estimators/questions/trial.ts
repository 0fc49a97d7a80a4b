import { random } from '../../../lib/statistics/random.js';
import type { QuestionRow } from '../tables.js';
import { accuracyOf, estimateOf } from '../trial.js';
import type { Answering } from './answering.js';
import type { Place } from './law.js';
import { lawOf } from './laws.js';

/** One point of the grid: a law in one of its sizes. */
export type QuestionCase = {
  readonly law: string;
  readonly n: number;
  readonly repetitions: number;
} & Place;

/**
 * How estimators do on samples of a law at each information that it can carry, all of them on the same samples.
 *
 * @yields how much is done, from 0 to 1.
 */
export function* accuracyAt(
  { law: id, n, repetitions, ...place }: QuestionCase,
  levels: readonly number[],
  estimators: readonly Answering[],
  seed: number,
): Generator<number, QuestionRow[]> {
  const law = lawOf(id);
  const rows: QuestionRow[] = [];
  const { dimension, combinations } = place;
  for (const [index, information] of levels.entries()) {
    const sampler = law.sampler(place, information);
    if (!sampler) continue;
    const estimates = estimators.map((): (number | null)[] => []);
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const sides = sampler(n, random(seed, id, dimension, combinations, n, information, repetition));
      for (const [at, estimator] of estimators.entries()) {
        estimates[at].push(estimateOf(estimator, sides));
        yield (index + (repetition + (at + 1) / estimators.length) / repetitions) / levels.length;
      }
    }
    const of = { question: law.question, law: id, dimension, combinations, n, true_mi: information };
    for (const [at, { id: estimator }] of estimators.entries())
      rows.push({ ...of, estimator, repetitions, ...accuracyOf(estimates[at], information) });
  }
  return rows;
}
