import * as Plot from '@observablehq/plot';
import { sort } from 'd3-array';
import type { EffectRow } from '../../papers/gain-control/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines, reference } from '../marks.js';
import { isMarked, relativePreference } from './effects-figure.js';
import { states } from './series.js';

/** Time-averaged responses of one network's neurons, a line a state. */
export function equalisation(rows: readonly EffectRow[], width: number): SVGElement | HTMLElement {
  const neurons = sort(rows, ({ d_theta }) => d_theta);
  const points = states.ids.flatMap((state) =>
    neurons.map((row) => ({ state, d_theta: row.d_theta, mean: row[`mean_${state}`] })),
  );
  const place = { x: 'd_theta', y: 'mean', by: 'state', series: states } as const;
  return Plot.plot({
    ...figureStyle,
    width,
    height: 320,
    grid: true,
    x: relativePreference,
    y: { label: '↑ Mean response', nice: true },
    ...states.scales(),
    marks: [
      reference({ x: 0 }),
      lines(points, { ...place, strokeWidth: 2.2 }),
      dots(points.filter(isMarked), {
        ...place,
        r: 4,
        tip: { format: { stroke: false, symbol: false, y: '.3f' } },
      }),
    ],
  });
}
