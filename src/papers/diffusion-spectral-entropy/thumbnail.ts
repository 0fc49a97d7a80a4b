import * as Plot from '@observablehq/plot';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

/** DSMI with the labels during training, small: learning above, memorising below. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['training'],
  caption:
    'Information about the labels (up) during training (right): true labels blue, permuted ones orange.',
  options: { y: { zero: true }, color: { type: 'identity' } },
  marks({ training }, { blue, orange }) {
    const place = { x: 'epoch', y: 'dsmi_y' };
    return [
      { regime: 'clean', color: blue },
      { regime: 'wrong', color: orange },
    ].flatMap(({ regime, color }) => {
      const own = training.filter((row) => row.regime === regime);
      return [
        Plot.line(own, { ...place, z: 'seed', stroke: color, strokeOpacity: 0.35 }),
        Plot.lineY(
          own,
          Plot.groupX({ y: 'mean' }, { ...place, stroke: color, strokeWidth: 3, strokeLinecap: 'round' }),
        ),
        Plot.dot(own, Plot.groupX({ y: 'mean' }, { ...place, fill: color, r: 4 })),
      ];
    });
  },
});
