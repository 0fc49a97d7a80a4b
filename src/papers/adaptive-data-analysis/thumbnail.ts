import * as Plot from '@observablehq/plot';
import { max } from 'd3-array';
import { thumbnailColors, thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { holdoutSets } from './holdout-trial.js';
import { tables } from './tables.js';

const { grey, orange, blue } = thumbnailColors;

/** The reusable holdout without signal, small: standard left, Thresholdout right. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['holdout'],
  caption:
    'Accuracy (up) by number of variables (right) where there is nothing to find: on training rows (grey), as reported (orange), on fresh rows (blue). Left a standard holdout, right Thresholdout.',
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
