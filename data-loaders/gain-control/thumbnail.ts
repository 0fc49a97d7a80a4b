import * as Plot from '@observablehq/plot';
import { escape } from 'arquero';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';

/** Neurons whose curves are drawn: at the adapter, beside it, and far from it. */
const shown = [30, 60, 90, 120, 150];

/** Tuning curves of five neurons before and after adaptation, small and without words. */
export const thumbnail: Thumbnail = {
  tables: ['tuning'],
  draw({ tuning }, document) {
    const rows = tuning
      .filter(
        escape(
          (row: { network: string; theta: number }) => row.network === 'mixed' && shown.includes(row.theta),
        ),
      )
      .objects() as { context: string; theta: number }[];
    const curves = (context: string) => rows.filter((row) => row.context === context);
    const line = { x: 's', y: 'r', z: 'theta', strokeWidth: 2.5 } as const;
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 10,
      axis: null,
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.ruleX([90], { stroke: '#808080', strokeDasharray: '3 3' }),
        Plot.line(curves('control'), { ...line, stroke: '#808080', strokeDasharray: '6 3' }),
        Plot.line(curves('adapted'), { ...line, stroke: '#0072b2' }),
      ],
    });
  },
};
