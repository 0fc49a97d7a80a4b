import { least, mean, sort } from 'd3-array';
import { distributions } from '../../papers/estimators/distributions.js';
import { compared } from '../../papers/estimators/estimators.js';
import type { AccuracyRow } from '../../papers/estimators/tables.js';
import { plainTable } from '../plain-table.js';
import { type Unit, unitText } from './unit.js';

/** The best estimator somewhere, and how far from the truth it is there, in nats. */
export interface Winner {
  readonly label: string;
  readonly rmse: number;
}

/**
 * The estimator with the least root-mean-square error over all true values at a distribution, dimension and sample
 * size: over all of them, for one that tells nothing may pass the right value by chance. `undefined` where the grid
 * has no such point.
 */
export function winner(
  rows: readonly AccuracyRow[],
  { distribution, dimension, n }: Pick<AccuracyRow, 'distribution' | 'dimension' | 'n'>,
): Winner | undefined {
  const here = rows.filter(
    (row) => row.distribution === distribution && row.dimension === dimension && row.n === n,
  );
  const errors = compared.flatMap(({ id, label }) => {
    const own = here.filter(({ estimator }) => estimator === id);
    if (own.length === 0 || own.some(({ rmse }) => rmse === null)) return [];
    return [{ label, rmse: Math.sqrt(mean(own, ({ rmse }) => rmse! ** 2)!) }];
  });
  return least(errors, ({ rmse }) => rmse);
}

/** Which estimator is closest where: a row a distribution, a column a dimension. */
export function winnerTable(
  rows: readonly AccuracyRow[],
  { n, unit }: { n: number; unit: Unit },
): HTMLElement {
  const dimensions = sort(new Set(rows.map(({ dimension }) => dimension)));
  return plainTable({
    caption: `Least root-mean-square error with ${n} samples, over all true values (${unit})`,
    columns: ['Distribution', ...dimensions.map((d) => `d = ${d}`)],
    rows: distributions.map(({ id, label }) => [
      label,
      ...dimensions.map((dimension) => {
        const best = winner(rows, { distribution: id, dimension, n });
        return best ? `${best.label} (${unitText(best.rmse, unit)})` : '';
      }),
    ]),
  });
}
