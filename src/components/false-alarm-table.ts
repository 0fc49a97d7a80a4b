import type { FalseAlarmRow } from '../lib/claims/false-alarms.js';
import { shelf } from '../lib/shelf/shelf.js';
import { percent } from '../lib/text/number.js';
import { table, type TableColumn } from './table.js';

const share = (count: number, { draws }: FalseAlarmRow) => count / draws;

const columns: readonly TableColumn<FalseAlarmRow>[] = [
  { name: 'Paper', value: ({ paper }) => shelf.find(({ slug }) => slug === paper)?.title ?? paper },
  { name: 'Claim', value: ({ id }) => id },
  {
    name: 'Reproduced by chance',
    value: (row) => share(row.reproduced, row),
    format: (row) => percent(share(row.reproduced, row), 1),
  },
  {
    name: 'Not reproduced by chance',
    value: (row) => share(row.refuted, row),
    format: (row) => percent(share(row.refuted, row), 1),
  },
  { name: 'Relabelled', value: (row) => row.relabelled },
  { name: 'Among rows of one', value: ({ within }) => within || '–' },
  { name: 'Run', value: ({ profile }) => (profile === 'full' ? 'largest here' : 'quick') },
];

/** How often each claim is reproduced, and how often not, on data that say nothing about it. */
export function falseAlarmTable(rows: readonly FalseAlarmRow[]): HTMLElement {
  return table(rows, columns, {
    caption: `Verdicts on data without the effect, ${rows[0]?.draws ?? 0} relabellings each`,
    file: 'litmus-false-alarms',
  });
}
