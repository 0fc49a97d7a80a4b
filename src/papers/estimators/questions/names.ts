import { answering } from './answering.js';
import { critics } from './critics.js';
import type { QuestionKind } from './law.js';

/** What a reader calls the kinds of questions. */
export const questionLabels: Readonly<Record<QuestionKind, string>> = {
  numbers: 'two numbers',
  labels: 'two labels',
  'label-numbers': 'a label and numbers',
  mixtures: 'numbers that repeat',
  'given-numbers': 'numbers, given numbers',
  'given-labels': 'labels, given a label',
  'given-mixed': 'a label and a number, given either',
  total: 'several numbers together',
};

/** Which estimators were tried on which questions, those by networks at the end. */
export const tried = (question: QuestionKind) =>
  question === 'numbers' ? [...answering.numbers, ...critics] : answering[question];

/** What a reader calls an estimator. @throws {RangeError} where none of these questions is answered by it. */
export function estimatorLabel(id: string): string {
  const found = [...Object.values(answering).flat(), ...critics].find((estimator) => estimator.id === id);
  if (!found) throw new RangeError(`no estimator "${id}" answers a question of the bench`);
  return found.label;
}
