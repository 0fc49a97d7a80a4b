import * as Plot from '@observablehq/plot';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';

/** Each colour has 3:1 on a light and on a dark page. */
const [bound, greedy, moves] = ['#808080', '#d55e00', '#0072b2'];

/** Information kept against the rate, of the source of the paper's figure: bound, greedy codes, moves; no words. */
export const thumbnail: Thumbnail = {
  tables: ['curve'],
  draw({ curve }, document) {
    const rows = (curve.objects() as { source: string; method: string; R: number; I_XT: number }[]).filter(
      ({ source }) => source === 'three',
    );
    const of = (method: string) => rows.filter((row) => row.method === method);
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 10,
      axis: null,
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.line(of('greedy'), { x: 'R', y: 'R', stroke: bound, strokeDasharray: '5 4', strokeWidth: 2 }),
        Plot.line(of('greedy'), { x: 'R', y: 'I_XT', stroke: greedy, strokeWidth: 2.5, curve: 'step-after' }),
        Plot.line(of('moves'), { x: 'R', y: 'I_XT', stroke: moves, strokeWidth: 2.5 }),
      ],
    });
  },
};
