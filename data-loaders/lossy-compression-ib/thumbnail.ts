import * as Plot from '@observablehq/plot';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';
import { planeRows } from './rows-of.js';

/** Each colour has 3:1 on a light and on a dark page. */
const strokes = ['#808080', '#b07aa1', '#0072b2', '#009e73', '#d55e00'];

/** The information plane of one seed, small: the paths of the five layers, without words. */
export const thumbnail: Thumbnail = {
  tables: ['plane'],
  draw({ plane }, document) {
    const rows = planeRows(plane).filter(({ seed }) => seed === 0);
    const end = Math.max(...rows.map(({ step }) => step));
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 10,
      axis: null,
      color: { domain: ['L1', 'L2', 'L3', 'L4', 'L5'], range: strokes },
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.line(rows, { x: 'i_xl', y: 'i_ly', stroke: 'layer', strokeWidth: 2.5, strokeLinecap: 'round' }),
        Plot.dot(
          rows.filter(({ step }) => step === end),
          { x: 'i_xl', y: 'i_ly', fill: 'layer', r: 5 },
        ),
      ],
    });
  },
};
