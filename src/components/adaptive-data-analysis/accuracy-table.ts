import { type TableColumn, table } from '../table.js';
import type { AccuracyPoint } from './accuracies.js';
import { modeLabels } from './series.js';

/** The three accuracies at one k. */
interface AccuracyRow {
  readonly mode: string;
  readonly signal: string;
  readonly k: number;
  readonly train: AccuracyPoint;
  readonly holdout: AccuracyPoint;
  readonly fresh: AccuracyPoint;
}

const sets = [
  ['train', 'Training set'],
  ['holdout', 'Holdout, as reported'],
  ['fresh', 'Fresh data'],
] as const;

const columns: readonly TableColumn<AccuracyRow>[] = [
  { name: 'Holdout', value: ({ mode }) => modeLabels[mode] },
  { name: 'Signal', value: ({ signal }) => signal },
  { name: 'k', value: ({ k }) => k },
  ...sets.map(([set, name]) => ({
    name,
    value: (row: AccuracyRow) => row[set].accuracy,
    format: (row: AccuracyRow) => withDeviation(row[set]),
  })),
];

/** All accuracies that a figure shows, in numbers. */
export function accuracyTable(points: readonly AccuracyPoint[], n: number): HTMLElement {
  const rows = points
    .filter(({ set }) => set === 'train')
    .map((train): AccuracyRow => {
      const on = (set: string) =>
        points.find(
          (point) =>
            point.set === set &&
            point.k === train.k &&
            point.mode === train.mode &&
            point.signal === train.signal,
        )!;
      const { mode, k } = train;
      return {
        mode,
        k,
        signal: train.signal ? 'yes' : 'no',
        train,
        holdout: on('holdout'),
        fresh: on('fresh'),
      };
    })
    .sort((a, b) => a.signal.localeCompare(b.signal) || a.mode.localeCompare(b.mode) || a.k - b.k);
  return table(rows, columns, {
    caption: `Accuracies, n = d = ${n.toLocaleString('en')}: mean ± standard deviation over runs`,
    file: `adaptive-data-analysis-holdout-${n}`,
  });
}

function withDeviation({ accuracy, deviation }: AccuracyPoint): string {
  return deviation === 0 ? accuracy.toFixed(3) : `${accuracy.toFixed(3)} ± ${deviation.toFixed(3)}`;
}
