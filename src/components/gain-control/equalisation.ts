import * as Plot from '@observablehq/plot';
import { sort } from 'd3-array';
import { decimals } from '../../lib/text/number.js';
import { extremes } from '../../papers/gain-control/adaptation.js';
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

/** The mean response at the adapter and orthogonal to it, state by state. */
export function meansAtInWords(rows: readonly EffectRow[]): string {
  const { at, far } = extremes(rows);
  return states.ids
    .map((state) => {
      const [here, there] = [at, far].map((row) => decimals(row[`mean_${state}`], 2));
      return `${states.label(state)} ${here} and ${there}`;
    })
    .join('; ');
}
