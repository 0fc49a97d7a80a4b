import * as Plot from '@observablehq/plot';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

/** The curve R(G) of the middle width above the line R = G, small. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['rate_fidelity'],
  caption:
    'Rate (up) against semantic information (right): the curve R(G) (blue), where both would be equal (dashed), and slope 1 (orange).',
  options: { x: { domain: [-1, 2] }, y: { domain: [0, 2] } },
  marks({ rate_fidelity }, { grey, blue, orange }) {
    const rows = rate_fidelity.filter(({ width, s }) => width === 8 && s > 0).sort((a, b) => a.s - b.s);
    const matching = rows.filter(({ s }) => s === 1);
    return [
      Plot.line([0, 2], { x: Number, y: Number, stroke: grey, strokeWidth: 2, strokeDasharray: '6 4' }),
      Plot.line(rows, { x: 'G', y: 'R', stroke: blue, strokeWidth: 3, clip: true }),
      Plot.dot(matching, { x: 'G', y: 'R', fill: orange, r: 6 }),
    ];
  },
});
