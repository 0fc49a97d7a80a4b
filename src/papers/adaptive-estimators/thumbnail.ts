import * as Plot from '@observablehq/plot';
import { max } from 'd3-array';
import { thumbnailColors, thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

const { grey, blue, orange } = thumbnailColors;

/** The information plane of one tanh network, small: the path of every layer. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['plane'],
  caption:
    'Layers of a tanh network: information about its input (right) and about the answer (up), from the first epoch (grey) to the last (orange).',
  options: {
    x: { domain: [4, 12] },
    y: { domain: [0, 1] },
    // From the first epoch to the last.
    color: { type: 'linear', domain: [0, 0.5, 1], range: [grey, blue, orange] },
  },
  marks({ plane }) {
    const points = plane.filter(
      ({ activation, l2, split, seed, estimator }) =>
        activation === 'tanh' && l2 === 0 && split === 'random' && seed === 0 && estimator === 'ebab',
    );
    const last = Math.log1p(max(points, ({ epoch }) => epoch)!);
    const ages = points.map(({ epoch }) => Math.log1p(epoch) / last);
    return [
      Plot.line(points, { x: 'i_xt', y: 'i_ty', z: 'layer', stroke: grey, strokeWidth: 1.5, clip: true }),
      Plot.dot(points, { x: 'i_xt', y: 'i_ty', fill: ages, r: 4, clip: true }),
    ];
  },
});
