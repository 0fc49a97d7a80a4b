import { estimators } from '../../papers/estimators/estimators.js';
import { estimateOf, sampleOf } from '../../papers/estimators/trial.js';
import type { BenchProgress, BenchSettings } from './bench-progress.js';

/** Milliseconds between two reports. */
const pause = 100;

/** Answers a message of settings with reports of the estimates so far, the last of them all. */
addEventListener('message', ({ data }: MessageEvent<BenchSettings>) => {
  const { repetitions, seed } = data;
  const total = repetitions * estimators.length;
  const estimates: Record<string, (number | null)[]> = Object.fromEntries(
    estimators.map(({ id }) => [id, []]),
  );
  let done = 0;
  let reported = performance.now();
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const pair = sampleOf(data, seed, repetition);
    for (const estimator of estimators) {
      estimates[estimator.id].push(estimateOf(estimator, pair));
      done += 1;
      if (done < total && performance.now() - reported < pause) continue;
      postMessage({ settings: data, done, total, estimates } satisfies BenchProgress);
      reported = performance.now();
    }
  }
});
