import * as Plot from '@observablehq/plot';
import { escape, op } from 'arquero';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';
import { methodIds } from './methods.js';

/** The three forms of CS-IB stand out from the baselines; each colour has 3:1 on a light and on a dark page. */
const strokes = ['#d55e00', '#b07aa1', '#009e73'];

/** The information plane, small: means over seeds, without words. */
export const thumbnail: Thumbnail = {
  tables: ['plane'],
  draw({ plane }, document) {
    const [dataset] = plane.array('dataset') as string[];
    const means = plane
      .filter(
        escape(
          (row: { dataset: string; r_own: number | null }) => row.dataset === dataset && row.r_own !== null,
        ),
      )
      .groupby('method', 'beta')
      .rollup({ r: op.mean('r_own'), i_ty: op.mean('i_ty') })
      .orderby('beta');
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 8,
      axis: null,
      x: { domain: [0, 1] },
      y: { zero: true, insetTop: 8 },
      color: {
        domain: [...methodIds],
        range: methodIds.map((_, index) => strokes[index] ?? '#808080'),
      },
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.line(means, { x: 'r', y: 'i_ty', stroke: 'method', strokeWidth: 3, strokeLinecap: 'round' }),
        Plot.dot(means, { x: 'r', y: 'i_ty', fill: 'method', r: 4 }),
      ],
    });
  },
};
