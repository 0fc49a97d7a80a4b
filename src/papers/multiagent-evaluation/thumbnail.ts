import * as Plot from '@observablehq/plot';
import { greatest, rollup, sum } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

/** The rows of the game whose intervals take longest to close. */
function lastGame(rows: RowsOf<typeof tables>['intervals']) {
  const widths = rollup(
    rows,
    (own) => sum(own, ({ lo, hi }) => hi - lo),
    ({ game }) => game,
  );
  const widest = greatest(widths, ([, width]) => width)?.[0];
  return rows.filter(({ game }) => game === widest);
}

/** The ranking intervals of one game, stop by stop, small. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['intervals'],
  caption:
    'Ranks in one game (up): intervals (blue) and true values (orange), each panel after more matches.',
  options: {
    fx: { padding: 0.2, axis: null },
    x: { type: 'point', padding: 0.6 },
    y: { domain: [0, 1] },
  },
  marks({ intervals }, { blue, orange }) {
    const rows = lastGame(intervals);
    return [
      Plot.ruleX(rows, {
        fx: 'interactions',
        x: 'profile',
        y1: 'lo',
        y2: 'hi',
        stroke: blue,
        strokeWidth: 3.5,
        strokeLinecap: 'round',
      }),
      Plot.dot(rows, { fx: 'interactions', x: 'profile', y: 'pi', fill: orange, r: 2.5 }),
    ];
  },
});
