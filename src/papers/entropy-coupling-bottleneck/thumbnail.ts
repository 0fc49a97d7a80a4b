import * as Plot from '@observablehq/plot';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

/** Information kept against the rate, of the source of the paper's figure: bound, greedy codes, moves; no words. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['curve'],
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
