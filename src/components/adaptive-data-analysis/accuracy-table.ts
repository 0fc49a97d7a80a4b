import { flatGroup } from 'd3-array';
import { count, decimals } from '../../lib/text/number.js';
import {
  type HoldoutMode,
  type HoldoutSet,
  holdoutSets,
} from '../../papers/adaptive-data-analysis/holdout-trial.js';
import { table, type TableColumn } from '../table.js';
import type { AccuracyPoint } from './accuracies.js';
import { modeLabels } from './series.js';

/** The three accuracies at one k. */
interface AccuracyRow {
  readonly mode: HoldoutMode;
  readonly signal: string;
  readonly k: number;
  readonly on: ReadonlyMap<HoldoutSet, AccuracyPoint>;
}

const setNames: Readonly<Record<HoldoutSet, string>> = {
  train: 'Training set',
  holdout: 'Holdout, as reported',
  fresh: 'Fresh data',
};

const columns: readonly TableColumn<AccuracyRow>[] = [
  { name: 'Holdout', value: ({ mode }) => modeLabels[mode] },
  { name: 'Signal', value: ({ signal }) => signal },
  { name: 'k', value: ({ k }) => k },
  ...holdoutSets.map((set) => ({
    name: setNames[set],
    value: ({ on }: AccuracyRow) => on.get(set)!.accuracy,
    format: ({ on }: AccuracyRow) => withDeviation(on.get(set)!),
  })),
];

/** All accuracies that a figure shows, in numbers. */
export function accuracyTable(points: readonly AccuracyPoint[], n: number): HTMLElement {
  const rows = flatGroup(
    points,
    ({ mode }) => mode,
    ({ signal }) => signal,
    ({ k }) => k,
  )
    .map(([mode, signal, k, own]): AccuracyRow => {
      return { mode, signal: signal ? 'yes' : 'no', k, on: new Map(own.map((point) => [point.set, point])) };
    })
    .sort((a, b) => a.signal.localeCompare(b.signal) || a.mode.localeCompare(b.mode) || a.k - b.k);
  return table(rows, columns, {
    caption: `Accuracies, n = d = ${count(n)}: mean ± standard deviation over runs`,
    file: `adaptive-data-analysis-holdout-${n}`,
  });
}

function withDeviation({ accuracy, deviation }: AccuracyPoint): string {
  return deviation === 0 ? decimals(accuracy, 3) : `${decimals(accuracy, 3)} ± ${decimals(deviation, 3)}`;
}
