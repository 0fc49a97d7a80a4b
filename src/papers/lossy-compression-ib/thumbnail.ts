import * as Plot from '@observablehq/plot';
import { max } from 'd3-array';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { type PlaneRow, tables } from './tables.js';

/** The information plane of one seed in the paper's own setting: the paths of the five layers. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['plane'],
  caption:
    'Layers of a network in training: information about its image (right) and about the digit (up); the last layer is orange.',
  options: { color: { type: 'identity' } },
  marks({ plane }, { grey, mauve, blue, green, orange }) {
    const rows = plane.filter(
      ({ seed, sigma, compression }) => seed === 0 && sigma === 1e-3 && compression === 'autoencoder',
    );
    const end = max(rows, ({ step }) => step);
    const colors = { L1: grey, L2: mauve, L3: blue, L4: green, L5: orange };
    const color = ({ layer }: PlaneRow) => colors[layer];
    return [
      Plot.line(rows, { x: 'i_xl', y: 'i_ly', stroke: color, strokeWidth: 2.5, strokeLinecap: 'round' }),
      Plot.dot(
        rows.filter(({ step }) => step === end),
        { x: 'i_xl', y: 'i_ly', fill: color, r: 5 },
      ),
    ];
  },
});
