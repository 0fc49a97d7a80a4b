import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { critics } from '../../src/papers/estimators/questions/critics.js';
import { accuracyAt } from '../../src/papers/estimators/questions/trial.js';
import type { definition } from './critics.js';

/** Trains the networks of both bounds on the same samples of the part's law, at each true information. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const work = accuracyAt(part.of, params.information, critics, seed);
  let step = work.next();
  for (; !step.done; step = work.next()) {
    signal.throwIfAborted();
    yield { progress: step.value };
  }
  yield { table: 'critics', rows: step.value };
}
