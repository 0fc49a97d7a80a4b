import { distributions } from '../../lib/information/bench/distributions.js';
import { estimators } from '../../lib/information/bench/estimators.js';
import { plainTable } from '../plain-table.js';
import { type AccuracyRow, valuesOf } from './accuracy-row.js';
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
  return estimators
    .flatMap(({ id, label, other }) => {
      const errors = here.filter(({ estimator }) => estimator === id).map(({ rmse }) => rmse);
      if (other || errors.length === 0 || errors.includes(null)) return [];
      const squares = errors.reduce<number>((sum, error) => sum + error! ** 2, 0);
      return [{ label, rmse: Math.sqrt(squares / errors.length) }];
    })
    .sort((a, b) => a.rmse - b.rmse)[0];
}

/** Which estimator is closest where: a row a distribution, a column a dimension. */
export function winnerTable(
  rows: readonly AccuracyRow[],
  { n, unit }: { n: number; unit: Unit },
): HTMLElement {
  const dimensions = valuesOf(rows, 'dimension');
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
