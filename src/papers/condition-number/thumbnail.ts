import * as Plot from '@observablehq/plot';
import { thumbnailColors, thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

/** Grey for what is compared, a colour of their own for KappaTune and for LoRA. */
const strokes: Readonly<Record<string, string>> = {
  low: thumbnailColors.orange,
  all: thumbnailColors.grey,
  rand: thumbnailColors.grey,
  lora2: thumbnailColors.blue,
};

/** Forgetting against adaptation, small: one seed. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['curves'],
  caption: 'Forgetting (up) as the new source is learnt (right): KappaTune orange, LoRA blue, others grey.',
  options: { x: { reverse: true }, y: { insetTop: 6 }, color: { type: 'identity' } },
  marks({ curves }) {
    const rows = curves.filter(({ study, seed, arm }) => study === 'base' && seed === 0 && arm in strokes);
    return [
      Plot.line(rows, {
        x: 'b_loss',
        y: 'forget',
        z: 'arm',
        stroke: ({ arm }: (typeof rows)[number]) => strokes[arm],
        strokeWidth: 3,
        strokeLinecap: 'round',
        sort: 'step',
      }),
    ];
  },
});
