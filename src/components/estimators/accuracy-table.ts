import { distributionOf } from '../../papers/estimators/distributions.js';
import { estimatorOf } from '../../papers/estimators/estimators.js';
import type { AccuracyRow } from '../../papers/estimators/tables.js';
import { table, type TableColumn } from '../table.js';
import { inUnit, type Unit, unitText } from './unit.js';

/** The measured grid of a distribution, sortable and downloadable, in the unit that is chosen. */
export function accuracyTable(rows: readonly AccuracyRow[], distribution: string, unit: Unit): HTMLElement {
  const amount = (
    name: string,
    column: 'true_mi' | 'mean' | 'bias' | 'sd' | 'rmse',
  ): TableColumn<AccuracyRow> => ({
    name: `${name} (${unit})`,
    value: (row) => (row[column] === null ? null : inUnit(row[column], unit)),
    format: (row) => unitText(row[column], unit, column === 'bias'),
  });
  const columns: readonly TableColumn<AccuracyRow>[] = [
    { name: 'Estimator', value: ({ estimator }) => estimatorOf(estimator).label },
    { name: 'Dimension', value: ({ dimension }) => dimension },
    { name: 'Samples', value: ({ n }) => n },
    amount('Truth', 'true_mi'),
    amount('Mean', 'mean'),
    amount('Bias', 'bias'),
    amount('Spread', 'sd'),
    amount('RMSE', 'rmse'),
    { name: 'Answers', value: ({ answers }) => answers },
    { name: 'Repetitions', value: ({ repetitions }) => repetitions },
  ];
  return table(
    rows.filter((row) => row.distribution === distribution),
    columns,
    {
      caption: `Accuracy of every estimator, ${distributionOf(distribution).label.toLowerCase()}`,
      file: `litmus-estimators-${distribution}`,
    },
  );
}
