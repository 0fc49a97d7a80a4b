import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import { thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

type TrainingRow = RowsOf<typeof tables>['training'][number];

/** The effective dimension on the vortex street against the step, with and without the entropy, and with its sign turned. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['training'],
  caption:
    'Effective dimension (up) during training (right): autoencoder alone (grey), with both terms (blue), with the sign of one turned (orange).',
  options: { color: { type: 'identity' } },
  marks({ training }, { grey, blue, orange }) {
    const colors: Readonly<Record<string, string>> = { kae: grey, ours: blue, flipped: orange };
    return [
      Plot.line(
        training.filter(({ system, variant }) => system === 'vortex' && variant in colors),
        {
          x: 'step',
          y: 'd_eff',
          z: ({ variant, seed }: TrainingRow) => `${variant} ${seed}`,
          stroke: ({ variant }: TrainingRow) => colors[variant],
          strokeWidth: 2.5,
          strokeLinecap: 'round',
        },
      ),
    ];
  },
});
