import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesSymbols } from '../palette.js';
import { look, networkIds, networkLabels, ordered, scaleOf, type EffectRow } from './rows.js';

const panels = [
  { value: (row: EffectRow) => row.g1 / row.g0, label: '↑ Gain, adapted over control', still: 1 },
  { value: (row: EffectRow) => row.max_ratio, label: '↑ Maximum, adapted over control', still: 1 },
  { value: (row: EffectRow) => row.min_change, label: '↑ Change of the minimum', still: 0 },
  { value: (row: EffectRow) => row.shift, label: '↑ Shift of the preference (°)', still: 0 },
] as const;

/** Four effects of adaptation against the preference of the neuron relative to the adapter, a line a network. */
export function effectsFigure(
  rows: readonly EffectRow[],
  { networks, width }: { readonly networks: readonly string[]; readonly width: number },
): HTMLElement {
  const narrow = width < 620;
  const shown = networkIds.filter((id) => networks.includes(id));
  const scales = {
    color: scaleOf(networkLabels, shown, seriesColors),
    symbol: scaleOf(networkLabels, shown, seriesSymbols),
  };
  const series = shown.map((id) => ({ id, rows: ordered(rows.filter(({ network }) => network === id)) }));
  const plots = panels.map(({ value, label, still }) =>
    Plot.plot({
      ...figureStyle,
      width: narrow ? width : (width - 16) / 2,
      height: 230,
      grid: true,
      x: {
        label: 'Preference relative to the adapter (°) →',
        domain: [-90, 90],
        ticks: [-90, -45, 0, 45, 90],
      },
      y: { label, nice: true },
      ...scales,
      marks: [
        Plot.ruleY([still], { stroke: 'var(--ink-soft)' }),
        Plot.ruleX([0], { stroke: 'var(--ink)', strokeDasharray: '2 3' }),
        ...series.map(({ id, rows: own }) =>
          Plot.line(own, { x: 'd_theta', y: value, ...look(networkIds, id), strokeWidth: 2 }),
        ),
        // Every third of 36 neurons, every fifteenth of 180: the line shows the others.
        Plot.dot(
          series.flatMap(({ rows: own }) => own.filter(({ d_theta }) => Math.round(d_theta) % 15 === 0)),
          { x: 'd_theta', y: value, stroke: 'network', symbol: 'network', fill: 'var(--ground)', r: 3.5 },
        ),
        Plot.tip(
          series.flatMap(({ rows: own }) => own),
          Plot.pointer({ x: 'd_theta', y: value, title: (row: EffectRow) => `${networkLabels[row.network]}, ${sign(row.d_theta, 0)}°: ${sign(value(row), 3)}` }), // prettier-ignore
        ),
      ],
    }),
  );
  const legend = plots[0].legend('symbol');
  return element(
    'div',
    {},
    legend,
    element('div', { style: 'display: flex; flex-wrap: wrap; gap: 16px' }, plots),
  );
}

const sign = (value: number, digits: number) => value.toFixed(digits).replace('-', '−');
