import { distributionOf } from '../../papers/estimators/distributions.js';
import { estimatorOf } from '../../papers/estimators/estimators.js';
import type { AccuracyRow } from '../../papers/estimators/tables.js';
import { table } from '../table.js';
import { accuracyColumns } from './accuracy-columns.js';
import type { Unit } from './unit.js';

/** The measured grid of a distribution, sortable and downloadable, in the unit that is chosen. */
export function accuracyTable(rows: readonly AccuracyRow[], distribution: string, unit: Unit): HTMLElement {
  return table(
    rows.filter((row) => row.distribution === distribution),
    [
      { name: 'Estimator', value: ({ estimator }) => estimatorOf(estimator).label },
      { name: 'Dimension', value: ({ dimension }) => dimension },
      { name: 'Samples', value: ({ n }) => n },
      ...accuracyColumns<AccuracyRow>(unit),
    ],
    {
      caption: `Accuracy of every estimator, ${distributionOf(distribution).label.toLowerCase()}`,
      file: `litmus-estimators-${distribution}`,
    },
  );
}
