import * as Plot from '@observablehq/plot';
import { thumbnailColors, thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

const { blue, mauve } = thumbnailColors;

/** Errors of adaptive answers, small: means over runs of the largest. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['coordinated_error'],
  caption:
    'Largest error of an answer (up) by how many questions were asked, each after the answers before (right): plain averages (blue), coordinated answers (mauve).',
  options: {
    x: { type: 'log' },
    y: { domain: [0, 1] },
    color: { domain: ['empirical', 'pmw'], range: [blue, mauve] },
  },
  marks: ({ coordinated_error }) =>
    [Plot.line, Plot.dot].map((mark) =>
      mark(
        coordinated_error,
        Plot.groupX(
          { y: 'mean' },
          mark === Plot.line
            ? { x: 'm', y: 'max_error', stroke: 'mechanism', strokeWidth: 3, strokeLinecap: 'round' }
            : { x: 'm', y: 'max_error', fill: 'mechanism', r: 4 },
        ),
      ),
    ),
});
