import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { distributionOf } from '../../src/papers/estimators/distributions.js';
import { estimators } from '../../src/papers/estimators/estimators.js';
import type { AccuracyRow } from '../../src/papers/estimators/tables.js';
import { accuracyOf, estimateOf, sampleOf } from '../../src/papers/estimators/trial.js';
import type { definition } from './bench.js';

/** Lets every estimator answer on the same samples of the part's distribution, at each true information. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { distribution, dimension, n, repetitions } = part.of;
  const shape = distributionOf(distribution).shape?.value ?? 0;
  const rows: AccuracyRow[] = [];
  for (const [index, information] of params.information.entries()) {
    const estimates = estimators.map((): (number | null)[] => []);
    for (let repetition = 0; repetition < repetitions; repetition++) {
      signal.throwIfAborted();
      const pair = sampleOf({ distribution, dimension, n, information, shape }, seed, repetition);
      estimators.forEach((estimator, at) => estimates[at].push(estimateOf(estimator, pair)));
      yield { progress: (index + (repetition + 1) / repetitions) / params.information.length };
    }
    for (const [at, { id, other }] of estimators.entries()) {
      const { answers, mean, bias, sd, rmse } = accuracyOf(estimates[at], information);
      const compared = other ? { bias: null, rmse: null } : { bias, rmse };
      const of = { distribution, dimension, n, true_mi: information, estimator: id };
      rows.push({ ...of, repetitions, answers, mean, sd, ...compared });
    }
  }
  yield { table: 'accuracy', rows };
}
