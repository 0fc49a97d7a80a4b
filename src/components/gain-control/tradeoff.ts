import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';

/** A row of the table `tradeoff`. */
export interface TradeoffRow {
  readonly alpha: number;
  readonly recon: number;
  readonly activity: number;
  readonly g_adapter: number;
  readonly g_ortho: number;
}

/** Left, error against activity as its price rises; right, the gains. The chosen price stands out. */
export function tradeoff(
  rows: readonly TradeoffRow[],
  { chosen, width }: { readonly chosen: number; readonly width: number },
): HTMLElement {
  const narrow = width < 620;
  const size = { ...figureStyle, width: narrow ? width : (width - 16) / 2, height: 300, grid: true };
  const at = rows[chosen];
  const curve = Plot.plot({
    ...size,
    x: { label: 'Mean squared activity →', zero: true },
    y: { label: '↑ Mean squared error', zero: true },
    marks: [
      Plot.line(rows, { x: 'activity', y: 'recon', stroke: 'var(--ours)', strokeWidth: 2 }),
      Plot.dot(rows, {
        x: 'activity',
        y: 'recon',
        fill: 'var(--ours)',
        r: 2.5,
        channels: { alpha: { value: 'alpha', label: 'α' } },
        tip: { format: { x: '.3f', y: '.3f', alpha: '.2~f' } },
      }),
      Plot.dot([at], { x: 'activity', y: 'recon', stroke: 'var(--ink)', fill: 'var(--ground)', r: 7, strokeWidth: 2.5 }), // prettier-ignore
    ],
  });
  const labels = { g_adapter: 'at the adapter', g_ortho: 'orthogonal to it' } as const;
  const gains = (['g_adapter', 'g_ortho'] as const).flatMap((neuron) =>
    rows.filter(({ alpha }) => alpha > 0).map((row) => ({ neuron, alpha: row.alpha, gain: row[neuron] })),
  );
  const scale = (range: string[]) => ({
    domain: Object.keys(labels),
    range,
    tickFormat: (id: keyof typeof labels) => labels[id],
  });
  const right = Plot.plot({
    ...size,
    x: {
      type: 'log',
      label: 'Price of activity α →',
      ticks: [0.01, 0.1, 1, 10],
      tickFormat: (a: number) => String(a),
    },
    y: { label: '↑ Gain', domain: [0, 1] },
    color: scale(['var(--series-1)', 'var(--series-2)']),
    symbol: { ...scale(['circle', 'square']), legend: true },
    marks: [
      at.alpha > 0 ? Plot.ruleX([at.alpha], { stroke: 'var(--ink)', strokeDasharray: '2 3' }) : null,
      Plot.line(gains.filter(({ neuron }) => neuron === 'g_adapter'), { x: 'alpha', y: 'gain', stroke: 'neuron', strokeWidth: 2 }), // prettier-ignore
      Plot.line(gains.filter(({ neuron }) => neuron === 'g_ortho'), { x: 'alpha', y: 'gain', stroke: 'neuron', strokeWidth: 2, strokeDasharray: '6 3' }), // prettier-ignore
      Plot.dot(gains, {
        x: 'alpha',
        y: 'gain',
        stroke: 'neuron',
        symbol: 'neuron',
        fill: 'var(--ground)',
        r: 3,
      }),
    ],
  });
  return element(
    'div',
    { style: 'display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-end' },
    curve,
    right,
  );
}
