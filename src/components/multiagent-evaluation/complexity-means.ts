import { flatRollup, mean, sort } from 'd3-array';
import type { Rows } from './series.js';

/** Means over runs, by game, scheme, kind of interval and δ; smaller δ first. */
export function complexityMeans(samples: Rows['samples']) {
  const means = flatRollup(
    samples,
    (runs) => ({
      interactions: mean(runs, ({ interactions }) => interactions)!,
      errors: mean(runs, ({ edge_errors }) => edge_errors)!,
      unresolved: mean(runs, ({ unresolved }) => unresolved)!,
      runs: runs.length,
    }),
    ({ game }) => game,
    ({ scheme }) => scheme,
    ({ conf }) => conf,
    ({ delta }) => delta,
  );
  return sort(
    means.map(([game, scheme, conf, delta, found]) => ({ game, scheme, conf, delta, ...found })),
    ({ delta }) => delta,
  );
}

export type ComplexityMean = ReturnType<typeof complexityMeans>[number];
