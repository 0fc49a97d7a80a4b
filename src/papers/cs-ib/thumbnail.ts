import * as Plot from '@observablehq/plot';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

/** Minimising the prediction term, small: means over batches. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['audit'],
  caption:
    'The prediction term (up) while predictions move downhill on it (right): as printed (blue) and as in the released code (orange) it falls below zero, the grey line; with symmetric weights (green) it stops there.',
  options: {
    x: { type: 'log' },
    y: { domain: [-0.2, 0.2], clamp: true },
  },
  marks({ audit }, { blue, orange, green, grey }) {
    const colors = new Map<string, string>([
      ['paper', blue],
      ['code', orange],
      ['symmetric', green],
    ]);
    const { sigma2 } = audit[0];
    const rows = audit.filter((row) => row.sigma2 === sigma2 && row.step > 0 && colors.has(row.variant));
    return [
      Plot.ruleY([0], { stroke: grey }),
      Plot.line(
        rows,
        Plot.groupX(
          { y: 'mean' },
          { x: 'step', y: 'd', stroke: ({ variant }) => colors.get(variant), strokeWidth: 3 },
        ),
      ),
    ];
  },
});
