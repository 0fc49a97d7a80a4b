import { flatRollup } from 'd3-array';
import { compared } from './estimators.js';
import type { AccuracyRow } from './tables.js';

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
export function trust(
  rows: readonly Pick<AccuracyRow, 'estimator' | 'rmse' | 'true_mi'>[],
  estimator: string,
): Trust {
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
