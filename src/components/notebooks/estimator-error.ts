import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesSymbols } from '../palette.js';

/** The errors of an estimator on many samples of one kind. */
export interface EstimatorError {
  /** Correlation of the two variables. */
  readonly rho: number;
  /** Neighbours that the estimator looks at. */
  readonly k: number;
  /** Pairs in a sample. */
  readonly n: number;
  /** Mean error in nats, and the ends of its 95 % interval. */
  readonly bias: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation of an estimate, in nats. */
  readonly spread: number;
}

export interface EstimatorErrorOptions {
  readonly rho: number;
  readonly width: number;
}

/** Bias and spread of estimates against the size of the sample, a line a number of neighbours. */
export function estimatorError(
  rows: readonly EstimatorError[],
  { rho, width }: EstimatorErrorOptions,
): HTMLElement {
  const panel = width < 560 ? width : (width - 16) / 2;
  const neighbours = [...new Set(rows.map(({ k }) => k))];
  const sizes = [...new Set(rows.map(({ n }) => n))];
  const shown = rows.filter((row) => row.rho === rho);
  const shared: Plot.PlotOptions = {
    ...figureStyle,
    width: panel,
    height: Math.min(340, Math.max(280, panel * 0.8)),
    grid: true,
    x: { type: 'log', label: 'Pairs in a sample (log scale) →' },
    color: { domain: neighbours, range: neighbours.map((_, i) => seriesColors[i]) },
    symbol: { domain: neighbours, range: neighbours.map((_, i) => seriesSymbols[i]) },
  };
  const series = (y: 'bias' | 'spread') => [
    // Texts, not a format: of a logarithmic axis, Plot formats some ticks only.
    Plot.axisX(sizes, { text: String }),
    Plot.ruleY([0], { stroke: 'var(--ink)' }),
    Plot.line(shown, { x: 'n', y, stroke: 'k', strokeWidth: 1.75 }),
    Plot.dot(shown, {
      x: 'n',
      y,
      stroke: 'k',
      symbol: 'k',
      fill: 'var(--ground)',
      r: 4,
      strokeWidth: 1.75,
      tip: true,
    }),
  ];
  const bias = Plot.plot({
    ...shared,
    y: { label: '↑ Bias: mean error (nats)', nice: true },
    marks: [
      Plot.ruleX(shown, { x: 'n', y1: 'low', y2: 'high', stroke: 'k', strokeWidth: 1.75 }),
      series('bias'),
    ],
  });
  const highest = Math.max(...rows.map(({ spread }) => spread));
  const spread = Plot.plot({
    ...shared,
    y: { label: '↑ Spread: standard deviation (nats)', domain: [0, highest], nice: true },
    marks: series('spread'),
  });
  const legend = bias.legend('symbol', { tickFormat: (k: number) => `k = ${k}` });
  return element('div', {}, legend, element('div', { class: 'panels' }, bias, spread));
}
