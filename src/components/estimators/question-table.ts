import type { QuestionKind } from '../../papers/estimators/questions/law.js';
import { lawOf } from '../../papers/estimators/questions/laws.js';
import { estimatorLabel, questionLabels } from '../../papers/estimators/questions/names.js';
import type { QuestionRow } from '../../papers/estimators/tables.js';
import { table } from '../table.js';
import { accuracyColumns } from './accuracy-columns.js';
import type { Unit } from './unit.js';

/** The measured grid of a kind of question, sortable and downloadable, in the unit that is chosen. */
export function questionTable(rows: readonly QuestionRow[], kind: QuestionKind, unit: Unit): HTMLElement {
  return table(
    rows.filter(({ question }) => question === kind),
    [
      { name: 'Law', value: ({ law }) => lawOf(law).label },
      { name: 'Estimator', value: ({ estimator }) => estimatorLabel(estimator) },
      { name: 'Dimension', value: ({ dimension }) => dimension },
      { name: 'Combinations of labels', value: ({ combinations }) => combinations },
      { name: 'Samples', value: ({ n }) => n },
      ...accuracyColumns<QuestionRow>(unit),
    ],
    { caption: `Accuracy of every estimator, ${questionLabels[kind]}`, file: `litmus-estimators-${kind}` },
  );
}
