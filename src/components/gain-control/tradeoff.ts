import * as Plot from '@observablehq/plot';
import { decimals, significant } from '../../lib/text/number.js';
import type { Rows } from '../../papers/gain-control/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines, reference } from '../marks.js';
import { panels } from '../panels.js';
import { neurons } from './series.js';

export interface TradeoffSettings {
  /** Number of the row whose price stands out. */
  readonly price: number;
}

/** Left, error against activity as its price rises; right, the gains. The chosen price stands out. */
export function tradeoff(rows: Rows['tradeoff'], { price }: TradeoffSettings, width: number): Drawing {
  const at = rows[price];
  const curve = { x: 'activity', y: 'recon' } as const;
  const gains = neurons.ids.flatMap((neuron) =>
    rows
      .filter(({ alpha }) => alpha > 0)
      .map((row) => ({ neuron, alpha: row.alpha, gain: row[`g_${neuron}`] })),
  );
  const place = { x: 'alpha', y: 'gain', by: 'neuron', series: neurons } as const;
  const { color, symbol } = neurons.scales();
  const plot = panels(width, {
    legend: neurons.legend(),
    draw(panel) {
      const size = { ...figureStyle, width: panel, height: 300, grid: true };
      return [
        Plot.plot({
          ...size,
          x: { label: 'Mean squared activity →', zero: true },
          y: { label: '↑ Mean squared error', zero: true },
          marks: [
            Plot.line(rows, { ...curve, stroke: 'var(--ours)', strokeWidth: 2 }),
            Plot.dot(rows, {
              ...curve,
              fill: 'var(--ours)',
              r: 2.5,
              channels: { alpha: { value: 'alpha', label: 'α' } },
              tip: { format: { x: '.3f', y: '.3f', alpha: '.2~f' } },
            }),
            Plot.dot([at], {
              ...curve,
              stroke: 'var(--ink)',
              fill: 'var(--ground)',
              r: 7,
              strokeWidth: 2.5,
            }),
          ],
        }),
        Plot.plot({
          ...size,
          x: {
            type: 'log',
            label: 'Price of activity α →',
            ticks: [0.01, 0.1, 1, 10],
            tickFormat: String,
          },
          y: { label: '↑ Gain', domain: [0, 1] },
          color,
          symbol: { ...symbol, legend: false },
          marks: [
            at.alpha > 0 ? reference({ x: at.alpha }) : null,
            lines(gains, place),
            dots(gains, { ...place, r: 3 }),
          ],
        }),
      ];
    },
  });
  const title = `At α = ${significant(at.alpha, 2)}: squared error ${decimals(at.recon, 2)}, squared activity ${decimals(at.activity, 2)}.`;
  return { plot, title };
}
