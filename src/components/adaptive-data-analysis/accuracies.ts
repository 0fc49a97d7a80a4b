import { ascending, deviation, flatRollup, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { HoldoutMode, HoldoutSet } from '../../papers/adaptive-data-analysis/holdout-trial.js';
import type { tables } from '../../papers/adaptive-data-analysis/tables.js';

/** An accuracy at k variables: of one run, or the mean of several with their standard deviation. */
export interface AccuracyPoint {
  readonly mode: HoldoutMode;
  readonly signal: boolean;
  readonly k: number;
  readonly set: HoldoutSet;
  readonly accuracy: number;
  /** 0 for a single run. */
  readonly deviation: number;
}

/** The accuracies at a sample size: of one seed, or (`null`) means over all. */
export function accuraciesOf(
  holdout: RowsOf<typeof tables>['holdout'],
  { n, seed }: { readonly n: number; readonly seed: number | null },
): AccuracyPoint[] {
  return flatRollup(
    holdout.filter((row) => row.n === n && (seed === null || row.seed === seed)),
    (runs) => ({
      accuracy: mean(runs, ({ accuracy }) => accuracy)!,
      deviation: deviation(runs, ({ accuracy }) => accuracy) ?? 0,
    }),
    (row) => row.mode,
    (row) => row.signal,
    (row) => row.set,
    (row) => row.k,
  )
    .map(([mode, signal, set, k, found]) => ({ mode, signal, set, k, ...found }))
    .sort((a, b) => ascending(a.k, b.k));
}
