import { estimators } from '../../lib/information/bench/estimators.js';
import { type PlainRow, plainTable } from '../plain-table.js';
import { type AccuracyRow, valuesOf } from './accuracy-row.js';

/** How much of a grid an estimator gets right. */
export interface Trust {
  readonly near: number;
  readonly of: number;
}

/** What counts as right: a root-mean-square error of at most a tenth of the truth, or of a tenth of a nat. */
export function isNear({ rmse, true_mi }: Pick<AccuracyRow, 'rmse' | 'true_mi'>): boolean {
  return rmse !== null && rmse <= Math.max(0.1, 0.1 * true_mi);
}

/** In how many of these settings an estimator is near the truth. */
export function trust(rows: readonly AccuracyRow[], estimator: string): Trust {
  const own = rows.filter((row) => row.estimator === estimator);
  return { near: own.filter(isNear).length, of: own.length };
}

/** In how many settings (law, dimension, samples, true value) at least one estimator of information is near. */
export function anyNear(rows: readonly AccuracyRow[]): Trust {
  const compared = new Set(estimators.filter(({ other }) => !other).map(({ id }) => id));
  const settings = new Map<string, boolean>();
  for (const row of rows) {
    if (!compared.has(row.estimator)) continue;
    const setting = [row.distribution, row.dimension, row.n, row.true_mi].join();
    settings.set(setting, (settings.get(setting) ?? false) || isNear(row));
  }
  return { near: [...settings.values()].filter(Boolean).length, of: settings.size };
}

/** A row an estimator, a column a dimension: in how many settings it is near; where in none, faint. */
export function trustTable(rows: readonly AccuracyRow[]): HTMLElement {
  const dimensions = valuesOf(rows, 'dimension');
  const parts = [...dimensions.map((d) => rows.filter(({ dimension }) => dimension === d)), rows];
  const cell = ({ near, of }: Trust) => {
    const text = of === 0 ? '' : `${near} of ${of}`;
    return near === 0 ? { faint: text } : text;
  };
  const compared = estimators.filter(({ other }) => !other);
  return plainTable({
    caption: 'Settings in which the error is at most a tenth of the truth, or 0.1 nat',
    columns: ['Estimator', ...dimensions.map((d) => `d = ${d}`), 'all'],
    rows: [
      ...compared.map(({ id, label }): PlainRow => [label, ...parts.map((part) => cell(trust(part, id)))]),
      ['at least one of them', ...parts.map((part) => cell(anyNear(part)))],
    ],
  });
}
