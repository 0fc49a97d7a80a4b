import * as Plot from '@observablehq/plot';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';
import { lastGame, type IntervalRow } from './interval-rows.js';

/** The ranking intervals of one game, stop by stop, small and without words. */
export const thumbnail: Thumbnail = {
  tables: ['intervals'],
  draw({ intervals }, document) {
    const rows = lastGame(intervals.objects() as IntervalRow[]);
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 8,
      axis: null,
      fx: { padding: 0.2, axis: null },
      x: { type: 'point', padding: 0.6 },
      y: { domain: [0, 1] },
      marks: [
        Plot.ruleY([0], { stroke: '#808080', strokeOpacity: 0.5 }),
        Plot.ruleX(rows, {
          fx: 'interactions',
          x: 'profile',
          y1: 'lo',
          y2: 'hi',
          stroke: '#0072b2',
          strokeWidth: 3.5,
          strokeLinecap: 'round',
        }),
        Plot.dot(rows, { fx: 'interactions', x: 'profile', y: 'pi', fill: '#d55e00', r: 2.5 }),
      ],
    });
  },
};
