import { count, significant } from '../../lib/text/number.js';
import { table, type TableColumn } from '../table.js';
import { type ComplexityMean, complexityMeans } from './complexity-means.js';
import { gameLabels, kindLabels, type Rows } from './series.js';

const columns: readonly TableColumn<ComplexityMean>[] = [
  { name: 'Game', value: ({ game }) => gameLabels[game] },
  { name: 'Scheme', value: ({ scheme }) => scheme },
  { name: 'Interval', value: ({ conf }) => kindLabels[conf] },
  { name: 'δ', value: ({ delta }) => delta },
  {
    name: 'Games played',
    value: ({ interactions }) => interactions,
    format: ({ interactions }) => count(interactions),
  },
  { name: 'Wrong edges', value: ({ errors }) => errors, format: ({ errors }) => significant(errors) },
  {
    name: 'Undecided at the cap',
    value: ({ unresolved }) => unresolved,
    format: ({ unresolved }) => significant(unresolved),
  },
  { name: 'Runs', value: ({ runs }) => runs },
];

/** Every mean of the figure, of all games. */
export function complexityTable(samples: Rows['samples']): HTMLElement {
  return table(complexityMeans(samples), columns, {
    caption: 'Means over runs',
    file: 'multiagent-evaluation-interactions',
  });
}
