import * as Plot from '@observablehq/plot';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

/** Information kept against the rate, of the source of the paper's figure: bound, greedy codes, moves. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['curve'],
  caption:
    'Information kept (up) at each rate (right): upper bound (dashed), greedy codes (orange), set partitions with the moves of Theorem 3 (blue).',
  marks({ curve }, { grey, orange, blue }) {
    const ofMethod = (id: (typeof curve)[number]['method']) =>
      curve.filter(({ source, method }) => source === 'three' && method === id);
    const greedy = ofMethod('greedy');
    return [
      Plot.line(greedy, { x: 'R', y: 'R', stroke: grey, strokeDasharray: '5 4', strokeWidth: 2 }),
      Plot.line(greedy, { x: 'R', y: 'I_XT', stroke: orange, strokeWidth: 2.5, curve: 'step-after' }),
      Plot.line(ofMethod('moves'), { x: 'R', y: 'I_XT', stroke: blue, strokeWidth: 2.5 }),
    ];
  },
});
