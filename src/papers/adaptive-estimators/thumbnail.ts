import * as Plot from '@observablehq/plot';
import { max } from 'd3-array';
import { thumbnailColors, thumbnailOf } from '../../lib/experiment/thumbnail.js';
import { tables } from './tables.js';

const { grey, blue, orange } = thumbnailColors;

/** What the last layer of many networks loses, small: a mark a network. */
export const thumbnail = thumbnailOf(tables, {
  tables: ['initialisations'],
  caption:
    'Bits about the input that the last layer loses in training (right), a mark a network: tanh networks (blue) above, ReLU networks (orange) below; the bar is their mean.',
  options: {
    x: { insetLeft: 8, insetRight: 8 },
    fy: { domain: ['tanh', 'relu'], axis: null },
    color: { domain: ['tanh', 'relu'], range: [blue, orange] },
  },
  marks({ initialisations }) {
    const last = max(initialisations, ({ layer }) => layer);
    const networks = initialisations.filter(({ layer }) => layer === last);
    const row = { fy: 'activation', x: 'drop' } as const;
    return [
      Plot.dot(networks, Plot.dodgeY('middle', { ...row, fill: 'activation', r: 3, padding: 0.5 })),
      Plot.tickX(networks, Plot.groupZ({ x: 'mean' }, { ...row, stroke: grey, strokeWidth: 5 })),
    ];
  },
});
