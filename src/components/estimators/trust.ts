import { estimators } from '../../lib/information/bench/estimators.js';
import { element } from '../element.js';
import { valuesOf, type AccuracyRow } from './accuracy-row.js';

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

/** A row an estimator, a column a dimension: in how many settings it is near; where in none, greyed. */
export function trustTable(rows: readonly AccuracyRow[]): HTMLElement {
  const dimensions = valuesOf(rows, 'dimension');
  const caption = 'Settings in which the error is at most a tenth of the truth, or 0.1 nat';
  const cell = ({ near, of }: Trust) =>
    element('td', near === 0 ? { class: 'none' } : {}, of === 0 ? '' : `${near} of ${of}`);
  const row = (label: string, within: (part: readonly AccuracyRow[]) => Trust) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, label),
      dimensions.map((d) => cell(within(rows.filter(({ dimension }) => dimension === d)))),
      cell(within(rows)),
    );
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element(
      'table',
      { class: 'data-table' },
      element('caption', {}, caption),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, 'Estimator'),
          dimensions.map((d) => element('th', { scope: 'col' }, `d = ${d}`)),
          element('th', { scope: 'col' }, 'all'),
        ),
      ),
      element(
        'tbody',
        {},
        estimators
          .filter(({ other }) => !other)
          .map(({ id, label }) => row(label, (part) => trust(part, id))),
        row('at least one of them', anyNear),
      ),
    ),
  );
}
