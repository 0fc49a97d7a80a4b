import { estimators } from '../../papers/estimators/estimators.js';
import { estimateOf, sampleOf } from '../../papers/estimators/trial.js';
import type { BenchProgress, BenchSettings } from './bench-progress.js';

/** Milliseconds between two reports. */
const pause = 100;

/** The estimates so far, now and then, and at last all of them. */
export function* liveBench(settings: BenchSettings): Generator<BenchProgress, void, void> {
  const { repetitions, seed } = settings;
  const steps = repetitions * estimators.length;
  const estimates: Record<string, (number | null)[]> = Object.fromEntries(
    estimators.map(({ id }) => [id, []]),
  );
  let step = 0;
  let reported = performance.now();
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const pair = sampleOf(settings, seed, repetition);
    for (const estimator of estimators) {
      estimates[estimator.id].push(estimateOf(estimator, pair));
      step += 1;
      if (step < steps && performance.now() - reported < pause) continue;
      yield { step, steps, estimates };
      reported = performance.now();
    }
  }
}
