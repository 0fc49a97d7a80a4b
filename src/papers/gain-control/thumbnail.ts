import * as Plot from '@observablehq/plot';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

/** Preferences of the neurons that are drawn, degrees: at the adapter, beside it, and far from it. */
const shown = [30, 60, 90, 120, 150];

/** Tuning curves of five neurons before and after adaptation, small. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['tuning'],
  caption:
    'Responses of five neurons (up) to each stimulus (right): before adaptation (dashed) and after (blue).',
  marks({ tuning }, { grey, blue }) {
    const rows = tuning.filter(({ network, theta }) => network === 'mixed' && shown.includes(theta));
    const line = { x: 's', y: 'r', z: 'theta', strokeWidth: 2.5 } as const;
    return [
      Plot.ruleX([90], { stroke: grey, strokeDasharray: '3 3' }),
      Plot.line(
        rows.filter(({ context }) => context === 'control'),
        { ...line, stroke: grey, strokeDasharray: '6 3' },
      ),
      Plot.line(
        rows.filter(({ context }) => context === 'adapted'),
        { ...line, stroke: blue },
      ),
    ];
  },
});
