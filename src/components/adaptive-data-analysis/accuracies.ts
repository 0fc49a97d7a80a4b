import { ascending, deviation, flatRollup, greatest, max, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { listed } from '../../lib/text/list.js';
import { count, percent } from '../../lib/text/number.js';
import {
  type HoldoutMode,
  holdoutModes,
  type HoldoutSet,
} from '../../papers/adaptive-data-analysis/holdout-trial.js';
import type { tables } from '../../papers/adaptive-data-analysis/tables.js';
import { modeLabels } from './series.js';

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

/** What a holdout reports without signal at the most variables, beside what fresh data say: `the standard holdout reports 63 %`. */
export function reportsInWords(points: readonly AccuracyPoint[]): string {
  const most = max(points, ({ k }) => k);
  const ends = points.filter(({ signal, k }) => !signal && k === most);
  const modes = holdoutModes.filter((mode) => ends.some((point) => point.mode === mode));
  const on = (set: HoldoutSet, mode: HoldoutMode) =>
    percent(ends.find((point) => point.set === set && point.mode === mode)?.accuracy ?? NaN);
  const reports = modes.map(
    (mode) =>
      `${mode === 'standard' ? `the ${modeLabels[mode]}` : modeLabels[mode]} reports ${on('holdout', mode)}`,
  );
  const fresh = [...new Set(modes.map((mode) => on('fresh', mode)))];
  return `Without signal ${listed(reports)}; fresh data say ${listed(fresh)}.`;
}

/** Where accuracy on fresh data is highest with signal, by either holdout. */
export function peaksInWords(points: readonly AccuracyPoint[]): string {
  const peaks = holdoutModes.flatMap((mode) => {
    const own = points.filter((point) => point.mode === mode && point.signal && point.set === 'fresh');
    const peak = greatest(own, ({ accuracy }) => accuracy);
    return peak ? [`${percent(peak.accuracy)} at ${count(peak.k)} variables`] : [];
  });
  return `With signal the classifiers are best on fresh data at ${[...new Set(peaks)].join(', and ')}.`;
}
