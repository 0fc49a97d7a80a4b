import type { ColumnTable } from 'arquero';
import { significant } from '../../lib/text/number.js';
import { type TableColumn, table } from '../table.js';
import { complexityMeans } from './complexity-figure.js';
import { gameLabels, kindLabels } from './names.js';

type MeanRow = ReturnType<typeof complexityMeans>[number];

const columns: readonly TableColumn<MeanRow>[] = [
  { name: 'Game', value: ({ game }) => gameLabels[game] },
  { name: 'Scheme', value: ({ scheme }) => scheme },
  { name: 'Interval', value: ({ conf }) => kindLabels[conf] },
  { name: 'δ', value: ({ delta }) => delta },
  {
    name: 'Games played',
    value: (row) => row.interactions,
    format: (row) => significant(Math.round(row.interactions)),
  },
  { name: 'Wrong edges', value: (row) => row.errors, format: (row) => significant(row.errors) },
  {
    name: 'Undecided at the cap',
    value: (row) => row.unresolved,
    format: (row) => significant(row.unresolved),
  },
  { name: 'Runs', value: ({ runs }) => runs },
];

/** Every mean of the figure, of all games. */
export function complexityTable(samples: ColumnTable): HTMLElement {
  return table(complexityMeans(samples), columns, {
    caption: 'Means over runs',
    file: 'multiagent-evaluation-interactions',
  });
}
