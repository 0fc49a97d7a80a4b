import * as Plot from '@observablehq/plot';
import { max } from 'd3-array';
import { thumbnailColors, thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { holdoutSets } from './holdout-trial.js';
import { tables } from './tables.js';

const { grey, orange, blue } = thumbnailColors;

/** The reusable holdout without signal, small: standard left, Thresholdout right, without words. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['holdout'],
  options: {
    fx: { axis: null },
    y: { domain: [0.45, 0.8], clamp: true },
    color: { domain: [...holdoutSets], range: [grey, orange, blue] },
  },
  marks({ holdout }) {
    const largest = max(holdout, ({ n }) => n);
    const rows = holdout.filter(({ n, signal }) => n === largest && !signal);
    return [
      Plot.line(
        rows,
        Plot.groupX(
          { y: 'mean' },
          { fx: 'mode', x: 'k', y: 'accuracy', stroke: 'set', strokeWidth: 3, strokeLinecap: 'round' },
        ),
      ),
    ];
  },
});
