import type { AccuracyRow } from '../../papers/estimators/tables.js';
import type { TableColumn } from '../table.js';
import { inUnit, type Unit, unitText } from './unit.js';

/** What is told of an estimator's accuracy, whatever it was asked. */
type Accuracy = Pick<AccuracyRow, 'true_mi' | 'mean' | 'bias' | 'sd' | 'rmse' | 'answers' | 'repetitions'>;

/** Truth, estimates and their errors in the unit that is chosen, and how many there were. */
export function accuracyColumns<R extends Accuracy>(unit: Unit): readonly TableColumn<R>[] {
  const amount = (name: string, column: 'true_mi' | 'mean' | 'bias' | 'sd' | 'rmse'): TableColumn<R> => ({
    name: `${name} (${unit})`,
    value: (row) => (row[column] === null ? null : inUnit(row[column], unit)),
    format: (row) => unitText(row[column], unit, column === 'bias'),
  });
  return [
    amount('Truth', 'true_mi'),
    amount('Mean', 'mean'),
    amount('Bias', 'bias'),
    amount('Spread', 'sd'),
    amount('RMSE', 'rmse'),
    { name: 'Answers', value: ({ answers }) => answers },
    { name: 'Repetitions', value: ({ repetitions }) => repetitions },
  ];
}
