import { flatRollup, sort } from 'd3-array';
import { compared } from '../../papers/estimators/estimators.js';
import type { AccuracyRow } from '../../papers/estimators/tables.js';
import { type PlainRow, plainTable } from '../plain-table.js';

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
  const settings = flatRollup(
    rows.filter(({ estimator }) => compared.some(({ id }) => id === estimator)),
    (answers) => answers.some(isNear),
    ({ distribution }) => distribution,
    ({ dimension }) => dimension,
    ({ n }) => n,
    ({ true_mi }) => true_mi,
  ).map((setting) => setting.at(-1));
  return { near: settings.filter(Boolean).length, of: settings.length };
}

/** A row an estimator, a column a dimension: in how many settings it is near; where in none, faint. */
export function trustTable(rows: readonly AccuracyRow[]): HTMLElement {
  const dimensions = sort(new Set(rows.map(({ dimension }) => dimension)));
  const parts = [...dimensions.map((d) => rows.filter(({ dimension }) => dimension === d)), rows];
  const cell = ({ near, of }: Trust) => {
    const text = of === 0 ? '' : `${near} of ${of}`;
    return near === 0 ? { faint: text } : text;
  };
  return plainTable({
    caption: 'Settings in which the error is at most a tenth of the truth, or 0.1 nat',
    columns: ['Estimator', ...dimensions.map((d) => `d = ${d}`), 'all'],
    rows: [
      ...compared.map(({ id, label }): PlainRow => [label, ...parts.map((part) => cell(trust(part, id)))]),
      ['at least one of them', ...parts.map((part) => cell(anyNear(part)))],
    ],
  });
}
