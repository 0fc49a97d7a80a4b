import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { answering } from '../../src/papers/estimators/questions/answering.js';
import { lawOf } from '../../src/papers/estimators/questions/laws.js';
import { accuracyAt } from '../../src/papers/estimators/questions/trial.js';
import type { definition } from './questions.js';

/** Lets the estimators of a kind of question answer on the same samples of the part's law, at each true information. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const estimators = answering[lawOf(part.of.law).question];
  const work = accuracyAt(part.of, params.information, estimators, seed);
  let step = work.next();
  for (; !step.done; step = work.next()) {
    signal.throwIfAborted();
    yield { progress: step.value };
  }
  yield { table: 'questions', rows: step.value };
}
