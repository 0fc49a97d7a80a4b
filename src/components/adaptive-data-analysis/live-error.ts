import * as Plot from '@observablehq/plot';
import { adaptiveError } from '../../papers/adaptive-data-analysis/adaptive-error.js';
import { figureStyle } from '../figure-style.js';
import { curve } from './adaptive-error.js';
import { mechanismLabels, scalesOf } from './series.js';

export interface LiveErrorOptions {
  readonly n: number;
  readonly m: number;
  readonly sigma: number;
  readonly width: number;
}

/** The closed form e(m, n, σ) against m, with and without noise; a ring marks the m chosen. */
export function liveError({ n, m, sigma, width }: LiveErrorOptions): SVGElement | HTMLElement {
  const shown = ['empirical', 'gaussian'];
  const scales = scalesOf(mechanismLabels, shown);
  const at = (queries: number, mechanism: string) => ({
    m: queries,
    mechanism,
    error: adaptiveError(queries, n, mechanism === 'gaussian' ? sigma : 0),
  });
  return Plot.plot({
    ...figureStyle,
    width,
    height: 320,
    grid: true,
    x: { type: 'log', label: 'Queries m (log scale) →', tickFormat: '~s', ticks: 6 },
    y: { label: '↑ Expected error of the final query', domain: [0, 1] },
    color: scales.color,
    symbol: scales.symbol,
    marks: [
      Plot.ruleX([n], { stroke: 'var(--ink-soft)', strokeDasharray: '2 4' }),
      Plot.text([n], {
        x: (d: number) => d,
        text: () => 'm = n',
        frameAnchor: 'top',
        textAnchor: 'start',
        dx: 5,
        dy: 4,
        fill: 'var(--ink-soft)',
      }),
      shown.map((mechanism) =>
        Plot.line(
          curve(10, 1e6, 160).map((queries) => at(queries, mechanism)),
          {
            x: 'm',
            y: 'error',
            stroke: 'mechanism',
            strokeWidth: 2,
            strokeDasharray: scales.dash(mechanism),
          },
        ),
      ),
      Plot.dot(
        shown.map((mechanism) => at(m, mechanism)),
        {
          x: 'm',
          y: 'error',
          stroke: 'mechanism',
          symbol: 'mechanism',
          fill: 'var(--ground)',
          r: 6,
          strokeWidth: 2,
        },
      ),
    ],
  });
}
