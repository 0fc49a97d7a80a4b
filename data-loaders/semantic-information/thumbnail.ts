import * as Plot from '@observablehq/plot';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';
import { rowsOf } from '../../src/lib/experiment/measuring.js';

/** The curve R(G) of the middle width above the line R = G, small, without words. */
export const thumbnail: Thumbnail = {
  tables: ['rate_fidelity'],
  draw({ rate_fidelity }, document) {
    const rows = rowsOf<{ width: number; s: number; R: number; G: number }>(rate_fidelity)
      .filter(({ width, s }) => width === 8 && s > 0)
      .sort((a, b) => a.s - b.s);
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 10,
      axis: null,
      x: { domain: [-1, 2] },
      y: { domain: [0, 2] },
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.line([[0, 0], [2, 2]], { stroke: '#808080', strokeWidth: 2, strokeDasharray: '6 4' }), // prettier-ignore
        Plot.line(rows, { x: 'G', y: 'R', stroke: '#0072b2', strokeWidth: 3, clip: true }),
        Plot.dot(
          rows.filter(({ s }) => s === 1),
          { x: 'G', y: 'R', fill: '#d55e00', r: 6 },
        ),
      ],
    });
  },
};
