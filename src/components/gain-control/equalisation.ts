import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesSymbols } from '../palette.js';
import { look, ordered, scaleOf, stateLabels, type EffectRow } from './rows.js';

/** Time-averaged responses of one network's neurons, a line a state. */
export function equalisation(
  rows: readonly EffectRow[],
  { width }: { readonly width: number },
): SVGElement | HTMLElement {
  const states = Object.keys(stateLabels);
  const neurons = ordered(rows);
  const points = states.flatMap((state) =>
    neurons.map((row) => ({
      state,
      d_theta: row.d_theta,
      mean: row[`mean_${state}` as 'mean_control' | 'mean_frozen' | 'mean_adaptive'],
    })),
  );
  return Plot.plot({
    ...figureStyle,
    width,
    height: 320,
    grid: true,
    x: { label: 'Preference relative to the adapter (°) →', domain: [-90, 90], ticks: [-90, -45, 0, 45, 90] },
    y: { label: '↑ Mean response', nice: true },
    color: scaleOf(stateLabels, states, seriesColors),
    symbol: { ...scaleOf(stateLabels, states, seriesSymbols), legend: true },
    marks: [
      Plot.ruleX([0], { stroke: 'var(--ink)', strokeDasharray: '2 3' }),
      ...states.map((state) =>
        Plot.line(
          points.filter((point) => point.state === state),
          { x: 'd_theta', y: 'mean', ...look(states, state), strokeWidth: 2.2 },
        ),
      ),
      Plot.dot(
        points.filter(({ d_theta }) => Math.round(d_theta) % 15 === 0),
        {
          x: 'd_theta',
          y: 'mean',
          stroke: 'state',
          symbol: 'state',
          fill: 'var(--ground)',
          r: 4,
          tip: { format: { stroke: false, symbol: false, y: '.3f' } },
        },
      ),
    ],
  });
}
