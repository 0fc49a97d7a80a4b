import * as Plot from '@observablehq/plot';
import type { Thumbnail } from '../../src/lib/experiment/paper.js';

/** Each colour has 3:1 on a light and on a dark page. */
const strokes = { kae: '#808080', ours: '#0072b2', flipped: '#d55e00' } as const;

interface TrainingRow {
  readonly system: string;
  readonly variant: string;
  readonly seed: number;
  readonly step: number;
  readonly d_eff: number;
}

/** The effective dimension on the vortex street against the step, with and without the entropy, and with its sign turned. */
export const thumbnail: Thumbnail = {
  tables: ['training'],
  draw({ training }, document) {
    const rows = (training.objects() as TrainingRow[]).filter(
      ({ system, variant }) => system === 'vortex' && variant in strokes,
    );
    return Plot.plot({
      document,
      width: 320,
      height: 200,
      margin: 10,
      axis: null,
      color: { domain: Object.keys(strokes), range: Object.values(strokes) },
      marks: [
        Plot.frame({ stroke: '#808080', strokeOpacity: 0.4 }),
        Plot.line(rows, {
          x: 'step',
          y: 'd_eff',
          z: (row: TrainingRow) => `${row.variant} ${row.seed}`,
          stroke: 'variant',
          strokeWidth: 2.5,
          strokeLinecap: 'round',
        }),
      ],
    });
  },
};
