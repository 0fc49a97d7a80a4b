import { max, sum } from 'd3-array';
import type { FalseAlarmRow } from '../lib/claims/false-alarms.js';
import { shelf } from '../lib/shelf/shelf.js';
import { count, percent } from '../lib/text/number.js';
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

/** How often claims are reproduced on data that say nothing about them, over all claims and of the worst. */
export function falseAlarmsInWords(rows: readonly FalseAlarmRow[]): string {
  const all = percent(sum(rows, ({ reproduced }) => reproduced) / sum(rows, ({ draws }) => draws), 1);
  const worst = max(rows, (row) => share(row.reproduced, row))!;
  const never = rows.filter(({ reproduced }) => reproduced === 0).length;
  return `We took the effect out of the data of ${count(rows.length)} claims that chance decides, and judged each ${count(rows[0].draws)} times. Called reproduced all the same: ${all} of all trials; ${count(never)} claims never, and none in more than ${percent(worst)} of its trials.`;
}

/** How often each claim is reproduced, and how often not, on data that say nothing about it. */
export function falseAlarmTable(rows: readonly FalseAlarmRow[]): HTMLElement {
  return table(rows, columns, {
    caption: `Verdicts on data without the effect, ${rows[0]?.draws ?? 0} relabellings each`,
    file: 'litmus-false-alarms',
  });
}
